"""How the gallery feels with 10 000 styles: first paint, search, scrolling, memory.

    .venv/bin/python -m tests.bench.gallery [--styles 10000]

The real panel on a temporary home; offscreen unless QT_QPA_PLATFORM says otherwise. The screen's own time is not in it.
Each time is told twice: by the clock, and what the window's thread itself has computed, which a busy machine changes
less.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import gc
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from stylegui.ui import theme
from stylegui.ui.gallery import GalleryPanel
from tests.bench.common import machine, table
from tests.bench.many_styles import make_home

SEARCHES = ("harbour", "blue moon", "ada ink", "19", "winter gold")
PATIENCE_S = 5.0
Times = tuple[float, float]
"""Milliseconds by the clock, and of the thread."""

NARROW, WIDE = (300, 800), (900, 900)


class Stopwatch:
    def __init__(self) -> None:
        self._wall, self._thread = time.perf_counter(), time.thread_time()

    def read(self) -> Times:
        return 1000 * (time.perf_counter() - self._wall), 1000 * (time.thread_time() - self._thread)


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def until_painted(app: QApplication, paints: Paints, before: int) -> None:
    """Handle events until the widget has been painted once more."""
    deadline = time.perf_counter() + PATIENCE_S
    while paints.count == before and time.perf_counter() < deadline:
        app.processEvents()


def first_paint(app: QApplication, panel: GalleryPanel) -> Times:
    """From `show` to the end of the first paint of the tiles; their pictures may follow."""
    paints = Paints(panel.view.viewport())
    watch = Stopwatch()
    panel.show()
    until_painted(app, paints, 0)
    return watch.read()


def keystrokes(app: QApplication, panel: GalleryPanel) -> list[Times]:
    """From each key of some searches to the end of the paint that it causes."""
    field = panel.findChild(QLineEdit)
    assert field is not None
    paints = Paints(panel.view.viewport())
    times = []
    for words in SEARCHES:
        for letter in words:
            before, watch = paints.count, Stopwatch()
            QTest.keyClicks(field, letter)
            until_painted(app, paints, before)
            times.append(watch.read())
        field.clear()
        settle(app)
    return times


def scrolled(app: QApplication, panel: GalleryPanel, step_px: int, frames: int) -> list[Times]:
    """Scroll by `step_px` a frame from the top; the time of each frame, thumbnails arriving in between."""
    bar = panel.view.verticalScrollBar()
    bar.setValue(0)
    settle(app)
    times = []
    for _ in range(frames):
        watch = Stopwatch()
        bar.setValue(bar.value() + step_px)
        app.processEvents()
        times.append(watch.read())
    return times


def settle(app: QApplication, seconds: float = 0.4) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.005)


def resident_mb() -> float:
    """Memory of this process that is in use, in MiB (Linux)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def measured(times: list[Times]) -> tuple[str, str]:
    """Median, 99th percentile and longest, by the clock and of the thread."""
    texts = []
    for part in zip(*times, strict=True):
        ordered = sorted(part)
        last = ordered[int(0.99 * (len(ordered) - 1))]
        texts.append(f"{statistics.median(ordered):.1f} / {last:.1f} / {ordered[-1]:.1f} ms")
    return texts[0], texts[1]


def once(times: Times) -> tuple[str, str]:
    return f"{times[0]:.0f} ms", f"{times[1]:.0f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, default=10_000)
    count = parser.parse_args().styles
    with tempfile.TemporaryDirectory() as home:
        library = make_home(Path(home), count)
        app = QApplication([])
        theme.apply_theme(app, "dark")
        # What the imports have made (torch, for one) is not the gallery's, and the collector looks at it for long.
        gc.collect()
        gc.freeze()
        before_mb = resident_mb()
        watch = Stopwatch()
        panel = GalleryPanel(library)
        rows = [("panel made", *once(watch.read()))]
        panel.resize(*NARROW)
        rows.append(("shown to painted", *once(first_paint(app, panel))))
        settle(app)
        rows.append(("memory with the first tiles", f"{resident_mb() - before_mb:.0f} MB", ""))
        rows.append(("key to painted", *measured(keystrokes(app, panel))))
        for name, size in (("300 px wide", NARROW), ("900 px wide", WIDE)):
            panel.resize(*size)
            rows.append((f"frame, {name}, slow scroll", *measured(scrolled(app, panel, 24, 400))))
            rows.append((f"frame, {name}, fast scroll", *measured(scrolled(app, panel, 600, 200))))
        rows.append(("memory after scrolling", f"{resident_mb() - before_mb:.0f} MB", ""))
        watch = Stopwatch()
        panel.view.selecting.select_all()
        app.processEvents()
        rows.append(("select all", *once(watch.read())))
        panel.shut_down()
        library.close()
    print(machine())
    print(table((f"gallery of {count} styles (median / p99 / longest)", "clock", "window's thread"), rows))


if __name__ == "__main__":
    main()
