"""Accepting and rejecting: one effect at the service, and what the client is told."""

import unittest

from desktop import BUTTONS, DIALOGS, FIELDS, ITEMS, DesktopTest, section
from program import ROLE, keys
from waiting import wait_for


class Decisions(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerName="Amara Osei",
                                         ownerEmail="amara@northwind.example", message="We are moving from another firm.")
        self.second = self.service.invite(companyName="Café Béla Kft.", ownerName="Béla Kiss",
                                          ownerEmail="bela@cafe.example")

    def test_accepting_has_one_effect_and_the_client_gets_mail(self):
        self.start_with(2)

        self.accept("Northwind Trading Ltd")

        self.wait_pending(1)
        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)
        self.assertEqual(self.service.invitation(self.second)["status"], "pending")
        mail = wait_for("the mail", lambda: self.service.mail_to("amara@northwind.example"))
        self.assertEqual(len(mail), 1, mail)

    def test_accepting_says_what_happens_before_it_is_confirmed(self):
        self.start_with(2)
        self.select("Northwind Trading Ltd")

        words = self.open_dialog("Accept Invitation").words()

        for word in ("Northwind Trading Ltd", "Amara Osei", "London"):
            self.assertIn(word, words)

    def test_cancelling_a_dialog_decides_nothing(self):
        self.start_with(2)
        self.select("Northwind Trading Ltd")

        self.open_dialog("Accept Invitation").find(BUTTONS, "Cancel").press()

        self.wait_dialog_closed("Accept Invitation")
        self.assertEqual(self.shown_pending(), 2)
        self.assertEqual(self.service.attempts(), [])

    def test_rejecting_with_own_words_and_a_message_tells_both_to_the_client(self):
        self.start_with(2)

        self.reject("Café Béla Kft.", "Other", "We only act for charities – not for cafés.", "Try Kovács & Co. ☕")

        self.wait_pending(1)
        self.wait_status_of(self.second, "rejected")
        self.assert_one_effect(self.second)
        mail = wait_for("the mail", lambda: self.service.mail_to("bela@cafe.example"))
        self.assertEqual(len(mail), 1, mail)
        self.assertIn("We only act for charities – not for cafés.", mail[0]["body"])
        self.assertIn("Try Kovács & Co. ☕", mail[0]["body"])

    def test_rejecting_needs_a_reason_and_other_needs_own_words(self):
        self.start_with(2)
        self.select("Café Béla Kft.")
        dialog = self.open_dialog("Reject Invitation")
        confirm = dialog.find(BUTTONS, "Confirm Rejection")
        self.assertFalse(confirm.enabled)

        dialog.find(ROLE.RADIO_BUTTON, "Other").press()
        field = dialog.find(FIELDS, "Reason in your own words")
        self.assertFalse(confirm.enabled)
        field.write("Not now.")

        wait_for("Confirm Rejection to be enabled", lambda: confirm.enabled)

    def test_reasons_are_the_services_in_its_order(self):
        self.start_with(2)
        self.select("Café Béla Kft.")

        dialog = self.open_dialog("Reject Invitation")

        self.assertEqual([reason.name for reason in dialog.all(ROLE.RADIO_BUTTON)],
                         ["Capacity full", "Outside service area", "Service mismatch", "Conflict of interest", "Other"])

    def test_undo_within_the_hold_leaves_nothing_at_the_service(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")
        self.wait_pending(1)

        self.screen.find(BUTTONS, "Undo").press()

        self.wait_pending(2)
        self.accept("Café Béla Kft.")  # whose delivery shows that the first one's time is over
        self.wait_status_of(self.second, "accepted")
        self.assertEqual(self.service.invitation(self.first)["status"], "pending")
        self.assertEqual({attempt["operationId"] for attempt in self.service.attempts()},
                         {effect["operationId"] for effect in self.service.effects(self.second)})

    def test_colleague_who_decides_first_is_named_on_a_card(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")
        self.wait_pending(1)

        self.service.control("POST", f"/invitations/{self.first}/decide",
                             {"person": "priya", "type": "reject_invitation", "reasonId": "capacity-full"})

        wait_for("a card", lambda: self.screen.seen(ITEMS, section("Needs attention")).name == "Needs attention, 1")
        self.open_section("Needs attention")
        self.wait_words(r"Priya.* rejected it")
        self.assertEqual(self.service.invitation(self.first)["status"], "rejected")

    def test_client_who_changes_the_invitation_meanwhile_is_read_again(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")
        self.wait_pending(1)

        self.service.control("PATCH", f"/objects/invitation/{self.first}", {"message": "We have moved to Leeds."})

        wait_for("a card", lambda: self.screen.seen(ITEMS, section("Needs attention")).name == "Needs attention, 1")
        self.assertEqual(self.service.invitation(self.first)["status"], "pending")
        self.assertEqual(self.service.effects(self.first), [])

    def test_keyboard_alone_accepts(self):
        self.start_with(2)
        self.select("Northwind Trading Ltd")
        self.table().focus()

        keys("a")
        dialog = self.screen.find(DIALOGS, "Accept Invitation")
        wait_for("the focus", lambda: any(button.focused for button in dialog.all(BUTTONS)))
        keys("Return")

        self.wait_pending(1)
        self.wait_status_of(self.first, "accepted")


if __name__ == "__main__":
    unittest.main()
