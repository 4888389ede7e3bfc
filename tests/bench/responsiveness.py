"""How the window feels while Paint runs on the CPU: lateness of a 16-ms timer of its thread, and the time Stop takes.

    .venv/bin/python -m tests.bench.responsiveness [--size 512] [--seconds 15]

The real window is made by the real composition root, offscreen, with a sample photo and a built-in style.
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

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Slot  # noqa: E402

from stylegui import app as studio_app  # noqa: E402
from stylegui.jobs.queue import JobState  # noqa: E402
from stylegui.paths import Paths  # noqa: E402
from stylegui.resources import resource  # noqa: E402
from stylegui.settings import SettingsStore  # noqa: E402
from stylegui.ui.crash import CrashReporter  # noqa: E402
from tests.bench.common import machine, table  # noqa: E402

INTERVAL_MS = 16
STOPS = 5


class Measurement(QObject):
    """Starts a job, listens to the timer, stops the job, several times over; then closes the window."""

    def __init__(self, studio: studio_app.Studio, size_px: int, seconds: float) -> None:
        super().__init__()
        self.studio, self.size_px, self.seconds = studio, size_px, seconds
        self.lateness_ms: list[float] = []
        self.stop_ms: list[float] = []
        self.first_frame_ms: list[float] = []
        self.clock = QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setTimerType(Qt.TimerType.PreciseTimer)
        self.timer.setInterval(INTERVAL_MS)
        self.timer.timeout.connect(self.on_tick)
        self.phase = "waiting"
        self.since = time.perf_counter()
        self.last = 0.0
        studio.queue.engine_ready.connect(self.on_ready)
        studio.queue.frame_arrived.connect(self.on_frame)
        studio.queue.job_ended.connect(self.on_ended)

    @Slot(str)
    def on_ready(self, _fault: str) -> None:
        self.timer.start()
        QTimer.singleShot(500, self.start_job)

    @Slot()
    def start_job(self) -> None:
        self.studio.document.set_engine("paint")  # one pass of Instant shows no frames and is over before a stop
        params = self.studio.document.paint_params.model_copy(update={"size_px": self.size_px, "preset": "fine"})
        self.studio.document.set_params(params)
        self.since = time.perf_counter()
        self.phase = "starting"
        self.studio.queue.submit(self.studio.document.request())

    @Slot(int, object)
    def on_frame(self, _job: int, _frame: object) -> None:
        if self.phase == "starting":
            self.first_frame_ms.append(1000 * (time.perf_counter() - self.since))
            self.phase = "painting"
            self.last = time.perf_counter()
            QTimer.singleShot(int(1000 * self.seconds / STOPS), self.stop_job)

    @Slot()
    def on_tick(self) -> None:
        now = time.perf_counter()
        if self.phase == "painting":
            self.lateness_ms.append(max(0.0, 1000 * (now - self.last) - INTERVAL_MS))
        self.last = now

    @Slot()
    def stop_job(self) -> None:
        running = self.studio.queue.running
        if running is None or running.state is not JobState.RUNNING:
            return
        self.phase = "stopping"
        self.since = time.perf_counter()
        self.studio.queue.cancel(running.id)

    @Slot(object)
    def on_ended(self, _event: object) -> None:
        if self.phase == "stopping":
            self.stop_ms.append(1000 * (time.perf_counter() - self.since))
        if len(self.stop_ms) < STOPS:
            QTimer.singleShot(200, self.start_job)
        else:
            self.report()
            self.studio.end()

    def report(self) -> None:
        late = sorted(self.lateness_ms)
        p99 = late[int(0.99 * (len(late) - 1))]
        rows = [
            ("timer lateness, p50", f"{statistics.median(late):.1f} ms"),
            ("timer lateness, p99", f"{p99:.1f} ms"),
            ("timer lateness, longest", f"{late[-1]:.1f} ms ({len(late)} ticks)"),
        ]
        for what, times in (("Stop to stopped", self.stop_ms), ("Start to first frame", self.first_frame_ms)):
            rows.append((what, f"median {statistics.median(times):.0f} ms, longest {max(times):.0f} ms"))
        print(machine())
        print(table((f"while painting at {self.size_px} px", "time"), rows))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=512)
    parser.add_argument("--seconds", type=float, default=15)
    arguments = parser.parse_args()
    photo = min(resource("samples").glob("*.jpg"))
    style = min(resource("styles").glob("*/style.json")).parent.name
    with tempfile.TemporaryDirectory() as home:
        paths = Paths.below(Path(home))
        settings = SettingsStore(paths.settings_file)
        app = studio_app.make_application(settings)
        studio = studio_app.Studio(app, paths, CrashReporter(paths.log_file), settings=settings)
        measurement = Measurement(studio, arguments.size, arguments.seconds)
        studio.show([str(photo), style])
        app.exec()
        studio.close()
        del measurement


if __name__ == "__main__":
    main()
