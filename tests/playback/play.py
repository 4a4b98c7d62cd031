"""Plays videos in headless Chromium and in mpv, and compares each frame shown with those FFmpeg finds in the file.

    play.py FILE...

Exits with 1 if a frame was dropped, repeated or out of order. It plays in real time, so it needs an idle machine; no test runs it.
"""
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading

PAGE = (pathlib.Path(__file__).parent / "page.html").read_bytes()


def times_of(file):
    """The time of each frame, according to FFmpeg."""
    text = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "frame=best_effort_timestamp_time", "-of", "csv=p=0", file],
                          capture_output=True, text=True, check=True).stdout
    return sorted(float(line.strip(",")) for line in text.split() if line.strip(","))


class Player(http.server.ThreadingHTTPServer):
    """Serves one video at a time and waits for the report of the page."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Answers)
        self.film, self.told, self.came = b"", None, threading.Event()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def play(self, file, seconds):
        self.film, self.told = pathlib.Path(file).read_bytes(), None
        self.came.clear()
        with tempfile.TemporaryDirectory() as profile:
            browser = subprocess.Popen(
                ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required", "--user-data-dir=" + profile,
                 f"http://127.0.0.1:{self.server_port}/page?file=/film.mp4"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            self.came.wait(seconds + 30)
            browser.terminate()
            browser.wait()
        return self.told


class Answers(http.server.BaseHTTPRequestHandler):
    def log_message(self, *words):
        pass

    def do_GET(self):
        if self.path.startswith("/page"):
            self.answer(200, "text/html", PAGE)
            return
        film, first = self.server.film, 0
        part = self.headers.get("Range", "")
        if part.startswith("bytes="):
            first = int(part[6:].split("-")[0] or 0)
        body = film[first:]
        self.answer(206, "video/mp4", body, {"Content-Range": f"bytes {first}-{len(film) - 1}/{len(film)}", "Accept-Ranges": "bytes"})

    def do_POST(self):
        self.server.told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.answer(204, "text/plain", b"")
        self.server.came.set()

    def answer(self, code, kind, body, more=None):
        self.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            pass


def in_chromium(player, file, times):
    told = player.play(file, times[-1])
    if not told or told["how"] != "ended":
        return "did not end: " + str(told and (told["error"] or told["how"]))
    missing = [time for time in times if not any(abs(time - shown) < 0.004 for shown in told["shown"])]
    if told["dropped"] or missing:
        return f"{told['dropped']} dropped, not shown: {missing[:8]}"
    if any(after <= before for before, after in zip(told["shown"], told["shown"][1:])):
        return "pictures out of order"
    return ""


def in_mpv(file):
    made = subprocess.run(["mpv", "--no-config", "--vo=null", "--ao=null", "--hwdec=no", "--msg-level=all=warn",
                           "--term-playing-msg=", "--term-status-msg=dropped ${frame-drop-count} ${decoder-frame-drop-count}", file], capture_output=True, text=True)
    words = (made.stdout + made.stderr).replace("\r", "\n").split("\n")
    dropped = [word for word in words if "dropped" in word]
    others = [word for word in words if word.strip() and "dropped" not in word and "\x1b" not in word]
    last = dropped[-1].split("dropped")[-1].replace("\x1b[K", "").split() if dropped else []
    if made.returncode or others or any(count not in ("0", "(unavailable)") for count in last):
        return f"ended with {made.returncode}, {last}, {others[:3]}"
    return ""


def main(files):
    player, bad = Player(), 0
    for file in files:
        times = times_of(file)
        found = {}
        if shutil.which("chromium"):
            found["Chromium"] = in_chromium(player, file, times)
        if shutil.which("mpv"):
            found["mpv"] = in_mpv(file)
        for name, fault in found.items():
            print(f"{os.path.basename(file)}: {len(times)} pictures, {name}: {fault or 'all shown'}", flush=True)
            bad += bool(fault)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
