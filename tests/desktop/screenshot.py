#!/usr/bin/env python3
"""screenshot.py PICTURE PROGRAM ARGUMENT...: a picture of the program's window once its list is there. Run by session.py."""

import os
import subprocess
import sys

import picture
from desktop import ITEMS, TABLES, section
from program import Gone, Program, keys
from waiting import wait_for


SHOWN_ROW = 4


def list_is_there(screen):
    try:
        table = screen.seen(TABLES, "Invitations")
        return table is not None and table.row_count > 0 and not table.cell(0).name.startswith("Loading")
    except Gone:
        return False


def settled():
    """The screen, if it is the same twice: nothing is being drawn."""
    before = picture.pixels()
    subprocess.run(["xprop", "-root", "_NET_ACTIVE_WINDOW"], stdout=subprocess.DEVNULL, check=True)
    return before == picture.pixels()


def main():
    place, command, arguments = sys.argv[1], sys.argv[2], sys.argv[3:]
    log = os.path.join(os.environ["ATLAS_DESKTOP"], "program.log")
    program = Program(command, arguments, log)
    try:
        screen = program.screen()
        screen.find(ITEMS, section("Client Invitations")).click()
        wait_for("the status Online", lambda: screen.seen(None, "Online"))  # all has come, no row moves
        wait_for("the list of invitations", lambda: list_is_there(screen))
        table = screen.seen(TABLES, "Invitations")
        table.click()
        keys("ctrl+Home", *["Down"] * SHOWN_ROW)
        wait_for("the row to be selected", lambda: table.cell(min(SHOWN_ROW, table.row_count - 1)).selected)
        wait_for("the invitation's buttons", lambda: screen.seen(None, "Reject Invitation"))
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)  # nothing under the pointer
        wait_for("a screen that rests", settled)
        picture.save(place, program.area())
    except AssertionError as error:
        with open(log, encoding="utf-8", errors="replace") as file:
            sys.exit(f"{error}\nThe program wrote:\n{file.read()}")
    finally:
        program.stop()
    print(f"The picture is in {place}")


if __name__ == "__main__":
    main()
