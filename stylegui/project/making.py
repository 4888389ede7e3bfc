"""The making of a version: pictures taken while it was painted, kept as JPEGs within a budget. No Qt.

A `Recording` takes them in while the job runs and thins them evenly by step where they become too many. What is left at
its end is a `MakingOf`, which lives in memory or in a file; `making_shelf` keeps those of a document on the disk.
"""

from __future__ import annotations

import io
import json
import zipfile
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stylegui.engine.images import Picture, PictureError
from stylegui.files import replacing

FORMAT = 1
QUALITY = 90
LONGEST_PX = 1600
"""A picture of the making is for looking, filming and painting on: larger ones are kept at this long side."""
MOST_STILLS = 240
"""Ten seconds of film."""
LEAST_STILLS = 2
"""With fewer there is no way to be seen."""
INDEX = "making.json"


class MakingError(PictureError):
    """A making-of cannot be read; `str(error)` is one sentence for the user."""


@dataclass(frozen=True)
class Still:
    """One picture of the making: the step it was taken after, its size in pixels, and how many bytes its JPEG has."""

    step: int
    width: int
    height: int
    size_bytes: int


@dataclass(frozen=True, eq=False)
class Shot:
    """A still just taken, with its JPEG."""

    still: Still
    jpeg: bytes


def take(pixels: NDArray[np.uint8], step: int) -> Shot:
    """Compress a frame, (H, W, 3) uint8 sRGB: a few milliseconds a megapixel, so not in the window's thread."""
    image = Image.fromarray(pixels)
    if max(image.size) > LONGEST_PX:
        image.thumbnail((LONGEST_PX, LONGEST_PX), Image.Resampling.BICUBIC, reducing_gap=2.0)
    buffer = io.BytesIO()
    # Whole colour: painting may go on from this picture.
    image.save(buffer, "JPEG", quality=QUALITY, subsampling=0)
    jpeg = buffer.getvalue()
    return Shot(Still(step, image.width, image.height, len(jpeg)), jpeg)


class MakingOf:
    """Stills in the order of painting, each of which can be read by its place. Nothing of it changes any more."""

    def __init__(self, stills: Sequence[Still], read: Callable[[Still], bytes]) -> None:
        """`read` gives a still's JPEG, or raises MakingError."""
        self._stills = tuple(stills)
        self._steps = [still.step for still in self._stills]
        self._read = read

    @property
    def stills(self) -> tuple[Still, ...]:
        return self._stills

    @property
    def size_bytes(self) -> int:
        """What all its JPEGs take together."""
        return sum(still.size_bytes for still in self._stills)

    def __len__(self) -> int:
        return len(self._stills)

    def place_at(self, step: float) -> int:
        """The place of the last still that was taken by this step; 0 before the first."""
        return max(0, bisect_right(self._steps, step) - 1)

    def jpeg(self, place: int) -> bytes:
        """A still's JPEG. Raises MakingError where it cannot be read any more."""
        return self._read(self._stills[place])

    def picture(self, place: int) -> Picture:
        """A still as a picture. Raises MakingError."""
        try:
            with Image.open(io.BytesIO(self.jpeg(place)), formats=["JPEG"]) as image:
                return Picture(np.asarray(image.convert("RGB")))
        except (OSError, ValueError, Image.DecompressionBombError) as error:
            raise MakingError("A picture of the making is damaged.") from error

    def thinned(self, most: int) -> MakingOf:
        """At most so many of its stills, spread evenly over the steps; the first and the last are among them."""
        if len(self) <= most:
            return self
        first, last = self._steps[0], self._steps[-1]
        wanted = np.linspace(first, last, max(most, LEAST_STILLS))
        places = sorted({self.place_at(step) for step in wanted})
        return MakingOf([self._stills[place] for place in places], self._read)

    def write(self, path: Path) -> None:
        """Write it to a file, atomically. Raises OSError, and MakingError where a still cannot be read."""
        with replacing(path, durable=False) as file:
            self._pack(file)

    def to_bytes(self) -> bytes:
        """What `from_bytes` takes: a zip of JPEGs and an index. Raises MakingError."""
        buffer = io.BytesIO()
        self._pack(buffer)
        return buffer.getvalue()

    def _pack(self, file: IO[bytes]) -> None:
        index = _Index(format=FORMAT, stills=[_Entry.model_validate(still.__dict__) for still in self._stills])
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(INDEX, json.dumps(index.model_dump()))
            for place, still in enumerate(self._stills):
                archive.writestr(_name(still), self.jpeg(place))

    @classmethod
    def from_bytes(cls, content: bytes) -> MakingOf:
        """A making-of in memory. Raises MakingError where the content is none."""
        return cls._unpacked(lambda: io.BytesIO(content))

    @classmethod
    def open(cls, path: Path) -> MakingOf:
        """A making-of whose stills are read from the file when they are wanted. Raises MakingError."""
        return cls._unpacked(lambda: path.open("rb"))

    @classmethod
    def _unpacked(cls, reopen: Callable[[], IO[bytes]]) -> MakingOf:
        def read(name: str) -> bytes:
            try:
                with reopen() as file, zipfile.ZipFile(file) as archive:
                    # It may have come with somebody's project: what is packed could be of any size when unpacked.
                    if archive.getinfo(name).compress_type != zipfile.ZIP_STORED:
                        raise zipfile.BadZipFile("packed")
                    return archive.read(name)
            except (OSError, EOFError, KeyError, RuntimeError, ValueError, zipfile.BadZipFile) as error:
                raise MakingError("The making-of cannot be read any more.") from error

        try:
            index = _Index.model_validate_json(read(INDEX))
        except ValidationError as error:
            raise MakingError("The making-of is damaged.") from error
        stills = sorted((Still(**entry.model_dump()) for entry in index.stills), key=lambda still: still.step)
        return cls(stills, lambda still: read(_name(still)))


class Recording:
    """Takes in the shots of a running job, and keeps as many of them as fit, spread evenly over the steps."""

    def __init__(self, budget_bytes: int, steps: int = 0) -> None:
        """`steps` is how many the job will have, 0 where that is not known."""
        self._budget_bytes = budget_bytes
        self._gap = max(1, steps // MOST_STILLS)
        self._shots: list[Shot] = []
        self._held_bytes = 0

    def __len__(self) -> int:
        return len(self._shots)

    @property
    def held_bytes(self) -> int:
        """What the shots take in memory."""
        return self._held_bytes

    def wants(self, step: int) -> bool:
        """Whether a frame of this step would be kept: asked before it is compressed."""
        if not self._shots:
            return True
        last = self._shots[-1].still.step
        return step >= last + self._gap or step < last

    def add(self, shot: Shot) -> None:
        """Keep a shot. One of an earlier step than others replaces them: the job began anew, at another size."""
        while self._shots and self._shots[-1].still.step >= shot.still.step:
            self._held_bytes -= len(self._shots.pop().jpeg)
        self._shots.append(shot)
        self._held_bytes += len(shot.jpeg)
        while len(self._shots) > LEAST_STILLS and self._is_too_much():
            self._thin()

    def _is_too_much(self) -> bool:
        return len(self._shots) > MOST_STILLS or self._held_bytes > self._budget_bytes

    def _thin(self) -> None:
        """From now on keep shots twice as far apart, and let go of those in between."""
        self._gap *= 2
        kept: list[Shot] = []
        for shot in self._shots:
            if not kept or shot.still.step >= kept[-1].still.step + self._gap:
                kept.append(shot)
        self._shots = kept
        self._held_bytes = sum(len(shot.jpeg) for shot in self._shots)

    def finish(self) -> MakingOf | None:
        """What was recorded; None where it is too little to show."""
        if len(self._shots) < LEAST_STILLS:
            return None
        jpegs: Mapping[Still, bytes] = {shot.still: shot.jpeg for shot in self._shots}
        return MakingOf([shot.still for shot in self._shots], jpegs.__getitem__)


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore")
    step: int = Field(ge=0)
    width: int = Field(gt=0)
    height: int = Field(gt=0)
    size_bytes: int = Field(ge=0)


class _Index(BaseModel):
    """What `making.json` says: anybody may have written it."""

    model_config = ConfigDict(extra="ignore")
    format: int = Field(ge=1, le=FORMAT)
    stills: list[_Entry] = Field(min_length=1, max_length=10 * MOST_STILLS)


def _name(still: Still) -> str:
    return f"{still.step:08d}.jpg"
