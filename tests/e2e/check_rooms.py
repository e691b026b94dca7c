#!/usr/bin/env python3
"""check_rooms.py SOURCE: reads every #include and fails on an arrow between rooms that ARCHITECTURE.md forbids."""
import pathlib
import re
import sys

# Room → the rooms that it may include from. A room is the longest matching folder; each may always include itself.
ARROWS = {
    "models/domain": [],
    "models/wording": ["models/domain"],
    "models/notice": ["models/domain", "models/wording"],
    "models/storage": ["models/domain"],
    "models/items": ["models/domain", "models/wording"],
    "ui": ["models/items", "models/notice", "models/wording", "models/domain"],
    "app/sample": ["models/domain", "models/storage"],
    "app/credentials": ["models/domain"],
    "app/mail": ["models/domain", "models/notice", "models/wording"],
    "app/revertlink": ["models/domain", "models/wording"],
    "app/office": ["models", "app/mail", "app/revertlink"],
    "app/desk": ["ui", "models", "app/sample", "app/credentials", "app/mail", "app/revertlink", "app/office"],
    "app/ctl": ["models", "app/sample", "app/credentials", "app/mail", "app/revertlink", "app/office"],
    "tests": ["ui", "models", "app", "tests"],
}

# The folders of ui from the ground up. One may include from itself and from those further down, never from one beside it;
# what stands in ui itself puts them all together.
UI_LAYERS = [
    ["appearance"],
    ["widgets"],
    ["messages", "addresses", "connection"],
    ["history", "letter"],
    ["mail", "tasks"],
    ["desk"],
    [""],
]

# Room → the Qt modules whose headers it may include. QtSql is the storage's and its tests' alone.
QT_MODULES = {
    "models/domain": {"QtCore"},
    "models/wording": {"QtCore"},
    "models/notice": {"QtCore"},
    "models/storage": {"QtCore", "QtSql"},
    "models/items": {"QtCore"},
    "ui": {"QtCore", "QtGui", "QtWidgets", "QtPrintSupport", "QtSvg"},
    "app/sample": {"QtCore"},
    "app/credentials": {"QtCore"},
    "app/mail": {"QtCore"},
    "app/revertlink": {"QtCore"},
    "app/office": {"QtCore"},
    "app/desk": {"QtCore", "QtGui", "QtWidgets", "QtNetwork"},
    "app/ctl": {"QtCore"},
    "tests": {"QtCore", "QtGui", "QtWidgets", "QtSql", "QtNetwork", "QtTest", "QtSvg",
              "QtPrintSupport"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def qt_headers():
    """Class header, for example "QString" → its module, from the installed Qt."""
    modules = {}
    for folder in sorted(pathlib.Path("/usr/include").glob("*/qt6/Qt*")):
        for header in folder.iterdir():
            if header.is_file():
                modules.setdefault(header.name, folder.name)
    return modules


def room_of(path):
    matches = [room for room in ARROWS if path == room or path.startswith(room + "/")]
    return max(matches, key=len, default=None)


def allowed(room, target):
    return target.startswith(room + "/") or any(target.startswith(other + "/") for other in ARROWS[room])


def folder_of(path):
    """The folder of ui that a file stands in; empty for ui itself."""
    return path.split("/")[1] if path.count("/") > 1 else ""


def layer_of(folder):
    """How far up a folder of ui is; None when UI_LAYERS does not have it."""
    return next((height for height, folders in enumerate(UI_LAYERS) if folder in folders), None)


def is_below(target, path):
    lower, upper = folder_of(target), folder_of(path)
    return lower == upper or (layer_of(lower) is not None and layer_of(lower) < layer_of(upper))


def problems_of(source, path, modules):
    relative = path.relative_to(source).as_posix()
    room = room_of(relative)
    if room is None:
        yield f"{relative}: is in no room that tests/e2e/check_rooms.py knows"
        return
    if room == "ui" and layer_of(folder_of(relative)) is None:
        yield f"{relative}: is in no folder of ui that tests/e2e/check_rooms.py knows"
        return
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        bracket, name = match.groups()
        if (source / name).is_file():
            if not allowed(room, name):
                yield f"{relative}:{number}: {room} must not include {name}"
            elif room == "ui" and room_of(name) == "ui" and not is_below(name, relative):
                yield f"{relative}:{number}: {path.parent.name} is not above {name} and must not include it"
        elif bracket == '"' and not name.endswith(".moc") and not (path.parent / name).is_file() and not name.startswith("ui_"):
            yield f"{relative}:{number}: there is no {name} (write the path from the top folder)"
        elif bracket == '"' and (path.parent / name).is_file() and room != "tests":
            yield f"{relative}:{number}: write the path of {name} from the top folder"
        elif bracket == "<":
            module = name.split("/")[0] if name.startswith("Qt") and "/" in name else modules.get(name)
            if module and module not in QT_MODULES[room]:
                yield f"{relative}:{number}: {room} must not use {module} (<{name}>)"


def main():
    source = pathlib.Path(sys.argv[1]).resolve()
    modules = qt_headers()
    if modules.get("QString") != "QtCore" or modules.get("QSqlQuery") != "QtSql":
        sys.exit("The headers of Qt 6 were not found below /usr/include.")
    files = [path for top in ("app", "models", "ui", "tests") for pattern in ("*.h", "*.cpp")
             for path in sorted((source / top).rglob(pattern))]
    problems = [problem for path in files for problem in problems_of(source, path, modules)]
    print("\n".join(problems) or f"{len(files)} files keep to the arrows.")
    sys.exit(1 if problems or not files else 0)


main()
