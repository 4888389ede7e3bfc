"""How long a start takes until the window can be used, and what an idle window takes of the memory.

    python -m tests.bench.start [--rounds N] [--platform xcb]

Every round is a fresh process with a home of its own that has been used once before (a first start makes thumbnails).
Usable means: the window has been painted and the event loop answers. Torch is loaded only after that; the memory is
read when the engine is ready and has been idle for a while, beside that of a process with an empty Qt window and torch.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.bench.common import table

IDLE_S = 6.0

WINDOW = """
import sys, time
from stylegui.environment import prepare_environment
prepare_environment()
from PySide6.QtCore import QObject, QTimer, QEvent
from stylegui import app

class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint and watched is watch.window.centralWidget():
            watch.window.centralWidget().removeEventFilter(watch)
            QTimer.singleShot(0, usable)
        return False

watch = Watch()

def usable():
    print("usable", time.time(), "torch" in sys.modules, flush=True)

def ready(trouble):
    QTimer.singleShot(IDLE_MS, end)

def end():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            print("memory", int(line.split()[1]) / 1024, flush=True)
    studio.end()

def show(self, pictures=()):
    global studio
    studio = self
    watch.window = self.window
    self.window.centralWidget().installEventFilter(watch)
    self.queue.engine_ready.connect(ready)
    shown(self, pictures)

shown, app.Studio.show = app.Studio.show, show
app.run()
"""

EMPTY = """
import time
from stylegui.environment import prepare_environment
prepare_environment()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
window.show()
import torch

def end():
    for line in open("/proc/self/status"):
        if line.startswith("VmRSS"):
            print("memory", int(line.split()[1]) / 1024, flush=True)
    app.quit()

QTimer.singleShot(IDLE_MS, end)
app.exec()
"""


def run(script: str, home: str, platform: str) -> dict[str, list[str]]:
    """What a process of its own says, by the first word of its lines; "began" is added."""
    environment = {**os.environ, "STYLEGUI_HOME": home, "QT_QPA_PLATFORM": platform}
    # As on everybody's machine: what the first start has compiled is there for the next ones.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(Path(home) / "compiled")
    code = script.replace("IDLE_MS", str(int(IDLE_S * 1000)))
    began = time.time()
    words = [sys.executable, "-c", code]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=True, timeout=300)
    told = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line}
    return {**told, "began": [str(began)]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--platform", default="offscreen")
    words = parser.parse_args()
    times, memories, empty = [], [], []
    with tempfile.TemporaryDirectory() as home:
        run(WINDOW, home, words.platform)
        for _ in range(words.rounds):
            told = run(WINDOW, home, words.platform)
            at, with_torch = told["usable"]
            assert with_torch == "False", "torch was loaded before the window could be used"
            times.append(float(at) - float(told["began"][0]))
            memories.append(float(told["memory"][0]))
            empty.append(float(run(EMPTY, home, words.platform)["memory"][0]))
    rows = [
        ("start to usable window, s", f"{median(times):.2f}", f"{max(times):.2f}", "1.0"),
        ("idle window with torch, MB", f"{median(memories):.0f}", f"{max(memories):.0f}", ""),
        ("empty Qt window and torch, MB", f"{median(empty):.0f}", f"{max(empty):.0f}", ""),
        ("above that, MB", f"{median(memories) - median(empty):.0f}", "", "150"),
    ]
    print(table(("", "median", "most", "target"), rows))


if __name__ == "__main__":
    main()
