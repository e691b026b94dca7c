#!/usr/bin/env python3
"""check_translations.py SOURCE LUPDATE: fails when a text for people is missing from a translation, is unfinished, or has lost a placeholder.

Copies the .ts files, lets lupdate read all sources into the copies and looks for anything new, unfinished or no longer used.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree


def is_complete(message, only_plurals):
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return False
    if message.get("numerus") == "yes":
        return all((form.text or "").strip() for form in translation.findall("numerusform"))
    return only_plurals or bool((translation.text or "").strip())


PLACEHOLDER = re.compile(r"%L?(?:n|[1-9])")


def is_faithful(message):
    """The placeholders are those of the source, and no note of a translator's stands in the text's place."""
    source = message.findtext("source")
    translation = message.find("translation")
    texts = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
    wanted = {place.replace("L", "") for place in PLACEHOLDER.findall(source)}
    optional = {"%n"}  # "one address" needs no number.
    for text in filter(None, texts):
        found = {place.replace("L", "") for place in PLACEHOLDER.findall(text)}
        if found - wanted or wanted - found - optional:
            return False
    return True


def problems_of(file):
    # The English file only holds plurals; every other text is English already.
    only_plurals = file.stem.endswith("_en")
    for context in ElementTree.parse(file).getroot().findall("context"):
        for message in context.findall("message"):
            if not is_complete(message, only_plurals):
                yield f"{file.name}: {context.findtext('name')}: “{message.findtext('source')}”"
            elif not is_faithful(message):
                yield f"{file.name}: {context.findtext('name')}: other placeholders than “{message.findtext('source')}”"


def main():
    source, lupdate = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    files = sorted((source / "translations").glob("*.ts"))
    problems = [] if len(files) >= 2 else ["There must be an English and a French file in translations/."]
    build = (source / "translations/CMakeLists.txt").read_text()
    problems += [f"{file.name}: translations/CMakeLists.txt does not build and update it." for file in files if build.count(file.name) < 2]
    with tempfile.TemporaryDirectory() as folder:
        for file in files:
            copy = pathlib.Path(folder) / file.name
            shutil.copy(file, copy)
            options = ["-pluralonly"] if file.stem.endswith("_en") else []
            subprocess.run([lupdate, "-silent", "-locations", "none", "-extensions", "cpp,h", "-I", str(source), *options,
                            *(str(source / room) for room in ("app", "models", "ui")), "-ts", str(copy)], check=True)
            problems += problems_of(copy)
    print("\n".join(problems) or "Every text is translated.")
    sys.exit(1 if problems else 0)


main()
