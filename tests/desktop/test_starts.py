"""A second start on the same data folder, and addresses of the form atlas:invitation/ID."""

import subprocess
import unittest

from desktop import ITEMS, DesktopTest, section
from program import ROLE, Program
from waiting import wait_for


class Starts(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerEmail="amara@northwind.example")
        self.second = self.service.invite(companyName="Café Béla Kft.", ownerEmail="bela@cafe.example")

    def start_again(self, *more):
        """Another start of the same program: its exit code."""
        second = Program(self.program.executable, ["--data-dir", self.path("data"), *more], self.path("second.log"))
        self._programs.append(second)
        return second.wait_end()

    def active_window(self):
        told = subprocess.run(["xdotool", "getactivewindow", "getwindowpid"], capture_output=True, text=True)
        return told.stdout.strip()

    def test_second_start_shows_the_window_of_the_first_and_ends(self):
        self.start_with(2)
        other = subprocess.Popen(["xmessage", "-center", "something else"])
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        wait_for("another window to be in front", lambda: self.active_window() != str(self.program.pid))

        self.assertEqual(self.start_again(), 0)

        wait_for("the first window to be in front", lambda: self.active_window() == str(self.program.pid))
        self.assertTrue(self.program.running)

    def test_address_of_an_invitation_selects_it_and_decides_nothing(self):
        self.start_with(2)
        self.open_section("Activity")

        self.assertEqual(self.start_again(f"atlas:invitation/{self.second}"), 0)

        wait_for("its details", lambda: self.screen.seen((ROLE.LABEL, ROLE.HEADING), "Café Béla Kft."))
        self.assertTrue(self.screen.find(ITEMS, section("Client Invitations")).selected)
        self.assertEqual(self.service.attempts(), [])
        self.wait_pending(2)

    def test_other_addresses_are_refused_and_change_nothing(self):
        self.start_with(2)
        for address in ("atlas:accept/" + self.second, "atlas:invitation/../x", "https://atlas.example/"):
            self.assertEqual(self.start_again(address), 2)

        self.assertTrue(self.program.running)
        self.assertEqual(self.service.attempts(), [])


if __name__ == "__main__":
    unittest.main()
