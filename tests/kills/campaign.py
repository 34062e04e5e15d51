#!/usr/bin/env python3
"""Kills the real core at random moments while it decides and sends, and compares what it said with the service's ledger.

A child process (atlas-core-child) decides on invitations of a real sandbox over TLS and reports each decision that was
acknowledged over a pipe. It is killed with SIGKILL after a random number of reports and a random pause, and started again
on the same data folder, a given number of times, while the service loses requests and answers. At the end everything is
delivered, and each acknowledged decision must have had its effect, once.
"""
import argparse
import collections
import json
import os
import random
import select
import shutil
import ssl
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

FAULTS = [
    {"kind": "drop_before"}, {"kind": "drop_after"}, {"kind": "drop_before", "reset": True}, {"kind": "drop_after", "reset": True}, {"kind": "truncate", "bytes": 40},
    {"kind": "status", "status": 503, "code": "unavailable"},
    {"kind": "status", "status": 503, "code": "unavailable", "effect": True},
    {"kind": "status", "status": 200, "contentType": "text/html", "body": "<h1>Wi-Fi</h1>", "atlasApi": False},
    {"kind": "delay", "ms": 30},
]

# A child decides at most so often in one run, so that no computer, however slow to kill it, runs out of invitations.
DECISIONS = 12
SILENCE = 120  # seconds without a word from a child that has something to decide: it hangs


class Service:
    def __init__(self, program, folder, invitations, seed):
        self.process = subprocess.Popen(
            [program, "--port", "0", "--dir", folder, "--invitations", str(invitations), "--clients", "5", "--seed", str(seed)],
            stdout=subprocess.PIPE, text=True)
        self.facts = json.loads(self.process.stdout.readline())
        self.trust = ssl.create_default_context(cafile=self.facts["ca"])
        self.token_file = os.path.join(folder, "tokens", "amara")

    def control(self, path, body=None, method=None):
        request = urllib.request.Request(
            self.facts["control"] + path, method=method, data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": "Bearer " + self.facts["controlToken"]})
        try:
            with urllib.request.urlopen(request, context=self.trust) as answer:
                return json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as refused:
            raise SystemExit(f"The sandbox refused {path}: {refused.read().decode()}") from refused

    def end(self):
        self.process.terminate()
        self.process.wait()


class Campaign:
    def __init__(self, arguments, folder):
        self.child_program = arguments.child
        self.kills = arguments.kills
        self.random = random.Random(arguments.seed)
        self.data = os.path.join(folder, "data")
        self.service = Service(arguments.sandbox, os.path.join(folder, "service"), arguments.kills * DECISIONS + 50, arguments.seed)
        self.invitation_of = {}  # of each operation that was said to be kept
        self.undoing = set()
        self.undone = set()
        self.faults = collections.Counter()

    def command(self, *more):
        facts = self.service.facts
        return [self.child_program, "--server", facts["url"], "--ca-file", facts["ca"], "--token-file",
                self.service.token_file, "--data-dir", self.data, *more]

    def hear(self, line):
        words = line.split()
        if words[0] == "kept":
            self.invitation_of[words[1]] = words[2]
        elif words[0] == "undoing":
            self.undoing.add(words[1])
        elif words[0] == "undone":
            self.undone.add(words[1])

    def plant_fault(self):
        fault = dict(self.random.choice(FAULTS), times=self.random.randint(1, 3), method="PUT", pathPrefix="/v1/operations/")
        self.faults[fault["kind"]] += fault["times"]
        self.service.control("/faults", fault)

    def run_and_kill(self, number):
        if self.random.random() < 0.5:
            self.plant_fault()
        hold = self.random.choice(["0", "0", "0", "50", "60000"])
        child = subprocess.Popen(self.command("--seed", str(number), "--hold", hold, "--decisions", str(DECISIONS)),
                                 stdout=subprocess.PIPE)
        buffer = b""
        for _ in range(self.random.randint(1, DECISIONS - 2)):
            buffer = self.hear_one(child, buffer, number)
        time.sleep(self.random.random() * 0.05)  # Not for something to happen: any moment may be the one
        child.kill()
        for line in (buffer + child.stdout.read()).split(b"\n")[:-1]:  # What a cut left of a line was not told
            self.hear(line.decode())
        child.wait()

    def hear_one(self, child, buffer, number):
        """Waits for one whole line; what came after it."""
        while b"\n" not in buffer:
            if not select.select([child.stdout], [], [], SILENCE)[0]:
                child.kill()
                raise SystemExit(f"The child said nothing for {SILENCE} s: seed {number}")
            piece = os.read(child.stdout.fileno(), 65536)
            if not piece:
                raise SystemExit(f"The child ended by itself: exit code {child.wait()}, seed {number}")
            buffer += piece
        line, buffer = buffer.split(b"\n", 1)
        self.hear(line.decode())
        return buffer

    def settle(self):
        self.service.control("/faults", method="DELETE")
        # What the kills left is delivered in a minute of holds and some milliseconds each: the bound is for a child that hangs.
        child = subprocess.run(self.command("--settle", "--hold", "0"), stdout=subprocess.PIPE, text=True,
                               timeout=300 + 2 * self.kills)
        lines = child.stdout.splitlines()
        if child.returncode != 0 or not lines or not lines[-1].startswith("settled"):
            raise SystemExit(f"What waited was not delivered: exit code {child.returncode}, {lines[-3:]}")
        self.cards = dict(line.split()[1:3] for line in lines if line.startswith("card"))
        self.badge = int(lines[-1].split()[1])

    def faults_found(self):
        """Sentences, a line each; empty: nothing was lost and nothing doubled."""
        ledger = self.service.control("/ledger")
        effects = collections.Counter(effect["operationId"] for effect in ledger["effects"]
                                      if effect["operationId"] and effect["kind"] == "invitation")
        decisions = collections.Counter(effect["id"] for effect in ledger["effects"]
                                        if effect["operationId"] and effect["kind"] == "invitation")
        bodies = collections.defaultdict(set)
        for attempt in ledger["attempts"]:
            bodies[attempt["operationId"]].add(attempt["sha256"])
        for operation, invitation in self.invitation_of.items():
            if operation in self.undone and effects[operation]:
                yield f"{operation} was taken back, and had an effect on {invitation}"
            if operation not in self.undoing and not effects[operation]:
                card = self.cards.get(operation)
                yield f"{operation} was kept and had no effect on {invitation}: " + (f"a card, EndKind {card}" if card else "lost")
        yield from (f"{operation} had {count} effects" for operation, count in effects.items() if count > 1)
        yield from (f"Invitation {id} was decided {count} times" for id, count in decisions.items() if count > 1)
        yield from (f"{operation} was sent with {len(seen)} bodies" for operation, seen in bodies.items() if len(seen) > 1)
        pending = sum(self.service.control("/state")["pending"].values())
        if pending != self.badge:
            yield f"The badge says {self.badge}, the service has {pending} pending"
        self.effects, self.attempts = sum(effects.values()), len(ledger["attempts"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--child", required=True)
    parser.add_argument("--sandbox", required=True)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="atlas-kills-")
    campaign = Campaign(arguments, folder)
    try:
        for number in range(1, arguments.kills + 1):
            campaign.run_and_kill(number)
        campaign.settle()
        found = list(campaign.faults_found())
    finally:
        campaign.service.end()
    print(f"{arguments.kills} kills, {len(campaign.invitation_of)} decisions acknowledged, {len(campaign.undone)} taken back, "
          f"{campaign.attempts} attempts at the service, {campaign.effects} effects, cards by EndKind "
          f"{dict(collections.Counter(campaign.cards.values()))}; faults asked for: {dict(campaign.faults)}")
    if found or not campaign.invitation_of:
        print("\n".join(found or ["No decision was acknowledged: nothing was tried"]))
        print(f"What it left is in {folder}")
        return 1
    shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
