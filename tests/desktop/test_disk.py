"""A disk that has no room, and files that are taken away, under the program as people use it."""

import os
import subprocess
import unittest

from desktop import BUTTONS, DIALOGS, DesktopTest
from waiting import wait_for


class Disk(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerEmail="amara@northwind.example")
        self.second = self.service.invite(companyName="Café Béla Kft.", ownerEmail="bela@cafe.example")

    def mount_small_disk(self):
        """The data folder on a disk of its own with 6 MB."""
        data = self.path("data")
        os.makedirs(data)
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m,mode=0700", "tmpfs", data], capture_output=True)
        if done.returncode != 0:
            self.skipTest("NOT LOOKED AT: only the administrator can mount a small disk; "
                          "atlas-simulation --sweep 1 --series full looks at a full one without that")
        self.addCleanup(subprocess.run, ["umount", "-l", data], check=True)

    def fill_disk(self):
        with open(self.path("data/filler"), "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass

    def test_full_disk_keeps_nothing_new_says_so_and_goes_on_when_there_is_room(self):
        self.mount_small_disk()
        self.start_with(2)
        self.wait_status("Online")
        self.fill_disk()
        self.select("Northwind Trading Ltd")
        dialog = self.open_dialog("Accept Invitation")

        dialog.find(BUTTONS, "Accept Invitation").press()

        self.wait_words("Not kept: there is no room left on the disk")
        self.wait_words("There is no room left on this computer's disk")
        self.assertEqual(self.shown_pending(), 2)
        self.assertEqual(self.service.attempts(), [])
        os.remove(self.path("data/filler"))
        wait_for("the disk to be tried again", lambda: "this computer's disk" not in self.screen.words())
        self.screen.find(DIALOGS, "Accept Invitation").find(BUTTONS, "Accept Invitation").press()
        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)
        self.wait_pending(1)

    def test_files_that_are_taken_away_are_missed_and_found_again(self):
        self.start_with(2)
        self.wait_status("Online")
        account = next(name for name in os.listdir(self.path("data")) if name.startswith("account-"))
        os.rename(self.path(f"data/{account}"), self.path("elsewhere"))
        self.select("Northwind Trading Ltd")
        dialog = self.open_dialog("Accept Invitation")

        dialog.find(BUTTONS, "Accept Invitation").press()

        self.wait_words("Not kept: this computer could not write it to its disk")
        self.wait_words("Atlas's files were taken away while it runs")
        os.rename(self.path("elsewhere"), self.path(f"data/{account}"))
        wait_for("the files to be found again", lambda: "were taken away" not in self.screen.words())
        self.screen.find(DIALOGS, "Accept Invitation").find(BUTTONS, "Accept Invitation").press()
        self.wait_status_of(self.first, "accepted")
        self.assert_one_effect(self.first)


if __name__ == "__main__":
    unittest.main()
