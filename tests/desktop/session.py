#!/usr/bin/env python3
"""Runs a command on a desktop of its own: Xvfb, openbox, a session D-Bus with accessibility, an empty home.

session.py [--size WIDTHxHEIGHT] COMMAND...: ends with the command, and with its exit code. The command finds the desktop's
folder in ATLAS_DESKTOP; picture.py takes pictures of the screen from it.
"""

import argparse
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

DEADLINE = 60


def start_screen(folder, size, log):
    """An X server with a free display number; answers the process and the display's name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size + "x24", "-fbdir", folder,
         "-nolisten", "tcp", "-noreset", "-dpi", "96"],
        pass_fds=[writing], stdout=log, stderr=log)
    os.close(writing)
    number = b""  # comes in pieces, and its end is the end of the line
    while not number.endswith(b"\n") and select.select([reading], [], [], DEADLINE)[0]:
        piece = os.read(reading, 32)
        if not piece:
            break
        number += piece
    os.close(reading)
    if not number.endswith(b"\n"):
        server.kill()
        sys.exit("Xvfb did not start:\n" + open(log.name, encoding="utf-8", errors="replace").read())
    return server, ":" + number.decode().strip()


def start_window_manager(environment, log):
    manager = subprocess.Popen(["openbox", "--sm-disable"], env=environment, stdout=log, stderr=log)
    last = time.monotonic() + DEADLINE
    while time.monotonic() < last and manager.poll() is None:
        asked = subprocess.run(["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], env=environment,
                               capture_output=True, text=True)
        if "window id" in asked.stdout:
            return manager
        time.sleep(0.05)  # nothing tells when: the next look
    manager.kill()
    sys.exit("openbox did not start:\n" + open(log.name, encoding="utf-8", errors="replace").read())


def environment_for(folder, display):
    """What the command sees: nothing of the person whose machine this is."""
    environment = {name: value for name, value in os.environ.items()
                   if not name.startswith(("XDG_", "QT_", "DBUS_", "AT_SPI", "WAYLAND_"))}
    for name, place in (("HOME", "home"), ("XDG_RUNTIME_DIR", "runtime")):
        environment[name] = os.path.join(folder, place)
        os.makedirs(environment[name], mode=0o700)
    environment.update(
        ATLAS_DESKTOP=folder, DISPLAY=display, LC_ALL="C.UTF-8", TZ=os.environ.get("TZ", "UTC"),
        GSETTINGS_BACKEND="memory", QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
        PYTHONDONTWRITEBYTECODE="1")
    return environment


def call_on_bus(command, environment, log):
    """With what the bus says in the log, and what the command says where this program's words go."""
    said, complained = 8, 9
    os.dup2(1, said)
    os.dup2(2, complained)
    try:
        return subprocess.call(
            ["dbus-run-session", "--", "sh", "-c", f'exec "$@" >&{said} 2>&{complained}', "sh", *command],
            env=environment, stdout=log, stderr=log, pass_fds=[said, complained])
    finally:
        os.close(said)
        os.close(complained)


def run(command, size):
    folder = tempfile.mkdtemp(prefix="atlas-desktop-")
    started = []
    try:
        with open(os.path.join(folder, "session.log"), "wb") as log:
            server, display = start_screen(folder, size, log)
            started.append(server)
            environment = environment_for(folder, display)
            started.append(start_window_manager(environment, log))
            return call_on_bus(command, environment, log)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--size", default="1280x800")
    arguments.add_argument("command", nargs=argparse.REMAINDER)
    given = arguments.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that what was started ends, too
    command = given.command[1:] if given.command[:1] == ["--"] else given.command
    sys.exit(run(command, given.size))


if __name__ == "__main__":
    main()
