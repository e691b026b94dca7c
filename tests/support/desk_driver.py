"""Drives the real window through AT-SPI and real keys, as a person with a screen reader would.

Run it under tests/support/guirun.sh with Debian's python3. Nothing here waits for a fixed time: every wait is for something
that can be seen, and fails with what was waited for.
"""
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# An action that opens a modal dialog blocks inside the application: give up waiting for it and go on.
Atspi.set_timeout(1500, 5000)

TABLES = ("table", "tree table", "tree", "list")
PATIENCE = 30


def wait(what, condition, seconds=PATIENCE):
    """The first true value of condition(); AssertionError naming `what` when there is none in time."""
    end = time.monotonic() + seconds
    while True:
        try:
            value = condition()
            if value:
                return value
        except GLib.GError:
            pass  # an object went away while we looked at it
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s in vain: {what}")
        time.sleep(0.05)


def keys(*names):
    """Presses keys one after the other, for example keys("ctrl+f", "Return")."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)


def write(text):
    """Types text with real keys."""
    subprocess.run(["xdotool", "type", "--delay", "15", text], check=True)


class Window:
    """A program's window, from its start to its end."""

    def __init__(self, command):
        self.process = subprocess.Popen(command)
        self.root = wait("the program is on the accessibility bus", self._application)

    def _application(self):
        assert self.process.poll() is None, f"the program ended with status {self.process.returncode}"
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def find(self, name, roles=None, under=None):
        """The first accessible with this name and one of these roles, or None. Does not look into tables."""
        waiting = [under or self.root]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            role = node.get_role_name()
            if node.get_name() == name and (roles is None or role in roles):
                return node
            if role not in TABLES:
                waiting += [node.get_child_at_index(i) for i in range(min(node.get_child_count(), 200))]
        return None

    def wait_for(self, name, roles=None):
        return wait(f"“{name}” is in the window", lambda: self.find(name, roles))

    def press(self, name):
        """Presses the button with this accessible name as soon as it is enabled."""
        def enabled():
            button = self.find(name, ("push button", "button"))
            return button if button and button.get_state_set().contains(Atspi.StateType.SENSITIVE) else None

        button = wait(f"the button “{name}” is enabled", enabled)
        try:
            Atspi.Action.do_action(button, 0)
        except GLib.GError:
            pass  # the button opened a dialog and answers later

    def focus(self, name, roles=("text", "entry", "combo box")):
        """Puts the keyboard focus into a field."""
        field = self.wait_for(name, roles)
        Atspi.Component.grab_focus(field)
        wait(f"“{name}” has the focus", lambda: field.get_state_set().contains(Atspi.StateType.FOCUSED))

    def texts(self, node, limit=400):
        """Names and texts of everything below a node, at most `limit` objects, as one list."""
        found, waiting = [], [node]
        while waiting and limit > 0:
            current = waiting.pop(0)
            limit -= 1
            if current is None:
                continue
            if current.get_name():
                found.append(current.get_name())
            waiting += [current.get_child_at_index(i) for i in range(min(current.get_child_count(), 100))]
        return found

    @staticmethod
    def rows(table):
        return Atspi.Table.get_n_rows(table)

    @staticmethod
    def column(table, title):
        """The number of the column with this title; AssertionError if there is none."""
        titles = [Atspi.Table.get_column_description(table, i) for i in range(Atspi.Table.get_n_columns(table))]
        assert title in titles, f"no column “{title}” in {titles}"
        return titles.index(title)

    @staticmethod
    def cell(table, row, column):
        """What a screen reader says of a cell."""
        return Atspi.Table.get_accessible_at(table, row, column).get_name()

    @staticmethod
    def click_cell(table, row, column):
        box = Atspi.Component.get_extents(Atspi.Table.get_accessible_at(table, row, column), Atspi.CoordType.SCREEN)
        subprocess.run(["xdotool", "mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2), "click", "1"],
                       check=True)

    def edit_cell(self, table, row, column, text):
        """Clicks the cell, opens its editor with F2, types over its text and presses Return."""
        self.click_cell(table, row, column)
        wait("the clicked cell is the current one", lambda: Atspi.Table.get_accessible_at(table, row, column)
             .get_state_set().contains(Atspi.StateType.SELECTED))
        keys("F2", "ctrl+a")
        write(text)
        keys("Return")

    def tree(self, node=None, indent=0):
        """Prints what is in the window; for whoever writes a test."""
        node = node or self.root
        print("  " * indent + f"{node.get_role_name()} “{node.get_name()}”")
        if node.get_role_name() not in TABLES:
            for i in range(min(node.get_child_count(), 60)):
                child = node.get_child_at_index(i)
                if child:
                    self.tree(child, indent + 1)

    @staticmethod
    def picture(path):
        subprocess.run(["import", "-window", "root", path], check=True)

    def wait_for_end(self):
        """The exit status of the program, which must end by itself."""
        return self.process.wait(PATIENCE)

    def stop(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
