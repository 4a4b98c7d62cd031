#!/usr/bin/env python3
"""Uses the real program on a virtual screen by mouse and keyboard, and checks its files.

    xvfb-run -a -s "-screen 0 1366x768x24 -noreset" tests/window/journeys.py SUNTING MEDIAEDIT PHOTO CLIP [JOURNEY...]

Reports errors and exits with 1. Each wait ends after at most a minute; nothing else depends on time.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from x11 import ask_to_close, drop_files

LONGEST_S = 60


class Wrong(Exception):
    pass


def wait_for(what, ask):
    """Waits until `ask` returns something, and returns it."""
    end = time.monotonic() + LONGEST_S
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > end:
            raise Wrong(f"does not come: {what}")
        time.sleep(0.03)


class Widget:
    def __init__(self, line):
        self.kind, self.id, *numbers, flags, self.label = line.split(" ", 7)
        self.left, self.top, self.right, self.bottom = map(int, numbers)
        self.flags = flags.split(",")
        self.seen = self.right > self.left and self.bottom > self.top

    @property
    def middle(self):
        return (self.left + self.right) // 2, (self.top + self.bottom) // 2


class Sunting:
    """The program, with a home in a temporary folder."""

    started = []

    def __init__(self, program, home, slow_ms=0, results=None):
        self.program, self.home, self.slow_ms = program, home, slow_ms
        self.described = home / "described.txt"
        self.data = home / "data"
        self.results = results or home / "Hasil"
        self.process = None
        for folder in ("Pictures", "Videos"):
            (home / folder).mkdir(exist_ok=True)
        (self.data / "sunting").mkdir(parents=True, exist_ok=True)
        (self.data / "sunting/settings.json").write_text(json.dumps({"schema": "sunting.settings/1", "language": "en", "greeted": True, "results": str(self.results)}))

    def start(self):
        self.described.unlink(missing_ok=True)
        here = dict(os.environ, HOME=str(self.home), XDG_DATA_HOME=str(self.data), XDG_CONFIG_HOME=str(self.home / "config"), XDG_STATE_HOME=str(self.home / "state"), XDG_CACHE_HOME=str(self.home / "cache"),
                    SUNTING_DESCRIBE=str(self.described), SUNTING_SLOW_MS=str(self.slow_ms), SDL_AUDIODRIVER="dummy", LIBGL_ALWAYS_SOFTWARE="1")
        self.process = subprocess.Popen([self.program], env=here, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        Sunting.started.append(self.process)
        self.window = wait_for("the window", self.windows)[0]
        # Each screen is described when it is shown: wait for the first one.
        self.get("bar.help")

    def must_run(self):
        if self.process.poll() is not None:
            raise Wrong(f"the program has ended by itself: {self.process.returncode}")

    def windows(self):
        self.must_run()
        return subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "Sunting"], capture_output=True, text=True).stdout.split()

    def widgets(self):
        self.must_run()
        try:
            return [Widget(line) for line in self.described.read_text().splitlines()]
        except FileNotFoundError:
            return []

    def find(self, id):
        return next((widget for widget in self.widgets() if widget.id == id), None)

    def get(self, id, enabled=False):
        """Waits for the widget."""
        try:
            return wait_for(id, lambda: (widget := self.find(id)) and ("enabled" in widget.flags or not enabled) and widget)
        except Wrong as wrong:
            raise Wrong(f"{wrong}; there are: {' '.join(widget.id for widget in self.widgets() if widget.id != '-')}") from None

    def says(self, words):
        return any(words in widget.label for widget in self.widgets())

    def xdo(self, *words):
        subprocess.run(["xdotool", *map(str, words)], check=True, stdout=subprocess.DEVNULL)

    def place(self):
        told = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window], check=True, capture_output=True, text=True).stdout
        values = dict(line.split("=") for line in told.splitlines())
        return int(values["X"]), int(values["Y"])

    def point_at(self, x, y):
        left, top = self.place()
        self.xdo("mousemove", left + x, top + y)

    def click(self, id, times=1, delay_ms=15):
        widget = self.get(id, enabled=True)
        for _ in range(80):
            if widget.seen and widget.bottom - widget.top >= 20:
                break
            # Scrolled out of view: use the wheel.
            self.point_at((widget.left + widget.right) // 2 or 900, 400)
            self.xdo("click", 5)
            time.sleep(0.1)
            widget = self.get(id)
        else:
            raise Wrong(f"{id} cannot be scrolled to")
        self.point_at(*widget.middle)
        self.xdo("click", "--repeat", times, "--delay", delay_ms, 1)

    def click_until(self, id, what, ask):
        self.click(id)
        return wait_for(what, ask)

    def type(self, words, delay_ms=5):
        self.xdo("type", "--delay", delay_ms, words)

    def key(self, *keys):
        for key in keys:
            self.xdo("key", key)

    def works(self):
        """All unfinished work on the disk, newest last."""
        found = []
        for file in sorted((self.data / "sunting/works").glob("*.json")):
            try:
                found.append(json.loads(file.read_text()))
            except (FileNotFoundError, json.JSONDecodeError) as wrong:
                raise Wrong(f"{file.name} is not whole: {wrong}") from None
        return found

    def work(self):
        return (self.works() or [{}])[-1]

    def step(self, number):
        wait_for(f"step {number}", lambda: (mark := self.find(f"step.{number}")) and "chosen" in mark.flags)

    def go_on(self, number):
        self.click("next")
        self.step(number)

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def close(self):
        """Closes the window as its close button does, and waits for a successful exit."""
        ask_to_close(int(self.window))
        try:
            code = self.process.wait(LONGEST_S)
        except subprocess.TimeoutExpired:
            raise Wrong("the program does not close") from None
        if code != 0:
            raise Wrong(f"the program ended with {code}")
        if (self.data / "sunting/running").exists():
            raise Wrong("the program ended in good order, and will say it did not")


class Journeys:
    def __init__(self, program, mediaedit, photo, clip):
        self.program, self.mediaedit, self.photo, self.clip = program, mediaedit, Path(photo), Path(clip)

    def check(self, results, expected):
        """Checks that each of `expected` (placements) has a file that its platform takes."""
        packages = [folder for folder in results.iterdir() if folder.is_dir()]
        if len(packages) != 1:
            raise Wrong(f"{len(packages)} folders of results instead of one")
        if not (packages[0] / "checklist.html").exists():
            raise Wrong("no checklist")
        files = [file for file in packages[0].rglob("*") if file.suffix in (".jpg", ".mp4", ".png")]
        for placement in expected:
            if not any(subprocess.run([self.mediaedit, "check", str(file), "--for", placement], stdout=subprocess.DEVNULL).returncode == 0 for file in files):
                raise Wrong(f"none of {[file.name for file in files]} is right for {placement}")
        if len(files) != len(expected):
            raise Wrong(f"{len(files)} files instead of {len(expected)}: {[file.name for file in files]}")
        return packages[0]

    PHOTO_PLACES = ("instagram-feed-portrait", "facebook-feed-portrait", "instagram-story")

    def with_photo(self, home, **more):
        sunting = Sunting(self.program, home, **more)
        shutil.copy(self.photo, home / "Pictures/foto.jpg")
        return sunting

    def choose_photo(self, sunting, name="foto.jpg"):
        sunting.click("home.photo")
        sunting.click(f"file.{name}")
        wait_for("the photo is chosen", lambda: "chosen" in sunting.get(f"file.{name}").flags)
        sunting.get("next", enabled=True)
        sunting.go_on(1)

    def save(self, sunting):
        sunting.get("next", enabled=True)
        sunting.click_until("next", "the end of saving", lambda: sunting.find("another") or sunting.find("again"))
        if sunting.find("again"):
            raise Wrong("saving failed: " + " / ".join(widget.label for widget in sunting.widgets() if widget.kind == "text"))

    def photo_to_files(self, home):
        sunting = self.with_photo(home)
        original = (home / "Pictures/foto.jpg").read_bytes()
        sunting.start()
        self.choose_photo(sunting)
        sunting.click("turn")
        wait_for("the turn is stored", lambda: sunting.work().get("post", {}).get("items", [{}])[0].get("recipe", {}).get("turn"))
        sunting.click("undo")
        wait_for("the undoing is stored", lambda: not sunting.work()["post"]["items"][0].get("recipe", {}).get("turn"))
        sunting.go_on(2)
        sunting.go_on(3)
        sunting.click("form.apa")
        sunting.type("Posyandu Melati")
        wait_for("the words are stored", lambda: sunting.work()["post"]["form"]["fields"].get("apa") == "Posyandu Melati")
        sunting.go_on(4)
        self.save(sunting)
        package = self.check(sunting.results, self.PHOTO_PLACES)
        if not package.name.endswith("Posyandu Melati"):
            raise Wrong(f"the folder is called {package.name}")
        if "Posyandu Melati" not in "".join(file.read_text() for file in package.rglob("*.txt")):
            raise Wrong("the caption is not among the files")
        if (home / "Pictures/foto.jpg").read_bytes() != original:
            raise Wrong("the original was changed")
        sunting.close()

    def killed_and_continued(self, home):
        sunting = self.with_photo(home)
        sunting.start()
        self.choose_photo(sunting)
        sunting.click("mirror")
        sunting.go_on(2)
        sunting.go_on(3)
        sunting.click("form.apa")
        sunting.type("Kerja bakti")
        wait_for("the words are stored", lambda: sunting.work()["post"]["form"]["fields"].get("apa") == "Kerja bakti")
        before = sunting.work()
        sunting.kill()
        if sunting.work() != before:
            raise Wrong("the work changed with the end")
        sunting.start()
        sunting.click("interrupted")
        sunting.step(1)
        if not sunting.says("Instagram"):
            raise Wrong("the work is not shown")
        sunting.go_on(2)
        sunting.go_on(3)
        wait_for("the caption is the old one", lambda: "enabled" in sunting.get("caption.copy").flags)
        sunting.go_on(4)
        self.save(sunting)
        package = self.check(sunting.results, self.PHOTO_PLACES)
        made = json.loads((package / "post.json").read_text())
        if made["form"]["fields"]["apa"] != "Kerja bakti" or not made["items"][0]["recipe"]["mirror"]:
            raise Wrong("what was made is not what was worked on")
        sunting.close()

    def slow_machine(self, home):
        sunting = self.with_photo(home, slow_ms=100)
        sunting.start()
        self.choose_photo(sunting)
        sunting.get("zoom.in", enabled=True)
        # Five clicks between two frames count as five.
        sunting.click("zoom.in", times=5)

        def zoomed():
            items = sunting.work().get("post", {}).get("items", [{}])
            crop = items[0].get("recipe", {}).get("placements", {}).get("instagram-feed-portrait", {}).get("crop")
            if not crop:
                return None
            size = (crop["width"], crop["height"]) if isinstance(crop, dict) else (crop[2], crop[3])
            return max(size)

        wait_for("five clicks, each a step", lambda: zoomed() and abs(zoomed() - 1 / 1.15**5) < 0.01)
        sunting.go_on(2)
        sunting.go_on(3)
        sunting.click("form.apa")
        words = "Posyandu Melati di Balai Desa Sukamaju, 12 Mei 2026"
        sunting.type(words, delay_ms=3)
        sunting.key("BackSpace", "BackSpace", "BackSpace", "BackSpace", "BackSpace")
        wait_for("every letter", lambda: sunting.work()["post"]["form"]["fields"].get("apa") == words[:-5])
        sunting.close()

    def keyboard_only(self, home):
        sunting = self.with_photo(home)
        sunting.start()
        sunting.point_at(3, 690)  # the pointer is put where nothing is, so that it plays no part

        def focused():
            return next((widget.id for widget in sunting.widgets() if "focused" in widget.flags), None)

        def move_to(id):
            """Presses Tab until the widget has the focus."""
            for turn in range(60):
                now = focused()
                if now == id:
                    return
                sunting.key("Tab")
                wait_for("the ring moves", lambda: focused() not in (None, now))
            raise Wrong(f"the ring does not come to {id}; it is at {focused()}")

        move_to("home.photo")
        sunting.key("space")
        sunting.step(0)
        sunting.get("file.foto.jpg")
        move_to("file.foto.jpg")
        sunting.key("space")
        wait_for("the photo is chosen", lambda: "chosen" in sunting.get("file.foto.jpg").flags)
        sunting.get("next", enabled=True)
        sunting.key("ctrl+s")
        sunting.step(4)
        sunting.key("ctrl+z")
        wait_for("the photo is taken back", lambda: sunting.work() and not sunting.work()["post"].get("items"))
        sunting.key("ctrl+y")
        wait_for("the photo is there again", lambda: len(sunting.work()["post"].get("items", [])) == 1)
        sunting.key("ctrl+s")
        sunting.step(4)
        sunting.key("F1")
        sunting.get("help.close")
        sunting.key("F1")
        wait_for("help goes", lambda: not sunting.find("help.close"))
        sunting.get("next", enabled=True)
        sunting.key("ctrl+s")
        wait_for("the end of saving", lambda: sunting.find("another"))
        self.check(sunting.results, self.PHOTO_PLACES)
        sunting.key("Escape")
        sunting.step(3)
        sunting.close()

    def full_disk(self, home):
        disk = home / "stick"
        disk.mkdir()
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "none", str(disk)], stderr=subprocess.DEVNULL).returncode != 0:
            print("full_disk: left out, only who may mount can make a small disk")
            return
        try:
            sunting = self.with_photo(home, results=disk)
            sunting.start()
            self.choose_photo(sunting)
            for number in (2, 3, 4):
                sunting.go_on(number)
            sunting.get("next", enabled=True)
            sunting.click_until("next", "the failure", lambda: sunting.find("again"))
            wait_for("a sentence about the disk", lambda: sunting.says("full"))
            half_made = [file.name for file in disk.rglob("*") if file.suffix in (".jpg", ".mp4")]
            for file in (file for file in disk.rglob("*.jpg")):
                if subprocess.run([self.mediaedit, "probe", str(file)], stdout=subprocess.DEVNULL).returncode != 0:
                    raise Wrong(f"half-made: {half_made}")
            subprocess.run(["mount", "-o", "remount,size=50m", str(disk)], check=True)
            sunting.click("again")
            wait_for("the end of saving", lambda: sunting.find("another") and not sunting.find("again"))
            self.check(disk, self.PHOTO_PLACES)
            sunting.close()
        finally:
            subprocess.run(["umount", "-l", str(disk)], check=False)

    def broken_file(self, home):
        sunting = self.with_photo(home)
        (home / "Pictures/rusak.jpg").write_bytes(b"\xff\xd8\xff\xe0 that is all that came over the cable")
        sunting.start()
        sunting.click("home.photo")
        sunting.click("file.rusak.jpg")
        wait_for("the way on is closed", lambda: "chosen" in sunting.get("file.rusak.jpg").flags and "disabled" in sunting.get("next").flags)
        wait_for("a sentence says so", lambda: sunting.says("rusak.jpg") and any(widget.kind == "text" and widget.label.rstrip().endswith(".") for widget in sunting.widgets()))
        sunting.click("file.foto.jpg")
        sunting.get("next", enabled=True)
        sunting.go_on(1)
        for number in (2, 3, 4):
            sunting.go_on(number)
        self.save(sunting)
        self.check(sunting.results, self.PHOTO_PLACES)
        sunting.close()

    def dropped_photos(self, home):
        sunting = Sunting(self.program, home)
        outside = home / "stick"
        outside.mkdir()
        names = [f"kegiatan {number}.jpg" for number in (1, 2, 3)]
        for name in names:
            shutil.copy(self.photo, outside / name)
        sunting.start()
        left, top = sunting.place()
        if not drop_files(int(sunting.window), [outside / name for name in names], (left + 400, top + 300)):
            raise Wrong("the files are not taken")
        wait_for("the photos are chosen", lambda: len(sunting.work().get("post", {}).get("items", [])) == 3)
        if [Path(item["file"]).name for item in sunting.work()["post"]["items"]] != names:
            raise Wrong("they are in another order")
        sunting.get("next", enabled=True)
        for number in (1, 2, 3, 4):
            sunting.go_on(number)
        self.save(sunting)
        for name in names:
            if not (outside / name).read_bytes() == self.photo.read_bytes():
                raise Wrong(f"{name} was touched")
        package = next(folder for folder in sunting.results.iterdir() if folder.is_dir())
        files = sorted(file for file in package.rglob("*.jpg"))
        if len(files) < 3 or len(files) % 3:
            raise Wrong(f"of three photos came {[file.name for file in files]}")
        sunting.close()

    def words_alone(self, home):
        sunting = Sunting(self.program, home)
        sunting.start()
        sunting.click("bar.settings")
        sunting.click("village.name")
        sunting.type("Sukamaju")
        wait_for("the village is kept", lambda: "Sukamaju" in (sunting.data / "sunting/settings.json").read_text())
        sunting.click("next")
        sunting.click("home.caption")
        sunting.click("form.apa")
        sunting.type("Posyandu Melati")
        wait_for("the answer is kept", lambda: "Posyandu Melati" in json.dumps(sunting.work()))
        sunting.click("caption.copy")
        wait_for("it says that it was copied", lambda: sunting.find("toast"))
        sunting.click("undo")
        wait_for("the answer is taken back", lambda: "Posyandu Melati" not in json.dumps(sunting.work()))
        sunting.close()

    def clip_to_file(self, home):
        sunting = Sunting(self.program, home)
        shutil.copy(self.clip, home / "Videos/langit.mp4")
        sunting.start()
        sunting.click("home.video")
        sunting.click("file.langit.mp4")
        sunting.get("next", enabled=True)
        sunting.go_on(1)
        handle = sunting.get("end.0")
        line = sunting.get("line")
        sunting.point_at(*handle.middle)
        sunting.xdo("mousedown", 1)
        for share in (0.9, 0.7, 0.5):
            sunting.point_at(int(line.left + (line.right - line.left) * share), handle.middle[1])
            time.sleep(0.05)
        sunting.xdo("mouseup", 1)
        wait_for("the trim is stored", lambda: sunting.work().get("post", {}).get("items", [{}])[0].get("recipe", {}).get("keep"))
        sunting.go_on(2)
        for place in ("place.facebook-reel", "place.instagram-reel"):
            sunting.click(place)
        wait_for("one place is left", lambda: sunting.work()["post"]["for"] == ["whatsapp-status"])
        for number in (3, 4, 5):
            sunting.go_on(number)
        self.save(sunting)
        package = self.check(sunting.results, ("whatsapp-status",))
        file = next(package.rglob("*.mp4"))
        info = json.loads(subprocess.run([self.mediaedit, "probe", "--json", str(file)], check=True, capture_output=True, text=True).stdout)
        whole = json.loads(subprocess.run([self.mediaedit, "probe", "--json", str(self.clip)], check=True, capture_output=True, text=True).stdout)
        if not info["duration_s"] < whole["duration_s"] * 0.7:
            raise Wrong(f"the result is {info['duration_s']} s long, of {whole['duration_s']}")
        sunting.close()


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    journeys = Journeys(*sys.argv[1:5])
    all_names = ["photo_to_files", "killed_and_continued", "slow_machine", "keyboard_only", "full_disk", "broken_file", "dropped_photos", "words_alone", "clip_to_file"]
    wrong = 0
    for name in sys.argv[5:] or all_names:
        home = Path(tempfile.mkdtemp(prefix="sunting-window-"))
        try:
            getattr(journeys, name)(home)
            print(f"{name}: right", flush=True)
        except Wrong as what:
            wrong += 1
            print(f"{name}: {what}", flush=True)
            kept = os.environ.get("SUNTING_KEEP")
            if kept:
                subprocess.run(["import", "-window", "root", f"{kept}/{name}.png"], check=False)
        finally:
            for process in Sunting.started:
                if process.poll() is None:
                    process.kill()
                    process.wait()
            shutil.rmtree(home, ignore_errors=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
