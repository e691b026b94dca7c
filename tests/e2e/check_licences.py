#!/usr/bin/env python3
"""Compares what the README and the window's About say of other people's work, and both with what is linked.

Usage: check_licences.py ROOT"""

import pathlib
import re
import sys

# What CMake calls it, and what people do. None: a part of every system, or a tool.
NAMES = {
    "Qt6": "Qt 6",
    "Qt6Keychain": "QtKeychain",
    "tl-expected": "tl::expected",
    "CURL": "libcurl",
    "libmicrohttpd": "GNU libmicrohttpd",
    "libqrencode": "libqrencode",
    "SQLite3": "SQLite",
    "PostgreSQL": "libpq",
    "Threads": None,
    "PkgConfig": None,
}


def facts(text):
    """Each "name (licence)" between "It uses" and the end of what the sample's places come from."""
    sentences = re.search(r"It uses (.*?\(public domain\))[.;]", re.sub(r"\s+", " ", text))
    if not sentences:
        return set()
    found = re.findall(r"(?:^|, | and | from )((?:(?!, | and | from ).)+? \([^)]*\))", sentences.group(1))
    return set(found)


def main():
    root = pathlib.Path(sys.argv[1])
    readme = facts((root / "README.md").read_text())
    source = (root / "ui/desk/AboutDialog.cpp").read_text()
    about = facts(re.sub(r'"\s*\n\s*"', "", source))
    problems = [f"only in the README: {fact}" for fact in sorted(readme - about)]
    problems += [f"only in About: {fact}" for fact in sorted(about - readme)]
    build = (root / "CMakeLists.txt").read_text()
    linked = re.findall(r"find_package\((\S+)", build) + re.findall(r"pkg_check_modules\((\S+)", build)
    for package in linked:
        if package not in NAMES:
            problems.append(f"{package} is linked, and unknown to this check")
        elif NAMES[package] and not any(fact.startswith(NAMES[package] + " (") for fact in about):
            problems.append(f"{package} is linked, and About has no licence of it")
    print("\n".join(problems) or f"{len(about)} licences, the same in the README and in About")
    return 1 if problems or not about else 0


if __name__ == "__main__":
    sys.exit(main())
