"""Batches for tests: pictures, plans, and workers that paint at once, in this process."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from stylegui.batch.order import Answer, News, Order, Painted
from stylegui.batch.photos import find_photos
from stylegui.batch.plan import Job, StyleChoice, Wish, make_plan
from stylegui.batch.results import Batch
from stylegui.engine.images import Picture, SaveOptions, encode_picture, save_picture

FILE: Mapping[str, Any] = {**SaveOptions(format="jpeg").model_dump(mode="json", exclude={"size_px"}), "recipe": True}


def save_noise(path: Path, seed: int, width: int = 24, height: int = 16) -> Path:
    """A small picture file, another one for each seed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    save_picture(Picture(pixels), path, SaveOptions(), None)
    return path


def jobs(photos: Path, styles: Path, output: Path, **params: Any) -> list[Job]:
    """Every picture of a folder in every style of another one."""
    choices = [StyleChoice(str(path), path) for path in sorted(styles.iterdir())]
    return make_plan(Wish(find_photos([photos], output), choices, "instant", {"size_px": 64, **params}))


def batch(tmp_path: Path, photo_count: int = 2, style_count: int = 2, **params: Any) -> Batch:
    """A batch of small pictures, saved in folders of `tmp_path`; its results go to "out" there."""
    for index in range(photo_count):
        save_noise(tmp_path / "photos" / f"p{index}.png", index)
    for index in range(style_count):
        save_noise(tmp_path / "styles" / f"s{index}.png", 100 + index)
    plan = jobs(tmp_path / "photos", tmp_path / "styles", tmp_path / "out", **params)
    return Batch(tmp_path / "out", plan, {"size": 64, **params}, FILE)


def painted(order: Order) -> Painted:
    """A result that depends on all that decides one."""
    text = repr((order.photo.data, order.style.data, sorted(order.params.items())))
    shade = sum(text.encode()) % 256
    picture = Picture(np.full((8, 12, 3), shade, np.uint8))
    data = encode_picture(picture, order.name, SaveOptions.model_validate(dict(order.save)), None)
    return Painted(data, {"device": "cpu", "threads": order.threads, "params": {}}, 0.5)


@dataclass
class FakeWorkers:
    """Two workers in this process; `act` makes the answers."""

    act: Callable[[Order], Answer] = painted
    given: list[Order] = field(default_factory=list)
    closed: bool = False
    _desk: dict[int, Order] = field(default_factory=dict)

    def room(self) -> int:
        return 2 - len(self._desk)

    def give(self, number: int, order: Order) -> None:
        assert self.room() > 0 and number not in self._desk
        self.given.append(order)
        self._desk[number] = order

    def wait(self, timeout_s: float) -> News:
        assert 0 < timeout_s < 1
        # The last comes first, so that nothing relies on the order.
        finished: Sequence[int] = sorted(self._desk, reverse=True)[:1]
        return News([(number, self.act(self._desk.pop(number))) for number in finished], dict.fromkeys(self._desk, 0.5))

    def describe(self) -> str:
        return "2 workers in the test"

    def close(self) -> None:
        self.closed = True


@dataclass
class Told:
    """Keeps what a batch tells."""

    notes: list[str] = field(default_factory=list)
    shares: list[float] = field(default_factory=list)
    names: list[str] = field(default_factory=list)

    def progress(self, done: float, total: int, name: str, left_s: float | None) -> None:
        assert left_s is None or left_s >= 0
        self.shares.append(done / total)
        self.names.append(name)

    def note(self, text: str) -> None:
        self.notes.append(text)
