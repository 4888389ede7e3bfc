"""How soon a style is seen: from the click on its tile to the canvas with its preview; and a drag of Strength.

    .venv/bin/python -m tests.bench.latency [--styles 10] [--seconds 3] [--no-tiles]

The real window is made by the real composition root, offscreen, with a sample photo. Each style is new to the program's
cache. A 16-ms timer of the GUI thread tells how late it is served while Strength is dragged.
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
from pathlib import Path  # noqa: E402

from PySide6.QtCore import QObject, Qt, QTimer, Slot  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QSlider  # noqa: E402

from stylegui import app as studio_app  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.resources import resource  # noqa: E402
from stylegui.settings import SettingsStore  # noqa: E402
from stylegui.ui.crash import CrashReporter  # noqa: E402
from tests.bench.common import machine, table  # noqa: E402

INTERVAL_MS = 16
SETTLED_MS = 1500
"""Between two choices: the sharp preview of the one before is done by then, as it is for an artist who looks at it."""


class Measurement(QObject):
    """Clicks one tile after the other, then drags Strength, then closes the window."""

    def __init__(self, studio: studio_app.Studio, styles: int, seconds: float, tiles: bool) -> None:
        super().__init__()
        self.studio, self.styles, self.seconds, self.tiles = studio, styles, seconds, tiles
        self.choice_ms: list[float] = []
        self.sizes: list[int] = []
        self.lateness_ms: list[float] = []
        self.proofs = 0
        self.phase = "waiting"
        self.clicked = self.last = 0.0
        self.row = 0
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(INTERVAL_MS)
        self.timer.timeout.connect(self.on_tick)
        studio.queue.engine_ready.connect(self.on_ready)
        studio.session.previewing.changed.connect(self.on_preview)

    @Slot(str)
    def on_ready(self, _fault: str) -> None:
        self.studio.window.gallery.set_photo_tiles(self.tiles)
        QTimer.singleShot(6 * SETTLED_MS, self.choose)

    @Slot()
    def choose(self) -> None:
        """Click the next tile."""
        view = self.studio.window.gallery.view
        model = view.model()
        index = model.index(self.row, 0)
        self.row += 1
        view.scrollTo(index)
        self.phase = "choosing"
        self.clicked = time.perf_counter()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())

    @Slot()
    def on_preview(self) -> None:
        if self.phase == "dragging":
            self.proofs += 1
        if self.phase != "choosing":
            return
        self.studio.window.canvas.repaint()
        self.choice_ms.append(1000 * (time.perf_counter() - self.clicked))
        self.sizes.append(self.studio.window.canvas.result_image().width())
        self.phase = "resting"
        QTimer.singleShot(SETTLED_MS, self.choose if len(self.choice_ms) < self.styles else self.drag)

    @Slot()
    def drag(self) -> None:
        """Take the handle of Strength."""
        panel = self.studio.window.paint_panel
        sliders = panel.findChildren(QSlider)
        self.slider = next(each for each in sliders if each.accessibleName() == "Strength" and each.isVisible())
        self.slider.setSliderDown(True)
        self.phase = "dragging"
        self.began = self.last = time.perf_counter()
        self.timer.start()

    @Slot()
    def on_tick(self) -> None:
        now = time.perf_counter()
        self.lateness_ms.append(max(0.0, 1000 * (now - self.last) - INTERVAL_MS))
        self.last = now
        share = (now - self.began) / self.seconds
        if share >= 1:
            self.timer.stop()
            self.phase = "done"
            self.slider.setSliderDown(False)
            self.report()
            self.studio.end()
            return
        # Twice from end to end.
        low, high = self.slider.minimum(), self.slider.maximum()
        self.slider.setValue(round(low + (high - low) * abs((2 * share) % 1 * 2 - 1)))

    def report(self) -> None:
        late = sorted(self.lateness_ms)
        rows = [
            (
                f"click to canvas, {len(self.choice_ms)} styles at {sorted(set(self.sizes))} px",
                f"p50 {statistics.median(self.choice_ms):.0f} ms, longest {max(self.choice_ms):.0f} ms",
            ),
            ("timer lateness while Strength is dragged, p50", f"{statistics.median(late):.1f} ms"),
            ("timer lateness, p99", f"{late[int(0.99 * (len(late) - 1))]:.1f} ms"),
            ("timer lateness, longest", f"{late[-1]:.1f} ms ({len(late)} ticks)"),
            ("previews while dragging", f"{self.proofs / self.seconds:.1f} a second"),
        ]
        print(machine())
        print(table(("the live preview", "measured"), rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=3)
    parser.add_argument("--no-tiles", action="store_true", help="paint no tiles of the gallery meanwhile")
    arguments = parser.parse_args()
    photo = min(resource("samples").glob("*.jpg"))
    with tempfile.TemporaryDirectory() as home:
        os.environ["STYLEGUI_HOME"] = home  # the engine's cache of styles is empty then
        paths = Paths.below(Path(home))
        settings = SettingsStore(paths.settings_file)
        app = studio_app.make_application(settings)
        studio = studio_app.Studio(app, paths, CrashReporter(paths.log_file), settings=settings)
        studio.window.resize(1400, 900)
        measurement = Measurement(studio, arguments.styles, arguments.seconds, not arguments.no_tiles)
        studio.show([str(photo)])
        app.exec()
        studio.close()
        del measurement


if __name__ == "__main__":
    main()
