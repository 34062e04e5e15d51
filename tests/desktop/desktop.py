"""What every desktop test stands on: a sandbox, a program signed in to it, and sentences about both."""

import os
import re
import shutil
import unittest

import picture
from program import ROLE, Element, Program, keys
from service import Service
from waiting import wait_for

TABLES = (ROLE.TABLE, ROLE.TREE_TABLE, ROLE.TREE, ROLE.LIST, ROLE.LIST_BOX)
ITEMS = (ROLE.LIST_ITEM, ROLE.TABLE_CELL, ROLE.TREE_ITEM)
FIELDS = (ROLE.TEXT, ROLE.ENTRY, ROLE.EDITBAR)
DIALOGS = (ROLE.DIALOG, ROLE.ALERT, ROLE.FILE_CHOOSER)
BUTTONS = (ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON)


def section(name):
    """A section of the sidebar, with or without its number: 'Client Invitations, 12 pending'."""
    return re.compile(re.escape(name) + r"(, [\d,. ]+\+?( pending)?)?")


class DesktopTest(unittest.TestCase):
    """Makes a sandbox and starts the program with its options; ends both, and keeps a picture of a failure."""

    invitations = 0
    clients = 0
    person = "amara"

    def setUp(self):
        self.folder = os.path.join(os.environ["ATLAS_DESKTOP"], self.id())
        os.makedirs(self.folder)
        self._programs = []
        self.addCleanup(self._keep_if_failed)
        self.service = Service(os.environ["ATLAS_SANDBOX"], self.path("service"),
                               invitations=self.invitations, clients=self.clients)
        self.addCleanup(self._stop_service)
        self.addCleanup(self._stop_programs)
        self.addCleanup(self._look_if_failed)

    def path(self, name):
        return os.path.join(self.folder, name)

    # --- The program -------------------------------------------------------------------------------------------------
    def start(self, *more, signed_in=True):
        """Starts it on the test's own data folder; a second start finds what the first one left."""
        arguments = ["--data-dir", self.path("data"), "--ca-file", self.service.ca]
        if signed_in:
            arguments += ["--server", self.service.url, "--token-file",
                          self.service.person(self.person)["tokenFile"]]
        self.program = Program(os.environ["ATLAS_PROGRAM"], [*arguments, *more], self.path("program.log"))
        self._programs.append(self.program)
        self.screen = self.program.screen()
        return self.screen

    def start_with(self, pending):
        """Starts it, and waits until it shows that many pending invitations."""
        self.start()
        self.wait_pending(pending)
        self.open_section("Client Invitations")

    def open_section(self, name):
        self.screen.find(ITEMS, section(name)).click()
        wait_for(f"{name} to be selected", lambda: any(item.selected for item in self.screen.all(ITEMS, section(name))))

    def shown_pending(self):
        """The number in the sidebar's badge; None while there is no sidebar."""
        item = self.screen.seen(ITEMS, section("Client Invitations"))
        if item is None:
            return None
        digits = re.sub(r"\D", "", item.name)
        return int(digits) if digits else 0

    def wait_pending(self, number):
        wait_for(f"a badge of {number}", lambda: self.shown_pending() == number)

    def wait_status(self, *words):
        """'Online', 'Offline' or 'Synchronising'."""
        wait_for(f"the status {words}", lambda: any(self.screen.seen(None, word) for word in words))

    def wait_words(self, pattern):
        """Something of that pattern to be read anywhere on screen."""
        return wait_for(f"the words {pattern!r}", lambda: re.search(pattern, self.screen.words(), re.IGNORECASE))

    # --- The list ----------------------------------------------------------------------------------------------------
    def table(self) -> Element:
        return self.screen.find(TABLES, "Invitations")

    def rows(self):
        return self.table().row_count

    def row_of(self, company):
        table = self.screen.seen(TABLES, "Invitations")
        if table is None:
            return None
        for row in range(min(table.row_count, 100)):
            cell = table.cell(row)
            if cell.name.startswith(company):
                return cell
        return None

    def select(self, company):
        """Clicks its row, and waits for the details with the buttons."""
        wait_for(f"the row of {company}", lambda: self.row_of(company)).click()
        wait_for(f"the details of {company}", lambda: self.screen.seen((ROLE.LABEL, ROLE.HEADING), company))

    # --- Decisions ---------------------------------------------------------------------------------------------------
    def open_dialog(self, name):
        button = self.screen.find(BUTTONS, name)
        wait_for(f"{name} to be enabled", lambda: button.enabled)
        button.press()
        return self.screen.find(DIALOGS, name)

    def accept(self, company):
        self.select(company)
        self.open_dialog("Accept Invitation").find(BUTTONS, "Accept Invitation").press()
        self.wait_dialog_closed("Accept Invitation")

    def reject(self, company, reason="Capacity full", own_words="", message=""):
        self.select(company)
        dialog = self.open_dialog("Reject Invitation")
        dialog.find(ROLE.RADIO_BUTTON, reason).press()
        if own_words:
            dialog.find(FIELDS, "Reason in your own words").write(own_words)
        if message:
            dialog.find(FIELDS, "Message to the client (optional)").write(message)
        confirm = dialog.find(BUTTONS, "Confirm Rejection")
        wait_for("Confirm Rejection to be enabled", lambda: confirm.enabled)
        confirm.press()
        self.wait_dialog_closed("Reject Invitation")

    def wait_dialog_closed(self, name):
        wait_for(f"the dialog {name} to close", lambda: not self.screen.seen(DIALOGS, name))

    def send_now(self):
        """F5 opens the gate: what waits for its next try is tried now."""
        keys("F5")

    # --- At the service ----------------------------------------------------------------------------------------------
    def wait_status_of(self, identity, status):
        wait_for(f"{identity} to be {status}",
                 lambda: self.service.invitation(identity)["status"] == status, seconds=120)

    def assert_one_effect(self, identity):
        effects = self.service.effects(identity)
        self.assertEqual(len(effects), 1, effects)
        operation = effects[0]["operationId"]
        attempts = [attempt for attempt in self.service.attempts() if attempt["operationId"] == operation]
        self.assertEqual(len({attempt["sha256"] for attempt in attempts}), 1, "the attempts differ in a byte")
        return attempts

    # --- The end -----------------------------------------------------------------------------------------------------
    def _failed(self):
        result = self._outcome.result
        return any(test is self for test, _ in result.failures + result.errors)

    def _look_if_failed(self):
        if not self._failed():
            return
        picture.save(self.path("screen.png"))
        root = self.program.application() if self._programs else None
        with open(self.path("tree.txt"), "w", encoding="utf-8") as file:
            file.write(root.tree() if root else "no window")

    def _stop_programs(self):
        for program in self._programs:
            program.stop()
        if os.path.exists(self.path("program.log")):
            with open(self.path("program.log"), encoding="utf-8", errors="replace") as file:
                self.assertNotRegex(file.read(), r"Sanitizer|runtime error:|ASSERT")

    def _stop_service(self):
        self.service.stop()

    def _keep_if_failed(self):
        """Moves all that the test left to where a person finds it."""
        keep = os.environ.get("ATLAS_FAILURES")
        if self._failed() and keep:
            place = os.path.join(keep, self.id())
            shutil.rmtree(place, ignore_errors=True)
            os.makedirs(keep, exist_ok=True)
            shutil.copytree(self.folder, place, ignore=shutil.ignore_patterns("tokens", "control-token"))
            print(f"What was on screen is in {place}", flush=True)
