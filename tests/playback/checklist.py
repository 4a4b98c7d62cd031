#!/usr/bin/env python3
"""Opens a package's checklist in headless Chromium: are the pictures there, do the copy buttons copy?

    tests/playback/checklist.py MEDIAEDIT PHOTO CLIP [PICTURE.png]

MEDIAEDIT is the command; it makes a package from the photo and the video. Reports errors and exits with 1.
With PICTURE.png the page is saved as it looks.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path


class Browser:
    """Chromium, controlled through a pipe."""

    def __init__(self, folder):
        program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if not program:
            sys.exit("Chromium is not installed.")
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()

        def pipes():
            # Chromium reads from 3 and writes to 4. Move our pipes first: they may have these numbers.
            listen, speak = os.dup(to_read), os.dup(to_write)
            listen, speak = (os.dup2(listen, 20), os.dup2(speak, 21))
            os.dup2(listen, 3)
            os.dup2(speak, 4)

        self.process = subprocess.Popen(
            [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={folder}", "--window-size=1366,768", "about:blank"],
            preexec_fn=pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.count = 0
        self.heard = b""
        self.session = None
        self.requests = []

    def call(self, method, **parameters):
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.heard:
                piece = os.read(self.from_browser, 1 << 20)
                if not piece:
                    sys.exit("Chromium ended.")
                self.heard += piece
            text, self.heard = self.heard.split(b"\0", 1)
            answer = json.loads(text)
            if answer.get("method") == "Network.requestWillBeSent":
                self.requests.append(answer["params"]["request"]["url"])
            if answer.get("id") == self.count:
                if "error" in answer:
                    sys.exit(f"{method}: {answer['error']}")
                return answer["result"]

    def open(self, address):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Network.enable")
        self.call("Page.enable")
        self.call("Page.navigate", url=address)
        self.ask("new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))")

    def ask(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            sys.exit(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def click(self, selector):
        """A real click, so that the page may use the clipboard."""
        x, y = self.ask(f"(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: 'center'}}); const r = e.getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; }})()")
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def picture(self, file):
        import base64
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True, clip={"x": 0, "y": 0, "width": size["width"], "height": size["height"], "scale": 1})
        Path(file).write_bytes(base64.b64decode(shot["data"]))

    def close(self):
        self.process.terminate()
        self.process.wait()


CAPTION = "Kerja bakti \u201cbersama\u201d di Balai Desa <Sukamaju> & sekitarnya\n\nSelasa, 12 Mei 2026. Ada usul?"


def main():
    command, photo, clip = (str(Path(word).resolve()) for word in sys.argv[1:4])
    problems = []

    def expect(true, what):
        if not true:
            problems.append(what)

    with tempfile.TemporaryDirectory() as work:
        post = Path(work) / "post.json"
        post.write_text(json.dumps({
            "schema": "mediaedit.post/1", "for": ["instagram-feed-portrait", "facebook-reel", "whatsapp-photo"],
            "items": [{"file": photo, "alt_text": "Pasar \"pagi\" <ramai>"}, {"file": clip}],
            "captions": {"Instagram": CAPTION, "Facebook": CAPTION}}))
        # A name with characters that are special in a URL.
        package = Path(work) / "siap #1 100%"
        subprocess.run([command, "post", str(post), "-o", str(package), "--quiet"], check=True)
        browser = Browser(Path(work) / "profile")
        try:
            browser.open((package / "checklist.html").as_uri())
            pictures = browser.ask("Promise.all([...document.images].map(i => { i.loading = 'eager'; return i.decode().then(() => i.naturalWidth, () => 0); }))")
            expect(len(pictures) == 2 and all(pictures), f"pictures: {pictures}")
            films = browser.ask("Promise.all([...document.querySelectorAll('video')].map(v => v.readyState >= 1 ? v.videoHeight : new Promise(done => { v.onloadedmetadata = () => done(v.videoHeight); v.onerror = () => done(0); })))")
            expect(films == [1920], f"clips: {films}")
            expect(browser.ask("document.documentElement.scrollWidth <= innerWidth"), "the page is wider than the screen")
            expect(browser.ask("document.getElementById('caption-instagram.txt').textContent") == CAPTION, "the caption is not what was written")
            browser.click("button[data-copy='caption-instagram.txt']")
            browser.ask("new Promise(done => setTimeout(done, 200))")
            # Read the copied text by pasting it.
            browser.ask("(() => { const t = document.createElement('textarea'); t.id = 'paste'; document.body.append(t); t.focus(); })()")
            browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
            pasted = browser.ask("navigator.clipboard.readText()")
            expect(pasted == CAPTION, f"the copy button copied {pasted!r}")
            said = browser.ask("document.querySelector(\"button[data-copy='caption-instagram.txt']\").textContent")
            expect(said == browser.ask("document.body.dataset.copied"), f"the copy button said {said!r}")
            browser.click("#posted-instagram")
            expect(browser.ask("document.getElementById('posted-instagram').checked"), "a tick cannot be set")
            browser.call("Page.reload")
            browser.ask("new Promise(done => setTimeout(done, 500))")
            expect(browser.ask("document.getElementById('posted-instagram').checked"), "a tick is lost when the page is opened again")
            elsewhere = [address for address in browser.requests if not address.startswith("file:") and not address.startswith("data:")]
            expect(not elsewhere, f"asked for from elsewhere: {elsewhere}")
            if len(sys.argv) > 4:
                browser.picture(sys.argv[4])
        finally:
            browser.close()
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


main()
