"""How the filmstrip feels with 200 versions: first paint, scrolling, memory.

    .venv/bin/python -m tests.bench.filmstrip [--versions 200] [--long-side 1024]

The real panel over a document whose pictures lie in a store on the disk, as in the window; offscreen unless
QT_QPA_PLATFORM says otherwise. The screen's own time is not in it. Each time is told twice: by the clock, and what the
window's thread itself has computed, which a busy machine changes less.
"""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse
import gc
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.project.document import Document
from stylegui.project.store import PictureStore
from stylegui.ui import theme
from stylegui.ui.history import HistoryPanel
from stylegui.ui.history.marks import VersionMarks
from stylegui.ui.history.model import VersionModel
from stylegui.ui.history.thumbnails import VersionThumbnails
from tests.bench.common import machine, table
from tests.bench.gallery import Paints, Stopwatch, Times, measured, once, resident_mb, settle, until_painted

WIDTH_PX, HEIGHT_PX = 1400, 170
PICTURES = 12
PATIENCE_S = 60.0


def make_document(folder: Path, count: int, long_side_px: int) -> Document:
    """Versions with pictures of noise and waves, put aside as an autosave does."""
    document = Document(PictureStore(folder))
    rng = np.random.default_rng(0)
    size = (long_side_px * 2 // 3, long_side_px)
    y, x = np.mgrid[: size[0], : size[1]] / long_side_px
    pictures = []
    for number in range(PICTURES):
        waves = np.sin((number + 3) * (x + y) * 9)[..., None] * (0.3, 0.2, 0.4) + (0.5, 0.4, 0.5)
        noisy = np.clip(waves + rng.normal(0, 0.05, (*size, 3)), 0, 1)
        pictures.append(Picture((255 * noisy).astype(np.uint8)))
    photo = pictures[0]
    document.set_photo(photo)
    for number in range(count):
        version = document.add_version(photo, Result(pictures[number % PICTURES]), f"Style {number % 9} of the bench")
        document.set_rating(version, number % 7 - 1)
    for version in document.versions:
        for held in version.held():
            held.keep()
    document.put_aside()
    return document


def scrolled(app: QApplication, panel: HistoryPanel, step_px: int, frames: int) -> list[Times]:
    """Scroll by `step_px` a frame from the start; the time of each frame, thumbnails arriving in between."""
    bar = panel.view.horizontalScrollBar()
    bar.setValue(0)
    settle(app)
    times = []
    for _ in range(frames):
        watch = Stopwatch()
        bar.setValue((bar.value() + step_px) % max(1, bar.maximum()))
        app.processEvents()
        times.append(watch.read())
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--versions", type=int, default=200)
    parser.add_argument("--long-side", type=int, default=1024)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        document = make_document(Path(folder), options.versions, options.long_side)
        app = QApplication([])
        theme.apply_theme(app, "dark")
        gc.collect()
        gc.freeze()
        before_mb = resident_mb()
        watch = Stopwatch()
        thumbnails = VersionThumbnails()
        panel = HistoryPanel(VersionModel(document, VersionMarks(document), thumbnails))
        rows = [("panel made", *once(watch.read()))]
        panel.resize(WIDTH_PX, HEIGHT_PX)
        paints = Paints(panel.view.viewport())
        watch = Stopwatch()
        panel.show()
        until_painted(app, paints, 0)
        rows.append(("shown to painted", *once(watch.read())))
        settle(app)
        rows.append(("frame, slow scroll", *measured(scrolled(app, panel, 12, 600))))
        rows.append(("frame, fast scroll", *measured(scrolled(app, panel, 300, 300))))
        watch = Stopwatch()
        document.set_rating(document.versions[0], 5)
        app.processEvents()
        rows.append(("a rating", *once(watch.read())))
        watch = Stopwatch()
        document.remove_version(document.versions[options.versions // 2])
        app.processEvents()
        rows.append(("a deletion", *once(watch.read())))
        rows.append(("memory after scrolling", f"{resident_mb() - before_mb:.0f} MB", ""))
        thumbnails.shut_down()
        panel.deleteLater()
    print(machine())
    head = (f"strip of {options.versions} versions (median / p99 / longest)", "clock", "window's thread")
    print(table(head, rows))


if __name__ == "__main__":
    main()
