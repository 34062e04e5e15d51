"""The branch selector, found and used without eyes; everything follows it."""

import unittest

from desktop import ITEMS, DesktopTest
from program import ROLE
from waiting import wait_for


class Branches(DesktopTest):
    def setUp(self):
        super().setUp()
        for company, branch in (("Northwind Trading Ltd", "london"), ("Café Béla Kft.", "london"),
                                ("Liffey Books Ltd", "dublin")):
            self.service.invite(companyName=company, branchId=branch)

    def choose(self, name):
        """As a screen reader does: opens the list by the selector's action, and chooses by that of the item."""
        selector = self.screen.find(ROLE.COMBO_BOX, "Branch")
        selector.press()
        selector.find(ITEMS, name).press()
        wait_for(f"{name} to be chosen", lambda: name in selector.description)

    def wait_rows(self, number):
        wait_for(f"{number} rows", lambda: self.rows() == number)

    def test_list_and_badge_follow_the_branch_that_is_chosen(self):
        self.start_with(3)
        self.wait_rows(3)

        self.choose("Dublin")
        self.wait_pending(1)
        self.wait_rows(1)
        self.assertTrue(self.table().cell(0).name.startswith("Liffey Books Ltd"))
        self.choose("London")
        self.wait_pending(2)
        self.wait_rows(2)
        self.choose("All branches")

        self.wait_pending(3)
        self.wait_rows(3)

    def test_branch_that_was_chosen_is_shown_after_the_next_start(self):
        self.start_with(3)
        self.choose("Dublin")
        self.wait_pending(1)
        self.program.close_window()
        self.assertEqual(self.program.wait_end(), 0)

        self.start()

        self.wait_pending(1)
        selector = self.screen.find(ROLE.COMBO_BOX, "Branch")
        wait_for("Dublin to be shown", lambda: "Dublin" in selector.description)


if __name__ == "__main__":
    unittest.main()
