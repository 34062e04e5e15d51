"""The access token on this computer: in no file, no log, no argument or environment of a process, and in no crash's image."""

import os
import re
import resource
import signal
import unittest

from desktop import DesktopTest


class Secrets(DesktopTest):
    def setUp(self):
        super().setUp()
        self.first = self.service.invite(companyName="Northwind Trading Ltd", ownerEmail="amara@northwind.example")
        self.second = self.service.invite(companyName="Café Béla Kft.", ownerEmail="bela@cafe.example")
        with open(self.service.person(self.person)["tokenFile"], encoding="ascii") as file:
            self.token = file.read().strip().encode()
        self.assertGreater(len(self.token), 16)

    def files_with_token(self):
        """Of all that this test's desktop holds, the service's own folder aside."""
        found, looked = [], 0
        for folder, folders, names in os.walk(os.environ["ATLAS_DESKTOP"]):
            folders[:] = [name for name in folders if os.path.join(folder, name) != self.path("service")]
            for name in names:
                path = os.path.join(folder, name)
                if os.path.islink(path) or not os.path.isfile(path):
                    continue
                looked += 1
                with open(path, "rb") as file:
                    if self.token in file.read():
                        found.append(path)
        self.assertGreater(looked, 3)
        return found

    def processes_with_token(self):
        """By their arguments and their environment, of every process that can be looked at."""
        found = []
        for process in filter(str.isdigit, os.listdir("/proc")):
            for what in ("cmdline", "environ"):
                try:
                    with open(f"/proc/{process}/{what}", "rb") as file:
                        if self.token in file.read():
                            found.append(f"{process} {what}")
                except OSError:
                    pass  # It has ended, or is somebody else's
        return found

    def test_token_is_in_no_file_log_or_process_while_one_works(self):
        self.start_with(2)
        self.reject("Café Béla Kft.", message="Sorry, not this year.")
        self.wait_status_of(self.second, "rejected")
        self.service.fault(kind="status", status=401, code="unauthenticated", pathPrefix="/v1/", times=10)
        self.send_now()
        self.wait_words("no longer accepts your token")

        self.assertEqual(self.processes_with_token(), [])
        self.assertEqual(self.files_with_token(), [])

        self.program.kill()
        self.start("--offline")
        self.wait_status("Offline")
        self.assertEqual(self.files_with_token(), [])

    def test_crash_leaves_no_image_of_the_memory_and_no_token(self):
        allowed = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (allowed, allowed))  # What the program is started with
        self.start_with(2)
        self.wait_status("Online")
        with open(f"/proc/{self.program.pid}/limits", encoding="ascii") as file:
            core = re.search(r"Max core file size +(\S+)", file.read())
        self.assertEqual(core[1], "1")  # No room for a file, and on Linux no program is given it, either

        self.program.signal(signal.SIGABRT)  # As an assertion does; AddressSanitizer would report a SIGSEGV as a fault

        self.program.wait_end()
        self.assertEqual(self.files_with_token(), [])


if __name__ == "__main__":
    unittest.main()
