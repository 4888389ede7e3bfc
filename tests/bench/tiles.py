"""Gallery tiles on the artist's photo: how long 24 of them take, and how the window feels meanwhile.

    .venv/bin/python -m tests.bench.tiles [--tile 128] [--rounds 3]

The real panel, lane and engine, offscreen, with the program's own styles. Times run from the new photo to the last of
the tiles in sight: cold (no style was ever read), warm (another photo in the same styles), and cached (a photo that was
there before, after a new start). The first painting of all, which loads the engine, is not in them. Each time is told
twice: by the clock, and what all threads together have computed, which a busy machine changes less.
"""

from __future__ import annotations

import os
import tempfile

from stylegui.environment import prepare_environment

prepare_environment()
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import argparse  # noqa: E402 - the environment comes first
import statistics  # noqa: E402
import time  # noqa: E402
from typing import NamedTuple  # noqa: E402

from PySide6.QtCore import QObject, Qt, QTimer, Slot  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from stylegui.app import engine_backend  # noqa: E402
from stylegui.engine.control import RunControl  # noqa: E402
from stylegui.engine.images import Picture, load_picture  # noqa: E402
from stylegui.jobs.preview import PreviewLane  # noqa: E402
from stylegui.library import StyleLibrary  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.resources import resource  # noqa: E402
from stylegui.settings import SettingsStore  # noqa: E402
from stylegui.ui import theme  # noqa: E402
from stylegui.ui.gallery import GalleryPanel  # noqa: E402
from tests.bench.common import machine, table  # noqa: E402

TILES, COLUMNS = 24, 4
INTERVAL_MS = 16
PATIENCE_S = 120.0


class Run(NamedTuple):
    """Seconds to the last tile in sight, seconds of all threads, and the timer's lateness on the way in ms."""

    seconds: float
    computed_s: float
    late_ms: list[float]


class Lateness(QObject):
    """How much later than asked a timer of the window's thread comes."""

    def __init__(self) -> None:
        super().__init__()
        self.ms: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._note)
        self._timer.start()

    @Slot()
    def _note(self) -> None:
        now = time.perf_counter()
        self.ms.append(max(0.0, 1000 * (now - self._last) - INTERVAL_MS))
        self._last = now


class Gallery:
    """A panel with 24 tiles in sight, as after a start of the program; the caches stay from one to the next."""

    def __init__(self, app: QApplication, library: StyleLibrary, lane: PreviewLane, tile_px: int) -> None:
        self._app = app
        self.panel = GalleryPanel(library)
        self.panel.set_tile_size_px(tile_px)
        self.panel.set_lane(lane)
        self.panel.resize(COLUMNS * (tile_px + 12) + 20, 700)
        self.panel.show()
        self.settle(0.3)
        view = self.panel.view
        rows = TILES // COLUMNS * view.gridSize().height()
        self.panel.resize(self.panel.width(), self.panel.height() + rows - view.viewport().height())
        self.settle(1.5)
        self.ids = [view.shown.id_at(row) for row in view.visible_rows()]

    def paint(self, photo: Picture) -> Run:
        """Put another photo in the place of what is there."""
        self.panel.set_photo(None)
        self.settle(0.3)
        tiles, lateness = self.panel.view.shown.photo_tiles, Lateness()
        start, computed = time.perf_counter(), time.process_time()
        self.panel.set_photo(photo)
        while time.perf_counter() - start < PATIENCE_S and not all(tiles.pixmap(each) for each in self.ids):
            self._app.processEvents()
            time.sleep(0.001)
        return Run(time.perf_counter() - start, time.process_time() - computed, lateness.ms)

    def settle(self, seconds: float) -> None:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            self._app.processEvents()
            time.sleep(0.005)

    def close(self) -> None:
        self.panel.shut_down()
        self.panel.deleteLater()
        self.settle(0.1)


def warm_up(lane: PreviewLane, app: QApplication, photo: Picture) -> object:
    """Have the engine loaded in the lane's thread and settled, as the window does when nothing else is to be done.

    How it will compute; nothing else is kept.
    """
    done: list[object] = []

    def work(control: RunControl) -> object:
        from stylegui.engine.instant.run import loaded
        from stylegui.engine.instant.tile import TilePainter
        from stylegui.engine.instant.tuning import settle

        style = min(resource("styles").glob("*/image.*"))
        TilePainter(None).paint(photo, style, 160, control)
        return settle(loaded("fast", "cpu"), Paths.of_user().cache, control.checkpoint).to_json()

    lane.preview_arrived.connect(lambda _ticket, result: done.append(result))
    lane.show(work)
    while not done:
        app.processEvents()
        time.sleep(0.01)
    return done[0]


def row(name: str, runs: list[Run]) -> tuple[str, ...]:
    late = sorted(ms for run in runs for ms in run.late_ms) or [0.0]
    p99 = late[int(0.99 * (len(late) - 1))]
    times = ([run.seconds for run in runs], [run.computed_s for run in runs])
    spreads = [f"{statistics.median(each):.2f} s ({min(each):.2f} to {max(each):.2f})" for each in times]
    return name, *spreads, f"{statistics.median(late):.1f} / {p99:.1f} / {late[-1]:.1f} ms"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tile", type=int, default=128, help="width of a tile in px")
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    photos = [load_picture(path) for path in sorted(resource("samples").glob("*.jpg"))]
    app = QApplication([])
    theme.apply_theme(app, "dark")
    runs: dict[str, list[Run]] = {"cold": [], "warm": [], "cached": []}
    count = 0
    how: object = None
    for number in range(arguments.rounds):
        with tempfile.TemporaryDirectory() as home:
            os.environ["STYLEGUI_HOME"] = home
            paths = Paths.of_user()
            library = StyleLibrary(paths)
            lane = PreviewLane(engine_backend(SettingsStore(paths.settings_file)))
            if not number:
                how = warm_up(lane, app, photos[0])
            first, second = photos[number % len(photos)], photos[(number + 1) % len(photos)]
            gallery = Gallery(app, library, lane, arguments.tile)
            count = len(gallery.ids)
            runs["cold"].append(gallery.paint(first))
            runs["warm"].append(gallery.paint(second))
            gallery.close()
            gallery = Gallery(app, library, lane, arguments.tile)
            runs["cached"].append(gallery.paint(first))
            gallery.close()
            lane.close(60_000)
            library.close()
    print(machine(), how, sep="\n")
    head = (
        f"{count} tiles of {arguments.tile} px",
        "clock: median (range)",
        "all threads",
        "timer late: p50 / p99 / longest",
    )
    print(table(head, [row(name, each) for name, each in runs.items()]))


if __name__ == "__main__":
    main()
