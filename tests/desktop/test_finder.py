"""History, and the finder, found and used without eyes."""

import re
import unittest

from desktop import BUTTONS, DIALOGS, FIELDS, ITEMS, TABLES, DesktopTest
from program import ROLE, keys, type_text
from waiting import wait_for

FINDER = "They say they sent it"
FIELD = "Company, owner or e-mail address"


class Finder(DesktopTest):
    def setUp(self):
        super().setUp()
        self.northwind = self.service.invite(companyName="Northwind Trading Ltd", ownerName="Amara Osei",
                                             ownerEmail="amara@northwind.example")
        self.service.invite(companyName="Liffey Books Ltd", branchId="dublin")

    def open_finder(self):
        keys("ctrl+shift+f")
        dialog = self.screen.find(DIALOGS, FINDER)
        wait_for("the field to have the keyboard", lambda: dialog.find(FIELDS, FIELD).focused)
        return dialog

    def row(self, dialog, number):
        """The sentence of a found row."""
        table = dialog.find(TABLES, "Found")
        return wait_for(f"row {number}", lambda: table.row_count > number and table.cell(number).name)

    def test_decided_invitation_is_found_whichever_branch_is_shown_and_shown_in_history(self):
        self.start_with(2)
        self.reject("Northwind Trading Ltd")
        self.wait_status_of(self.northwind, "rejected")
        selector = self.screen.find(ROLE.COMBO_BOX, "Branch")
        selector.press()
        selector.find(ITEMS, "Dublin").press()
        self.wait_pending(1)

        dialog = self.open_finder()
        type_text("amara@north")

        wait_for("the verdict", lambda: dialog.seen(None, "Found 1 invitation"))
        sentence = self.row(dialog, 0)
        self.assertRegex(sentence, r"^Northwind Trading Ltd, Amara Osei, Rejected by .*Capacity full, .*, London")
        keys("Down", "Return")

        wait_for("the finder to close", lambda: not self.screen.seen(DIALOGS, FINDER))
        self.wait_words("can't be taken back")
        self.screen.find(BUTTONS, "Copy a Note").press()
        self.wait_words("Copied")
        self.assertTrue(any(item.selected for item in self.screen.all(ITEMS, "History")))

    def test_what_is_not_found_is_said_with_where_was_looked_and_a_reply(self):
        self.start_with(2)
        dialog = self.open_finder()
        type_text("Nobody Ltd")

        wait_for("the verdict", lambda: dialog.seen(None, "Nothing found for “Nobody Ltd”"))
        words = dialog.words()
        self.assertRegex(words, r"Searched: invitations on .*London.* in every state")
        self.assertIn("It may have gone elsewhere", words)
        branch = dialog.find(ROLE.COMBO_BOX, "Branch that the reply names")
        branch.press()
        branch.find(ITEMS, re.compile("Dublin · .*")).press()

        reply = dialog.find(None, "Reply")
        wait_for("the reply to name Dublin's address", lambda: "dublin" in reply.text)
        dialog.find(BUTTONS, "Copy the Reply").press()
        self.wait_words("Copied")
        dialog.find(FIELDS, FIELD).focus()
        keys("Escape", "Escape")
        wait_for("the finder to close", lambda: not self.screen.seen(DIALOGS, FINDER))

    def test_earlier_dealings_are_told_before_one_accepts(self):
        self.start_with(2)
        self.reject("Northwind Trading Ltd")
        self.wait_status_of(self.northwind, "rejected")
        self.service.invite(companyName="NORTHWIND TRADING Limited", ownerEmail="Amara@Northwind.example")
        self.wait_pending(2)

        self.select("NORTHWIND TRADING Limited")
        self.wait_words(r"Rejected by .*Capacity full.*London")
        self.wait_words("same e-mail address · near-equal company name")
        dialog = self.open_dialog("Accept Invitation")

        self.assertRegex(dialog.words(), r"Earlier dealings: Northwind Trading Ltd: Rejected by")


if __name__ == "__main__":
    unittest.main()
