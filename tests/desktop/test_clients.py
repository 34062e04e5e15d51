"""A client after the acceptance: notes, first steps, one's own access, the end; and how a new one comes."""

import re
import unittest

from desktop import BUTTONS, DIALOGS, FIELDS, ITEMS, DesktopTest
from program import ROLE
from waiting import wait_for

COMPANY = "Northwind Trading Ltd"


class Clients(DesktopTest):
    def setUp(self):
        super().setUp()
        self.invitation = self.service.invite(companyName=COMPANY, ownerEmail="amara@northwind.example")

    def open_client(self):
        """Accepts the invitation, and opens the page of the client that it made; answers its id."""
        self.start_with(1)
        self.accept(COMPANY)
        self.wait_status_of(self.invitation, "accepted")
        self.open_section("Clients")
        table = self.screen.find((ROLE.TABLE, ROLE.TREE_TABLE, ROLE.TREE, ROLE.LIST, ROLE.LIST_BOX), "Clients list")
        wait_for("the client's row", lambda: table.row_count == 1 and table.cell(0).name.startswith(COMPANY)
                 and "connecting" not in table.cell(0).name.lower())
        table.cell(0).click()
        self.screen.find(BUTTONS, "Add Note")
        return self.service.invitation(self.invitation)["clientId"]

    def client(self, identity):
        return self.service.control("GET", f"/clients/{identity}")["client"]

    def press(self, name, screen=None):
        button = (screen or self.screen).find(BUTTONS, name)
        wait_for(f"{name} to be enabled", lambda: button.enabled)
        button.press()

    def test_note_written_offline_is_on_the_client_once_afterwards(self):
        client = self.open_client()
        self.service.outage(True)
        self.wait_status("Offline")

        self.screen.find(FIELDS, "New note").write("Called about VAT: wants a visit. 你好")
        self.press("Add Note")
        self.screen.find(ITEMS, "Waiting to send, 1")
        self.wait_words(r"wants a visit")
        self.program.kill()
        self.service.outage(False)
        self.start()

        wait_for("the note at the service", lambda: self.client(client).get("notes"), seconds=120)
        self.assertEqual([note["text"] for note in self.client(client)["notes"]], ["Called about VAT: wants a visit. 你好"])
        self.assert_one_effect(client)

    def test_step_and_access_go_one_after_the_other_and_are_shown(self):
        client = self.open_client()

        self.press(re.compile("Remove Amara Okafor.*"))
        box = self.screen.find(ROLE.CHECK_BOX, re.compile("Chart of accounts", re.IGNORECASE))
        wait_for("the step to be open to be ticked", lambda: box.enabled)
        box.press()

        wait_for("both at the service", lambda: self.client(client).get("firstSteps") == ["chart_of_accounts"], seconds=60)
        self.assertEqual(self.client(client)["accountants"], [])
        self.assertEqual([effect["action"] for effect in self.service.effects(client)],
                         ["accountant_removed", "first_step_done"])
        self.press("Set Up Access")
        wait_for("one's own access", lambda: [each["memberId"] for each in self.client(client)["accountants"]] == ["mem_amara"],
                 seconds=60)

    def test_disconnecting_asks_says_what_it_means_and_tells_the_client(self):
        client = self.open_client()

        self.press("Disconnect…")
        dialog = self.screen.find(DIALOGS, "Disconnect Client")
        self.wait_words(r"Everyone at your firm loses access")
        dialog.find(ROLE.RADIO_BUTTON, "Business closed").press()
        self.press("Disconnect Client", dialog)

        wait_for("the end at the service", lambda: self.client(client)["state"] == "disconnected", seconds=60)
        self.assert_one_effect(client)
        self.assertTrue(any("Business closed" in str(mail) for mail in self.service.mail_to("amara@northwind.example")))

    def test_adding_a_client_has_the_link_and_a_new_one_ends_the_old(self):
        self.start_with(1)
        self.open_section("Clients")
        self.press("Add a Client…")
        dialog = self.screen.find(DIALOGS, "Add a Client")
        self.wait_words(r"https://\S+")
        before = re.search(r"https://\S*/\S+", self.screen.words())[0]

        self.press("Make a New Link…", dialog)
        self.press("Make a New Link", dialog)

        wait_for("a new link", lambda: self.service.effects(), seconds=60)
        self.assertEqual([effect["action"] for effect in self.service.effects()], ["link_regenerated"])
        wait_for("another link to be shown", lambda: before not in self.screen.words()
                 and re.search(r"https://\S*/\S+", self.screen.words()), seconds=60)


if __name__ == "__main__":
    unittest.main()
