#!/usr/bin/python3
"""read_mail.py: reads a mail from standard input with Python's strict parser and prints what it found as JSON.

A second pair of eyes for what the composer writes: nothing here shares a line with it.
"""
import email
import email.header
import email.policy
import email.utils
import html.parser
import json
import re
import sys


class Page(html.parser.HTMLParser):
    """Tags, links and the text that a reader sees."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.tags, self.attributes, self.links, self.text, self.hidden = set(), set(), [], [], 0

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.links += [value for name, value in attrs if name == "href"]
        self.hidden += tag in ("style", "title", "script")

    def handle_endtag(self, tag):
        self.hidden -= tag in ("style", "title", "script")

    def handle_data(self, data):
        if not self.hidden:
            self.text.append(data)


def defects_of(message):
    found = [repr(defect) for defect in message.defects]
    for name, value in message.items():
        found += [f"{name}: {defect!r}" for defect in value.defects]
    for part in message.iter_parts() if message.is_multipart() else ():
        found += defects_of(part)
    return found


def header_problems(raw):
    head = raw.split(b"\r\n\r\n")[0]
    problems = []
    for line in head.split(b"\r\n"):
        if b"=?" in line and len(line) > 76:
            problems.append(f"{len(line)} characters in {line!r}")
        for word in re.findall(rb"=\?[^?]*\?[^?]*\?[^?]*\?=", line):
            if len(word) > 75:
                problems.append(f"the encoded word {word!r} is too long")
            # RFC 2047, 5: each encoded word must be text by itself.
            email.header.make_header(email.header.decode_header(word.decode("ascii")))
    return problems


def display_name(raw):
    # The strict parser of Python 3.11 keeps the space between encoded words of a name, against RFC 2047, 6.2.
    name = email.utils.parseaddr(email.message_from_bytes(raw)["From"])[0]
    return str(email.header.make_header(email.header.decode_header(name)))


def main():
    raw = sys.stdin.buffer.read()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    parts = list(message.iter_parts())
    page = Page()
    page.feed(parts[1].get_content())
    page.close()
    bare = raw.replace(b"\r\n", b"")
    print(json.dumps({
        "defects": defects_of(message) + header_problems(raw),
        "names": [name for name, _ in message.items()],
        "headers": {name: str(value) for name, value in message.items()},
        "fromName": display_name(raw),
        "fromAddress": message["From"].addresses[0].addr_spec,
        "toAddresses": [address.addr_spec for address in message["To"].addresses],
        "contentType": message.get_content_type(),
        "partTypes": [part.get_content_type() for part in parts],
        "charsets": [part.get_content_charset() for part in parts],
        "text": parts[0].get_content().replace("\r\n", "\n"),
        "html": parts[1].get_content().replace("\r\n", "\n"),
        "page": " ".join("".join(page.text).split()),
        "tags": sorted(page.tags),
        "attributes": sorted(page.attributes),
        "links": page.links,
        "longestLine": max(len(line) for line in raw.split(b"\r\n")),
        "isAscii": raw.isascii(),
        "hasBareLineEnds": b"\r" in bare or b"\n" in bare,
    }))


main()
