"""Signing in, and what somebody may not do."""

import unittest

from desktop import BUTTONS, DIALOGS, FIELDS, ITEMS, DesktopTest
from program import ROLE
from waiting import wait_for


class SigningIn(DesktopTest):
    def setUp(self):
        super().setUp()
        self.invitation = self.service.invite(companyName="Northwind Trading Ltd")

    def fill(self, address, token):
        self.screen.find(FIELDS, "Address of the service").write(address)
        self.screen.find((ROLE.PASSWORD_TEXT, *FIELDS), "Personal access token").write(token)
        self.screen.find(BUTTONS, "Sign in").press()

    def test_address_and_token_are_enough(self):
        self.start(signed_in=False)

        self.fill(self.service.url, self.service.person("amara")["token"])

        self.wait_pending(1)

    def test_token_of_a_file_is_used_for_the_address_that_is_typed(self):
        self.start("--token-file", self.service.person("amara")["tokenFile"], signed_in=False)
        self.assertIsNone(self.screen.seen((ROLE.PASSWORD_TEXT,), "Personal access token"))

        self.screen.find(FIELDS, "Address of the service").write(self.service.url)
        self.screen.find(BUTTONS, "Sign in").press()

        self.wait_pending(1)

    def test_plain_start_shows_what_is_kept_and_sends_once_signed_in_again(self):
        self.start_with(1)
        self.program.stop()
        self.start(signed_in=False)
        self.wait_pending(1)
        self.wait_words(r"sign in again: decisions wait here until then")
        self.accept("Northwind Trading Ltd")
        self.screen.find(ITEMS, "Waiting to send, 1")
        self.assertEqual(self.service.attempts(), [])

        self.screen.find(BUTTONS, "Sign in again…").press()
        dialog = self.screen.find(DIALOGS, "Sign in again")
        dialog.find((ROLE.PASSWORD_TEXT, *FIELDS), "Personal access token").write(self.service.person("amara")["token"])
        dialog.find(BUTTONS, "Sign in").press()

        self.wait_status_of(self.invitation, "accepted")
        self.assert_one_effect(self.invitation)

    def test_plain_http_is_refused_in_words(self):
        self.start(signed_in=False)

        self.fill(self.service.url.replace("https:", "http:"), self.service.person("amara")["token"])

        self.wait_words(r"https")
        self.assertIsNone(self.shown_pending())

    def test_wrong_token_is_said_and_the_address_stays(self):
        self.start(signed_in=False)

        self.fill(self.service.url, "atp_" + "0" * 48)

        self.wait_words(r"does not accept this token")
        self.assertIn(self.service.url, self.screen.find(FIELDS, "Address of the service").text)

    def test_revoked_token_asks_to_sign_in_and_keeps_the_list(self):
        self.start_with(1)
        self.wait_status("Online")

        self.service.control("POST", "/revoke/amara")
        self.send_now()

        self.wait_words(r"sign in again")


class WithoutPermission(DesktopTest):
    person = "viktor"

    def test_buttons_are_there_disabled_and_a_line_says_why(self):
        self.service.invite(companyName="Northwind Trading Ltd")
        self.start_with(1)

        self.select("Northwind Trading Ltd")

        for name in ("Accept Invitation", "Reject Invitation"):
            self.assertFalse(self.screen.find(BUTTONS, name).enabled, name)
        self.wait_words(r"You need the permission Create clients on London; ask your administrator")

    def test_permission_that_is_given_meanwhile_enables_them(self):
        self.service.invite(companyName="Northwind Trading Ltd")
        self.start_with(1)
        self.select("Northwind Trading Ltd")
        button = self.screen.find(BUTTONS, "Accept Invitation")

        self.service.control("PUT", "/permissions/viktor", {"*": ["view_clients", "create_clients"]})
        self.send_now()

        wait_for("Accept Invitation to be enabled", lambda: button.enabled)


if __name__ == "__main__":
    unittest.main()
