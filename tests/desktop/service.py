"""The sandbox service as a process, and its control API: see tests/sandbox/README.md."""

import json
import select
import ssl
import subprocess
import urllib.error
import urllib.request

OPERATIONS = "/v1/operations/"


class Service:
    """Starts with `invitations` pending or decided sample invitations; `person(key)` has somebody's token."""

    def __init__(self, program, folder, invitations=0, clients=0, seed=1, port=0, live=0):
        self.folder = folder
        self._log = open(f"{folder}.log", "ab")
        self._process = subprocess.Popen(
            [program, "--port", str(port), "--dir", folder, "--invitations", str(invitations),
             "--clients", str(clients), "--seed", str(seed), "--live", str(live)],
            stdout=subprocess.PIPE, stderr=self._log)
        self.description = json.loads(self._first_line())
        self.url = self.description["url"]
        self.ca = self.description["ca"]
        self._trust = ssl.create_default_context(cafile=self.ca)

    def _first_line(self, seconds=120):
        ready, _, _ = select.select([self._process.stdout], [], [], seconds)
        line = self._process.stdout.readline() if ready else b""
        if not line:
            self.stop()
            raise AssertionError("the sandbox did not start")
        return line

    def stop(self):
        self._process.terminate()
        try:
            code = self._process.wait(30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._process.stdout.close()
        self._log.close()
        return code

    def person(self, key):
        return next(person for person in self.description["people"] if person["key"] == key)

    # --- The control API -------------------------------------------------------------------------------------------
    def control(self, method, path, body=None):
        request = urllib.request.Request(
            self.description["control"] + path, method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + self.description["controlToken"]})
        try:
            with urllib.request.urlopen(request, context=self._trust, timeout=30) as answer:
                return json.loads(answer.read())
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.code} {error.read().decode()}") from error

    def invite(self, **members):
        """A new pending invitation; answers its id."""
        members.setdefault("branchId", "london")
        return self.control("POST", "/invitations", members)["id"]

    def invitation(self, identity):
        return self.control("GET", f"/invitations/{identity}")["invitation"]

    def pending(self):
        """Of all branches together."""
        return sum(self.control("GET", "/state")["pending"].values())

    def attempts(self):
        return self.control("GET", "/ledger")["attempts"]

    def effects(self, identity=None):
        """What operations did, to one invitation or to all."""
        return [effect for effect in self.control("GET", "/ledger")["effects"]
                if effect["operationId"] and identity in (None, effect["id"])]

    def mail_to(self, address):
        return [mail for mail in self.control("GET", "/mail") if address in mail["to"]]

    def requests(self, prefix):
        """How many were answered whose method, path and status begin so, as in "GET /v1/changes"."""
        counts = self.control("GET", "/requests")["counts"]
        return sum(count for name, count in counts.items() if name.startswith(prefix))

    def outage(self, on):
        self.control("POST", "/outage", {"on": on})

    def fault(self, **rule):
        self.control("POST", "/faults", rule)

    def heal(self):
        self.control("DELETE", "/faults")
