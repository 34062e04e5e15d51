"""Atlas Desktop as a process, found and used as a screen reader and a keyboard do: through AT-SPI, and keys and clicks."""

import re
import signal
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from waiting import PATIENCE, wait_for  # noqa: E402

ROLE = Atspi.Role
MOST_CHILDREN = 300  # of one object: a table of 100,000 rows is not walked
MOST_DEPTH = 40
Atspi.set_timeout(5000, 30000)


class Gone(Exception):
    """What was looked at is no longer on screen."""


def _asked(call, *arguments):
    """An answer of the other process; Gone where there is none."""
    try:
        return call(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from error


class Element:
    """One object of the window. Every answer is asked for anew: nothing is remembered here."""

    def __init__(self, accessible):
        self._accessible = accessible

    @property
    def name(self):
        return _asked(self._accessible.get_name) or ""

    @property
    def description(self):
        return _asked(self._accessible.get_description) or ""

    @property
    def role(self):
        return _asked(self._accessible.get_role)

    @property
    def role_name(self):
        return _asked(self._accessible.get_role_name)

    def has(self, state):
        return _asked(self._accessible.get_state_set).contains(state)

    @property
    def enabled(self):
        return self.has(Atspi.StateType.ENABLED)

    @property
    def showing(self):
        return self.has(Atspi.StateType.SHOWING)

    @property
    def checked(self):
        return self.has(Atspi.StateType.CHECKED)

    @property
    def selected(self):
        return self.has(Atspi.StateType.SELECTED)

    @property
    def focused(self):
        return self.has(Atspi.StateType.FOCUSED)

    @property
    def focusable(self):
        return self.has(Atspi.StateType.FOCUSABLE)

    def _as(self, interface):
        """Itself, where it has that interface of AT-SPI; else None."""
        return self._accessible if interface in _asked(self._accessible.get_interfaces) else None

    @property
    def text(self):
        """What a text field or a label holds; empty where it is neither."""
        interface = self._as("Text")
        if interface is None:
            return ""
        return _asked(Atspi.Text.get_text, interface, 0, _asked(Atspi.Text.get_character_count, interface))

    @property
    def actions(self):
        interface = self._as("Action")
        if interface is None:
            return []
        return [_asked(Atspi.Action.get_action_name, interface, i)
                for i in range(_asked(Atspi.Action.get_n_actions, interface))]

    @property
    def children(self):
        count = min(_asked(self._accessible.get_child_count), MOST_CHILDREN)
        made = (_asked(self._accessible.get_child_at_index, i) for i in range(count))
        return [Element(child) for child in made if child is not None]

    @property
    def area(self):
        """x, y, width and height on the screen."""
        component = self._as("Component")
        if component is None:
            raise Gone("it has no place on the screen")
        place = _asked(Atspi.Component.get_extents, component, Atspi.CoordType.SCREEN)
        return place.x, place.y, place.width, place.height

    # --- Tables ------------------------------------------------------------------------------------------------------
    @property
    def row_count(self):
        return _asked(Atspi.Table.get_n_rows, self._accessible)

    def cell(self, row, column=0):
        found = _asked(Atspi.Table.get_accessible_at, self._accessible, row, column)
        if found is None:
            raise Gone(f"no cell in row {row}")
        return Element(found)

    # --- Use ---------------------------------------------------------------------------------------------------------
    def press(self, action=("Press", "press", "click", "Toggle", "ShowMenu")):
        """By the object's own action."""
        interface = self._as("Action")
        for i, name in enumerate(self.actions):
            if name in action:
                _asked(Atspi.Action.do_action, interface, i)
                return
        raise AssertionError(f"{self!r} has none of the actions {action}: {self.actions}")

    def _resting(self):
        """Its area, if that is the same in two looks and not nothing."""
        try:
            before = self.area
            time.sleep(0.05)  # between two looks
            return before if before == self.area and before[2] > 0 and before[3] > 0 else None
        except Gone:
            return None

    def click(self):
        """Where it is once nothing moves."""
        x, y, width, height = wait_for(f"{self!r} to rest on the screen", self._resting)
        subprocess.run(["xdotool", "mousemove", str(x + width // 2), str(y + height // 2), "click", "1"],
                       check=True)

    def focus(self):
        _asked(Atspi.Component.grab_focus, self._accessible)

    def write(self, text):
        """Replaces what a text field holds."""
        interface = self._as("EditableText")
        if interface is None:
            raise AssertionError(f"{self!r} can't be written to")
        _asked(Atspi.EditableText.set_text_contents, interface, text)

    # --- Search ------------------------------------------------------------------------------------------------------
    def walk(self, showing=True, depth=0):
        """This and all below, top down; only what is on screen unless `showing` is False."""
        try:
            yield self
            children = self.children if depth < MOST_DEPTH else []
        except Gone:
            return
        for child in children:
            try:
                if showing and not child.showing:
                    continue
            except Gone:
                continue
            yield from child.walk(showing, depth + 1)

    def all(self, role=None, name=None, showing=True):
        """Those of the role (one or several) whose name is, or whose whole name fits the pattern."""
        roles = role if isinstance(role, (tuple, list)) else (role,)
        found = []
        for element in self.walk(showing):
            try:
                if (role is None or element.role in roles) and _fits(name, element.name):
                    found.append(element)
            except Gone:
                continue
        return found

    def seen(self, role=None, name=None):
        """The first, or None, of those that are on screen now."""
        found = self.all(role, name)
        return found[0] if found else None

    def find(self, role=None, name=None, seconds=PATIENCE):
        """The first that comes on screen."""
        return wait_for(f"{role} {name!r}", lambda: self.seen(role, name), seconds)

    def words(self):
        """All that is written on it, a line an element."""
        lines = []
        for element in self.walk():
            try:
                lines += [line for line in (element.name, element.description, element.text) if line and line not in lines[-3:]]
            except Gone:
                continue
        return "\n".join(lines)

    def tree(self):
        """For a person who looks why a test failed."""
        lines = []

        def look(element, depth):
            try:
                lines.append("  " * depth + repr(element))
                for child in element.children:
                    look(child, depth + 1)
            except Gone:
                pass
        look(self, 0)
        return "\n".join(lines)

    def __repr__(self):
        try:
            states = " ".join(word for word, is_so in (
                ("showing", self.showing), ("disabled", not self.enabled), ("checked", self.checked),
                ("selected", self.selected)) if is_so)
            return f"{self.role_name} {self.name!r} [{states}] {self.text[:120]!r} {self.actions}"
        except Gone:
            return "(gone)"


def _fits(pattern, name):
    if pattern is None:
        return True
    return pattern.fullmatch(name) is not None if isinstance(pattern, re.Pattern) else pattern == name


def keys(*pressed):
    """As from a keyboard, to the window that has the focus: "ctrl+f", "Return", "a"."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *pressed], check=True)


def type_text(text):
    subprocess.run(["xdotool", "type", "--clearmodifiers", "--delay", "15", text], check=True)


class Program:
    """A running program. `arguments` are the command line's; what it writes goes to `log`."""

    def __init__(self, executable, arguments, log):
        self.executable = executable
        self._log = open(log, "ab")
        self._process = subprocess.Popen([executable, *arguments], stdout=self._log, stderr=self._log)

    @property
    def running(self):
        return self._process.poll() is None

    @property
    def pid(self):
        return self._process.pid

    def signal(self, number):
        self._process.send_signal(number)

    def application(self):
        """Its root, or None while it isn't there."""
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(i)
                if child is not None and child.get_process_id() == self._process.pid:
                    child.set_cache_mask(Atspi.Cache.NONE)
                    return Element(child)
            except GLib.Error:
                continue
        return None

    def screen(self):
        """All its windows; waits until there is one."""
        def look():
            if not self.running:
                raise AssertionError(f"the program ended by itself with {self._process.returncode}")
            root = self.application()
            return root if root is not None and root.children else None
        return wait_for("the program's window", look)

    def area(self):
        """x, y, width and height of the largest window that one sees; None without one."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self._process.pid)],
                               capture_output=True, text=True)
        areas = []
        for window in found.stdout.split():
            told = subprocess.run(["xwininfo", "-id", window], capture_output=True, text=True).stdout
            values = [re.search(rf"{name}: +(-?\d+)", told)
                      for name in ("Absolute upper-left X", "Absolute upper-left Y", "Width", "Height")]
            if all(values):
                areas.append(tuple(int(value[1]) for value in values))
        return max(areas, key=lambda area: area[2] * area[3], default=None)

    def wait_end(self, seconds=PATIENCE):
        """Its exit code."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program did not end within {seconds} s") from None

    def kill(self):
        """As a power cut does: nothing is said or saved."""
        self.signal(signal.SIGKILL)
        self._process.wait()

    def close_window(self):
        """As a person does, by the window manager; not by its keys, which it does not hear just after a click."""
        active = wait_for("a window that is active", self._active_window)
        subprocess.run(["wmctrl", "-i", "-c", active], check=True)

    def _active_window(self):
        found = subprocess.run(["xdotool", "getactivewindow"], capture_output=True, text=True)
        window = found.stdout.strip()
        owner = subprocess.run(["xdotool", "getwindowpid", window], capture_output=True, text=True) if window else None
        return window if owner and owner.stdout.strip() == str(self._process.pid) else None

    def stop(self):
        """Whatever state it is in."""
        if self.running:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self.kill()
        self._log.close()
        return self._process.returncode
