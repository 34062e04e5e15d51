"""Decisions made while something is in the way: kept, delivered once, and said in words."""

import re
import unittest

from desktop import BUTTONS, DesktopTest
from service import OPERATIONS
from waiting import wait_for

PORTAL = "<html><body><h1>Welcome to Airport Wi-Fi</h1>Please sign in.</body></html>"


class Interruptions(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerEmail="amara@northwind.example")
        self.second = self.service.invite(companyName="Café Béla Kft.", ownerEmail="bela@cafe.example")

    def test_decision_during_an_outage_is_delivered_once_afterwards(self):
        self.start_with(2)
        self.wait_status("Online")
        self.service.outage(True)
        self.wait_status("Offline")

        self.reject("Café Béla Kft.", "Capacity full", message="Perhaps next year.")
        self.wait_pending(1)
        self.service.outage(False)

        self.wait_status_of(self.second, "rejected")
        self.assert_one_effect(self.second)
        self.assertEqual(len(self.service.mail_to("bela@cafe.example")), 1)

    def test_killed_while_something_waits_it_is_delivered_once_after_the_restart(self):
        self.start_with(2)
        self.service.outage(True)
        self.wait_status("Offline")
        self.accept("Northwind Trading Ltd")
        self.wait_pending(1)

        self.program.kill()
        self.service.outage(False)
        self.start_with(1)

        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)

    def test_killed_within_the_hold_it_is_delivered_once_after_the_restart(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")
        self.program.kill()
        self.assertEqual(self.service.effects(), [])

        self.start_with(1)

        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)

    def test_answer_lost_twice_has_one_effect_and_the_same_bytes_each_time(self):
        self.start_with(2)
        self.service.fault(kind="drop_after", method="PUT", pathPrefix=OPERATIONS, times=2)

        self.accept("Northwind Trading Ltd")

        wait_for("an answer that arrived",
                 lambda: any(attempt["delivered"] for attempt in self.service.attempts()), seconds=150)
        attempts = self.assert_one_effect(self.first)
        self.assertGreaterEqual(len(attempts), 2, attempts)
        self.assertEqual(len({attempt["body"] for attempt in attempts}), 1)
        self.wait_pending(1)
        self.assertEqual(len(self.service.mail_to("amara@northwind.example")), 1)

    def test_portal_in_between_changes_nothing_and_is_named(self):
        self.start_with(2)
        self.service.fault(kind="status", status=200, contentType="text/html", body=PORTAL, atlasApi=False,
                           times=1_000_000)
        self.service.control("POST", "/events", {"break": True})

        self.accept("Northwind Trading Ltd")

        self.wait_status("Offline")
        self.wait_words(r"sign-in page|stands between")
        self.assertEqual(self.service.requests(f"PUT {OPERATIONS}* 200"), 0)  # nothing is known to come through
        self.service.heal()
        self.service.fault(kind="status", status=200, contentType="text/html", body=PORTAL, atlasApi=False, method="PUT",
                           times=1_000_000)
        self.send_now()
        wait_for("a delivery that the portal took", lambda: self.service.requests(f"PUT {OPERATIONS}* 200"), seconds=120)
        self.assertEqual(self.service.invitation(self.first)["status"], "pending")
        self.assertEqual(self.shown_pending(), 1)
        self.assertNotIn("Airport", self.screen.words())
        self.service.heal()
        self.send_now()
        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)

    def test_service_that_is_busy_gets_it_later(self):
        self.start_with(2)
        self.service.fault(kind="status", status=503, method="PUT", pathPrefix=OPERATIONS, times=2)

        self.accept("Northwind Trading Ltd")

        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)

    def test_leaving_with_something_unsent_asks(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")

        self.program.close_window()
        self.screen.find(BUTTONS, "Cancel").press()
        wait_for("the question to go", lambda: not self.screen.seen(BUTTONS, "Cancel"))
        self.assertTrue(self.program.running)
        self.program.close_window()
        self.screen.find(BUTTONS, re.compile("Send now and quit")).press()

        self.assertEqual(self.program.wait_end(), 0)
        self.assertEqual(self.service.invitation(self.first)["status"], "accepted")
        self.assert_one_effect(self.first)

    def test_leaving_and_sending_next_time_sends_next_time(self):
        self.start_with(2)
        self.accept("Northwind Trading Ltd")

        self.program.close_window()
        self.screen.find(BUTTONS, re.compile("Quit, send next time")).press()
        self.assertEqual(self.program.wait_end(), 0)
        self.assertEqual(self.service.effects(), [])
        self.start_with(1)

        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)

    def test_leaving_with_everything_sent_asks_nothing(self):
        self.start_with(2)
        self.wait_status("Online")

        self.program.close_window()

        self.assertEqual(self.program.wait_end(), 0)

    def test_started_offline_it_shows_what_it_knows_and_keeps_decisions(self):
        self.start_with(2)
        self.program.close_window()
        self.assertEqual(self.program.wait_end(), 0)
        self.service.control("DELETE", "/requests")

        self.start("--offline")
        self.wait_status("Offline")
        self.open_section("Client Invitations")
        self.wait_pending(2)
        self.accept("Northwind Trading Ltd")
        self.wait_pending(1)
        self.program.close_window()
        self.screen.find(BUTTONS, re.compile("Quit, send next time")).press()
        self.assertEqual(self.program.wait_end(), 0)

        self.assertEqual(self.service.control("GET", "/requests")["total"], 0)
        self.start_with(1)
        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)


if __name__ == "__main__":
    unittest.main()
