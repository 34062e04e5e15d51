"""Waiting for what must come, as long as a busy machine may take and no longer."""

import time

PATIENCE = 60


def wait_for(what, look, seconds=PATIENCE):
    """The first answer of `look` that is true; AssertionError, which names `what`, where none comes in time."""
    last = time.monotonic() + seconds
    while True:
        answer = look()
        if answer:
            return answer
        if time.monotonic() > last:
            raise AssertionError(f"waited {seconds} s in vain for {what}; the last look saw {answer!r}")
        time.sleep(0.1)  # between two looks, for they cost the program time
