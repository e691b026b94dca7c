#!/usr/bin/python3
"""browser_click.py URL: opens a page in headless Chromium, presses its button and prints what stands on both pages.

One JSON object a line: {"title", "heading", "text", "buttons"} before and after. Speaks WebDriver to chromedriver by
itself; nothing else is needed but Debian's packages chromium and chromium-driver.
"""
import json
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver's name for a reference to an element.


class Browser:
    def __init__(self):
        self.session = None
        self.driver = subprocess.Popen(["chromedriver", "--port=0"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL, text=True)
        for line in self.driver.stdout:
            if match := re.search(r"successfully on port (\d+)", line):
                self.base = f"http://127.0.0.1:{match.group(1)}"
                break

    def open(self, profile):
        arguments = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                     "--disable-background-networking", "--disable-component-update", "--disable-sync",
                     "--disable-dev-shm-usage", "--lang=en", f"--user-data-dir={profile}"]
        wanted = {"browserName": "chrome", "goog:chromeOptions": {"args": arguments}}
        session = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": wanted}})
        self.session = "/session/" + session["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, {"Content-Type": "application/json"}, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def elements(self, css):
        found = self.ask("POST", self.session + "/elements", {"using": "css selector", "value": css})
        return [element[ELEMENT] for element in found]

    def text(self, css):
        return [self.ask("GET", f"{self.session}/element/{element}/text") for element in self.elements(css)]

    def page(self):
        return {"title": self.ask("GET", self.session + "/title"), "heading": "".join(self.text("h1")),
                "text": "\n".join(self.text("body")), "buttons": self.text("button")}

    def page_after_pressing(self, css):
        """The page that follows; the one before may still be there when the click has been taken."""
        before = self.elements("html")
        self.ask("POST", f"{self.session}/element/{self.elements(css)[0]}/click", {})
        deadline = time.monotonic() + 30
        while True:
            try:
                if self.elements("html") != before:
                    return self.page()
            except urllib.error.HTTPError:  # It changed while it was read.
                pass
            if time.monotonic() > deadline:
                raise TimeoutError("no page follows the click")
            time.sleep(0.05)

    def close(self):
        try:
            if self.session:
                self.ask("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait(20)


def main():
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser()
        try:
            browser.open(profile)
            browser.ask("POST", browser.session + "/url", {"url": sys.argv[1]})
            print(json.dumps(browser.page()), flush=True)
            print(json.dumps(browser.page_after_pressing("form button")), flush=True)
        finally:
            browser.close()


main()
