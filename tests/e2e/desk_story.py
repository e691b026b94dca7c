#!/usr/bin/python3
"""desk_story.py ADDRESS_DESK ADDRESS_DESKCTL SUPPORT: the window's main job, from the outside.

Drives the built program through AT-SPI and real keys: find, correct, look back, put back. What is in the database is
asked of address-deskctl, never of the window. Run it under tests/support/guirun.sh.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

DESK, CTL, SUPPORT = sys.argv[1:4]
sys.path.insert(0, SUPPORT)
from desk_driver import TABLES, Window, keys, wait, write  # noqa: E402

NEW_CITY = "Quimper"
REASON = "moved, phoned"


def ctl(database, *arguments):
    """What address-deskctl answers, one object a line; it must succeed."""
    done = subprocess.run([CTL, "--database", database, "--json", *arguments], capture_output=True, text=True)
    assert done.returncode == 0, f"address-deskctl {arguments} ended with {done.returncode}: {done.stdout}{done.stderr}"
    return [json.loads(line) for line in done.stdout.splitlines()]


def city(database, address):
    return ctl(database, "show", address)[0]["city"]


def events(database, address):
    return ctl(database, "history", address)


def story(database):
    ctl(database, "init")
    ctl(database, "sample", "--customers", "40", "--seed", "11")
    person = next(found for found in ctl(database, "find", "a") if found["customer"] and found["city"])
    address, old_city, email = person["id"], person["city"], person["customer"]["email"]
    before = len(events(database, address))

    window = Window([DESK, "--database", database])
    try:
        table = window.wait_for("Addresses", TABLES)
        wait("the list is filled", lambda: window.rows(table) > 1)

        keys("ctrl+f")
        window.focus("Search")
        write(email)
        wanted = ctl(database, "find", email)
        wait("the search is done", lambda: window.rows(table) == len(wanted))
        column = window.column(table, "City")
        row = next(r for r in range(len(wanted)) if is_this(window, table, r, person))

        window.edit_cell(table, row, column, NEW_CITY)
        wait("the new city is in the list", lambda: NEW_CITY in window.cell(table, row, column))
        assert city(database, address) == old_city, "nothing may be written before Save"
        window.focus("Reason")
        write(REASON)
        window.press("Save")
        wait("the new city is in the database", lambda: city(database, address) == NEW_CITY)

        newest = events(database, address)[0]
        assert newest["eventType"] == "AddressFieldChanged", newest
        assert newest["reason"] == REASON and newest["revertible"] is True, newest
        assert (newest["payload"]["from"], newest["payload"]["to"]) == (old_city, NEW_CITY), newest

        history = window.wait_for("History", TABLES)
        wait("the change is in the history",
             lambda: any(NEW_CITY in text and old_city in text for text in window.texts(history)))
        keys("ctrl+h")
        window.press("Set back")
        wait("the old city is in the database", lambda: city(database, address) == old_city)
        wait("the old city is in the list", lambda: old_city in window.cell(table, row, column))

        newest, change = events(database, address)[:2]
        assert newest["eventType"] == "AddressFieldReverted", newest
        assert newest["payload"]["revertToken"] == change["payload"]["revertToken"], "a revert uses up its change's token"
        assert change["revertible"] is False and change["why"], change
        assert len(events(database, address)) == before + 2
        ctl(database, "verify")

        keys("ctrl+q")
        assert window.wait_for_end() == 0, "the program did not end well"
    except Exception:
        window.tree()
        window.picture("desk_story_failed.png")
        raise
    finally:
        window.stop()


def is_this(window, table, row, address):
    """Whether the row shows this address and no other one of the same customer."""
    return all(window.cell(table, row, window.column(table, title)).endswith(address[field] or "")
               for title, field in (("Street", "streetName"), ("Postal code", "zipCode"), ("City", "city")))


with tempfile.TemporaryDirectory() as folder:
    story(f"sqlite:{pathlib.Path(folder) / 'story.db'}")
print("The story ended well.")
