"""Every control can be found and used without eyes."""

import unittest

from desktop import DIALOGS, FIELDS, DesktopTest
from program import ROLE, Gone, keys
from waiting import wait_for

USED = (ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON, ROLE.RADIO_BUTTON, ROLE.CHECK_BOX, ROLE.COMBO_BOX, ROLE.MENU_ITEM,
        ROLE.TEXT, ROLE.ENTRY, ROLE.PASSWORD_TEXT, ROLE.SPIN_BUTTON, ROLE.SLIDER)
LISTS = (ROLE.TABLE, ROLE.LIST, ROLE.TREE, ROLE.TREE_TABLE, ROLE.LIST_BOX)
ITEMS = (ROLE.TABLE_CELL, ROLE.LIST_ITEM, ROLE.TREE_ITEM)
PRESSED = (ROLE.PUSH_BUTTON, ROLE.TOGGLE_BUTTON, ROLE.RADIO_BUTTON, ROLE.CHECK_BOX)


class Controls(DesktopTest):
    invitations = 30
    clients = 5

    def faults(self):
        """What is on screen without a name, or without an action where it needs one."""
        found = []
        for element in self.screen.walk():
            try:
                role = element.role
                if role in USED + LISTS + ITEMS and element.showing and not element.name.strip():
                    found.append(f"no name: {element!r} at {element.area}")
                if role in PRESSED and element.enabled and not element.actions:
                    found.append(f"no action: {element!r}")
            except Gone:
                continue
        return found

    def assert_sound(self):
        self.assertEqual(self.faults(), [])

    def test_every_section_has_names_and_actions(self):
        self.start_with(self.service.pending())
        for name in ("Client Invitations", "Clients", "Waiting to send", "Needs attention", "Activity",
                     "History"):
            with self.subTest(name):
                self.open_section(name)
                self.assert_sound()

    def test_dialogs_have_names_and_actions(self):
        self.service.invite(companyName="Aardvark Removals Ltd", sentAt="2020-01-01T09:00:00Z")
        self.start_with(self.service.pending())
        self.select("Aardvark Removals Ltd")
        for name in ("Accept Invitation", "Reject Invitation"):
            with self.subTest(name):
                dialog = self.open_dialog(name)
                self.assert_sound()
                dialog.find(ROLE.PUSH_BUTTON, "Cancel").press()
                self.wait_dialog_closed(name)

    def test_sign_in_page_has_names_and_actions(self):
        self.start(signed_in=False)
        self.screen.find(ROLE.PUSH_BUTTON, "Sign in")

        self.assert_sound()

    def test_list_takes_the_keyboard_when_a_screen_reader_asks(self):
        self.start_with(self.service.pending())
        keys("ctrl+f")
        wait_for("the keyboard in the search", lambda: self.screen.find(FIELDS, "Search").focused)

        self.table().focus()

        wait_for("the keyboard in the list", lambda: self.table().focused or self.table().cell(0).focused)
        keys("r")
        self.screen.find(DIALOGS, "Reject Invitation")

    def test_row_is_heard_as_a_sentence(self):
        self.service.invite(companyName="Aardvark Removals Ltd", ownerName="Ada Aardvark", sentAt="2020-01-01T09:00:00Z")
        self.start_with(self.service.pending())

        name = self.row_of("Aardvark Removals Ltd").name

        self.assertRegex(name, r"^Aardvark Removals Ltd, Ada Aardvark, sent .* ago, overdue by .*")


if __name__ == "__main__":
    unittest.main()
