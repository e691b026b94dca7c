#!/usr/bin/env python3
"""check_options.py FOLDER ADDRESS-DESK ADDRESS-DESKCTL: fails when a program takes an option that its usage line or its manual
page in the folder does not name, or when the manual page names one that the program does not take; when the two programs have
different letters for one option; or when the README beside the folder and the manual page of the window name other keys.
"""
import os
import pathlib
import re
import subprocess
import sys

OPTION = re.compile(r"(?<![\w-])--?[A-Za-z][\w-]*")


def help_of(*command):
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    answer = subprocess.run([*command, "--help"], capture_output=True, text=True, check=True, env=environment, timeout=60)
    return answer.stdout.splitlines()


def listed(lines, title):
    """The first column of the indented list below a title."""
    rows = lines[lines.index(title) + 1:]
    end = next((i for i, line in enumerate(rows) if not line.startswith(" ")), len(rows))
    return [re.split(r"\s{2,}", row.strip())[0] for row in rows[:end] if re.match(r"  \S", row)]


def options_in(text):
    return set(OPTION.findall(text))


class ManualPage:
    def __init__(self, file):
        self.name = file.name
        source = re.sub(r"\\f[A-Z]", "", file.read_text(encoding="utf-8").replace("\\-", "-").replace('"', ""))
        self.lines = [re.sub(r"(?<=\S) (?=,)", "", line) for line in source.splitlines()]

    def section(self, title):
        start = self.lines.index(f".SH {title}") + 1
        return self._until(start, (".SH",))

    def entry(self, command):
        tag = re.compile(rf"\.B[RI]? {command}( |$)")
        starts = [i for i, line in enumerate(self.lines) if tag.match(line) and self.lines[i - 1] == ".TP"]
        return self._until(starts[0], (".SH", ".SS", ".TP")) if starts else ""

    def _until(self, start, macros):
        end = next((i for i in range(start, len(self.lines)) if self.lines[i].split(" ")[0] in macros), len(self.lines))
        return "\n".join(self.lines[start:end])


def differences(where, taken, told, beside=frozenset()):
    yield from (f"{where} does not name {option}." for option in sorted(taken - told))
    yield from (f"{where} names {option}, which is not taken." for option in sorted(told - taken - beside))


def problems_of_desk(program, page):
    rows = [line for line in help_of(program) if line.startswith("  -")]
    taken = set().union(*(options_in(re.split(r"\s{2,}", row.strip())[0]) for row in rows))
    yield from differences(page.name, taken, options_in(page.section("OPTIONS")))


def problems_of_keys(readme, page):
    table = readme.read_text(encoding="utf-8").split("| key | does |\n|---|---|\n")[1].split("\n\n")[0]
    arrows = str.maketrans({"↓": "Down", "↑": "Up", "←": "Left"})
    told = [row.split("|")[1].strip().translate(arrows) for row in table.splitlines()]
    rows = page.section("KEYS").split(".TS\n")[1].split("\n.TE")[0].splitlines()
    listed_keys = [row.split("\t")[0] for row in rows if "\t" in row]
    if len(told) < 10:
        yield f"The keys of {readme.name} could not be read."
    if told != listed_keys:
        yield f"{readme.name} names the keys {'; '.join(told)}, but {page.name} {'; '.join(listed_keys)}."


def problems_of_ctl(program, page):
    lines = help_of(program)
    common = options_in(" ".join(listed(lines, "Options:")))
    commands = listed(lines, "Commands:")
    if len(commands) < 10 or len(common) < 4:
        yield f"{program} --help could not be read."
    yield from differences(page.name, common, options_in(page.section("OPTIONS")))
    for command in commands:
        lines = help_of(program, command)
        usage = " ".join(lines[:lines.index("")])
        own = options_in(" ".join(listed(lines, "Options:"))) - common
        yield from differences(f"The usage line of {command}", own, options_in(usage), common)
        yield from differences(f"{page.name}, at {command},", own, options_in(page.entry(command)), common)


def letters(program):
    """The letter of each option that has one."""
    return dict(reversed(pair) for line in help_of(program) for pair in re.findall(r"^  (-\w), (--[\w-]+)", line))


def problems_of_letters(desk, ctl):
    ours, theirs = letters(desk), letters(ctl)
    if not ours or not theirs:
        yield "No letters of options could be read."
    yield from (f"{option} is {ours[option]} in {desk}, but {theirs[option]} in {ctl}."
                for option in sorted(ours.keys() & theirs.keys()) if ours[option] != theirs[option])


def main():
    folder, desk, ctl = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    problems = [*problems_of_desk(desk, ManualPage(folder / "address-desk.1")),
                *problems_of_keys(folder.parent / "README.md", ManualPage(folder / "address-desk.1")),
                *problems_of_letters(desk, ctl),
                *problems_of_ctl(ctl, ManualPage(folder / "address-deskctl.1"))]
    print("\n".join(problems) or "Every option is documented.")
    sys.exit(1 if problems else 0)


main()
