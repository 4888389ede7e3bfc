"""Kills the real program at random moments, starts it again, and looks whether anything is lost.

    .venv/bin/python -m tests.bench.crash [--rounds 50] [--seconds 12] [--seed 0]

Each round has a home of its own. The program paints one picture after the other, with more waiting, and saves its
project after each of them; after a random time it is killed with SIGKILL. Then it is started again, takes up what was
left, and paints what was in the queue to its end. Asked is: is every painting there that was finished, pixel by pixel?
Is the project file whole? Was every job that was ordered painted, and the one that was running not from its beginning?
Is a picture that was interrupted the same as one with the same seed that was not?
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stylegui.engine.images import SaveOptions, load_picture, save_picture
from stylegui.project.archive import load_project
from stylegui.project.document import Document
from stylegui.project.errors import ProjectError
from stylegui.resources import resource
from tests.bench.common import ROOT, table

SAMPLE = "samples/coast-at-dusk.jpg"
PATIENCE_S = 240.0
PHOTO_PX = 192


@dataclass
class Round:
    """One life and death of the program, and what is wrong after it."""

    number: int
    killed_after_s: float
    finished: int = 0
    ordered: int = 0
    resumed_at: str = "-"
    faults: list[str] = field(default_factory=list)


def start(task: str, folder: Path) -> subprocess.Popen[str]:
    """The program, told what to do, with a home below `folder`."""
    environment = os.environ | {
        "STYLEGUI_HOME": str(folder / "home"),
        "QT_QPA_PLATFORM": "offscreen",
        "OMP_NUM_THREADS": "1",
    }
    words = [sys.executable, "-m", "tests.bench.crash_driver", task, str(folder)]
    with (folder / f"{task}.log").open("w") as log:
        return subprocess.Popen(words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=log, text=True)


class Listener:
    """Reads what a program tells until it ends."""

    def __init__(self, program: subprocess.Popen[str]) -> None:
        self.events: list[dict[str, Any]] = []
        self.began = threading.Event()
        self._program = program
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            try:
                event = json.loads(line)
            except ValueError:
                continue  # the last line of a program that was killed may be cut
            self.events.append(event)
            if event["event"] == "began":
                self.began.set()

    def wait(self) -> None:
        self._thread.join()
        if self._program.stdout is not None:
            self._program.stdout.close()

    def all(self, name: str) -> list[dict[str, Any]]:
        return [event for event in self.events if event["event"] == name]


def work_and_kill(folder: Path, after_s: float) -> Listener:
    """Let the program work for so long, then kill it; what it has told until then."""
    program = start("work", folder)
    listener = Listener(program)
    if not listener.began.wait(PATIENCE_S):
        program.kill()
        sys.exit(f"The program did not begin: see {folder / 'work.log'}")
    time.sleep(after_s)
    program.send_signal(signal.SIGKILL)
    program.wait()
    listener.wait()
    return listener


def recover(folder: Path) -> Listener:
    """Start the program again and let it take up everything."""
    program = start("recover", folder)
    listener = Listener(program)
    try:
        program.wait(PATIENCE_S)
    except subprocess.TimeoutExpired:
        program.kill()
        program.wait()
    listener.wait()
    return listener


def project_faults(work: Listener, path: Path) -> Iterable[str]:
    """What is wrong with the project file, in sentences."""
    saved = work.all("saved")
    if not path.exists():
        if saved:
            yield "the project file is gone"
        return
    project = Document()
    try:
        notes = load_project(path, project)
    except ProjectError as error:
        yield f"the project file is broken: {error}"
        return
    if notes:
        yield f"the project tells: {notes}"
    if saved and len(project.versions) < saved[-1]["versions"]:
        yield "the project file is older than what was saved"


def faults_of(work: Listener, after: Listener, folder: Path, pictures: dict[int, str]) -> Iterable[str]:
    """What was lost, in sentences; `pictures` are the digests of all complete paintings so far, by their seed."""
    yield from project_faults(work, folder / "work.stylegui")
    restored = after.all("restored")
    if not restored:
        yield "the program did not come back"
        return
    versions = {version["id"]: version for version in restored[-1]["versions"]}
    for version in work.all("version"):
        if version["id"] not in versions:
            yield f"the finished painting with seed {version['seed']} is lost"
        elif versions[version["id"]]["digest"] != version["digest"]:
            yield f"the finished painting with seed {version['seed']} is another one now"
    made = [version["seed"] for version in versions.values()]
    for order in work.all("ordered"):
        if made.count(order["seed"]) != 1:
            yield f"the picture with seed {order['seed']} is there {made.count(order['seed'])} times"
    for version in versions.values():
        known = pictures.setdefault(version["seed"], version["digest"])
        if version["complete"] and known != version["digest"]:
            yield f"the picture with seed {version['seed']} is not as it was in another round"
    if not restored[-1]["photo"] or not restored[-1]["styles"]:
        yield "the photo or the style is lost"


def play(number: int, after_s: float, pictures: dict[int, str], keep: Path | None) -> Round:
    """One round."""
    result = Round(number, after_s)
    with tempfile.TemporaryDirectory(prefix="stylegui-crash-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        photo = load_picture(resource(SAMPLE)).resized(PHOTO_PX)
        save_picture(photo, folder / "photo.png", SaveOptions())
        work = work_and_kill(folder, after_s)
        after = recover(folder)
        result.finished, result.ordered = len(work.all("version")), len(work.all("ordered"))
        if resumed := after.all("began"):
            result.resumed_at = f"{resumed[0]['step']} of {resumed[0]['steps']}"
        result.faults = list(faults_of(work, after, folder, pictures))
        if result.faults and keep is not None:
            folder.rename(keep / f"round-{number}")
    return result


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=12.0, help="the longest life of the program")
    parser.add_argument("--seed", type=int, default=0, help="of the random moments")
    parser.add_argument("--keep", type=Path, help="a folder, on the disk of temporary files, for rounds that failed")
    args = parser.parse_args()
    moments = random.Random(args.seed)
    pictures: dict[int, str] = {}
    rounds: list[Round] = []
    for number in range(1, args.rounds + 1):
        done = play(number, moments.uniform(0, args.seconds), pictures, args.keep)
        rounds.append(done)
        print(
            f"{number:3}  killed after {done.killed_after_s:5.2f} s  {done.finished} finished, {done.ordered} ordered, "
            f"resumed at {done.resumed_at}  {'; '.join(done.faults) or 'all there'}",
            flush=True,
        )
    lost = [done for done in rounds if done.faults]
    print(
        table(
            ["rounds", "nothing lost", "paintings finished before", "resumed in the middle"],
            [
                [
                    str(len(rounds)),
                    str(len(rounds) - len(lost)),
                    str(sum(done.finished for done in rounds)),
                    str(sum(done.resumed_at[:2] not in ("-", "1 ") for done in rounds)),
                ]
            ],
        )
    )
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
