"""Replying well: templates that are filled in, and notes that stay on this computer."""

import glob
import re
import unittest

from desktop import BUTTONS, DIALOGS, FIELDS, DesktopTest
from program import ROLE, keys
from waiting import wait_for

MESSAGE = "Message to the client (optional)"


class Replies(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerName="Amara Osei",
                                         ownerEmail="amara@northwind.example")

    def choose_from_templates(self, dialog, *steps):
        """By the keyboard: a menu that is opened at a button has its focus, and is not below a window."""
        dialog.find(BUTTONS, "Templates").press()
        keys(*steps, "Return")

    def test_template_is_written_once_and_filled_in_for_the_next_client(self):
        self.start_with(1)
        self.select("Northwind Trading Ltd")
        dialog = self.open_dialog("Reject Invitation")
        dialog.find(ROLE.RADIO_BUTTON, "Capacity full").press()
        dialog.find(FIELDS, MESSAGE).write("Goodbye {company} of {owner}.")
        self.wait_words(r"Still to be filled in: \{company\}, \{owner\}\.")
        self.choose_from_templates(dialog, "Up", "Up")  # Save as template…
        editor = self.screen.find(DIALOGS, "New template")
        editor.find(FIELDS, "Name").write("Goodbye")
        save = editor.find(BUTTONS, "Save template")
        wait_for("it to be good to save", lambda: save.enabled)
        save.press()
        self.wait_dialog_closed("New template")

        dialog.find(FIELDS, MESSAGE).write("")
        self.choose_from_templates(dialog, "Down")  # the first: one's own for this reason

        wait_for("the message", lambda: dialog.find(FIELDS, MESSAGE).text == "Goodbye Northwind Trading Ltd of Amara Osei.")
        self.assertIn("Goodbye Northwind Trading Ltd of Amara Osei.", dialog.find(FIELDS, "The client will be told").text)
        dialog.find(BUTTONS, "Confirm Rejection").press()
        self.wait_dialog_closed("Reject Invitation")
        self.wait_status_of(self.first, "rejected")
        mail = wait_for("the mail", lambda: self.service.mail_to("amara@northwind.example"))
        self.assertIn("Goodbye Northwind Trading Ltd of Amara Osei.", mail[0]["body"])

    def test_note_survives_a_kill_and_is_nowhere_but_on_this_computer(self):
        self.start_with(1)
        self.select("Northwind Trading Ltd")
        self.screen.find(FIELDS, "Internal note").write("Rumpelstiltskin called.")
        self.screen.find(ROLE.LABEL, "Saved")

        self.program.kill()
        self.start_with(1)
        self.select("Northwind Trading Ltd")

        wait_for("the note", lambda: self.screen.find(FIELDS, "Internal note").text == "Rumpelstiltskin called.")
        self.assertRegex(self.row_of("Northwind Trading Ltd").name, r"with internal note$")
        self.accept("Northwind Trading Ltd")
        self.wait_status_of(self.first, "accepted")
        self.assertNotIn("Rumpelstiltskin", str(self.service.attempts()) + str(self.service.mail_to("amara@northwind.example"))
                         + str(self.service.invitation(self.first)))
        holding = [name for name in glob.glob(self.path("**"), recursive=True) if self.holds(name, b"Rumpelstiltskin")]
        self.assertTrue(holding)
        for name in holding:
            self.assertRegex(name, r"/data/.*/desk\.db(-wal)?$")

    def holds(self, name, words):
        try:
            with open(name, "rb") as file:
                return words in file.read()
        except OSError:
            return False

    def test_conflict_of_interest_says_what_to_think_of(self):
        self.start_with(1)
        self.select("Northwind Trading Ltd")
        dialog = self.open_dialog("Reject Invitation")

        dialog.find(ROLE.RADIO_BUTTON, "Conflict of interest").press()

        self.wait_words(r"don't name or describe the other client")
        wait_for("it to be heard with the field",
                 lambda: re.search("other client", dialog.find(FIELDS, MESSAGE).description))
        self.assertTrue(dialog.find(BUTTONS, "Confirm Rejection").enabled)


if __name__ == "__main__":
    unittest.main()
