"""What comes from the service is on screen, at once and by itself."""

import unittest

from desktop import BUTTONS, DesktopTest
from waiting import wait_for


class Live(DesktopTest):
    invitations = 40
    clients = 10

    def test_badge_and_list_show_what_is_pending(self):
        self.start_with(self.service.pending())

        wait_for("as many rows", lambda: self.rows() == self.service.pending())
        self.assertNotEqual(self.table().cell(0).name, "")
        self.wait_status("Online")

    def test_new_invitation_is_in_badge_and_list_by_itself(self):
        before = self.service.pending()
        self.start_with(before)
        self.wait_status("Online")

        self.service.invite(companyName="Aardvark Removals Ltd", ownerName="Ada Aardvark", sentAt="2020-01-01T09:00:00Z")

        self.wait_pending(before + 1)
        wait_for("its row", lambda: self.row_of("Aardvark Removals Ltd"))

    def test_new_invitation_comes_without_events(self):
        self.service.control("POST", "/events", {"mode": "off", "break": True})
        before = self.service.pending()
        self.start_with(before)
        self.wait_status("Online")

        self.service.invite(companyName="Aardvark Removals Ltd", sentAt="2020-01-01T09:00:00Z")

        wait_for("a badge of one more", lambda: self.shown_pending() == before + 1, seconds=150)

    def test_withdrawn_invitation_leaves_badge_and_list(self):
        identity = self.service.invite(companyName="Aardvark Removals Ltd", sentAt="2020-01-01T09:00:00Z")
        before = self.service.pending()
        self.start_with(before)
        wait_for("its row", lambda: self.row_of("Aardvark Removals Ltd"))

        self.service.control("POST", f"/invitations/{identity}/withdraw")

        self.wait_pending(before - 1)
        wait_for("its row to go", lambda: not self.row_of("Aardvark Removals Ltd"))

    def test_invitation_in_a_state_not_known_is_named_and_can_be_looked_at(self):
        self.service.invite(companyName="Aardvark Removals Ltd", status="on_fire")
        self.start_with(self.service.pending())
        self.wait_status("Online")

        self.open_section("Needs attention")
        self.wait_words(r"Aardvark Removals Ltd: a state not known to this version")
        self.screen.find(BUTTONS, "Show invitation").press()

        self.wait_words(r"Not known to this version: “on_fire”")
        self.assertFalse(self.screen.find(BUTTONS, "Accept Invitation").enabled)

    def test_search_finds_as_one_types(self):
        self.service.invite(companyName="Aardvark Removals Ltd", ownerName="Ada Aardvark")
        self.start_with(self.service.pending())

        self.screen.find(None, "Search").write("aard remov")

        wait_for("one row", lambda: self.rows() == 1)
        self.assertTrue(self.table().cell(0).name.startswith("Aardvark Removals Ltd"))


class Nothing(DesktopTest):
    def test_without_invitations_there_is_no_number_and_the_page_says_so(self):
        self.start_with(0)

        self.screen.find(None, "Client Invitations")
        self.wait_words(r"no (pending )?(client )?invitations|nothing|all done|no one")


if __name__ == "__main__":
    unittest.main()
