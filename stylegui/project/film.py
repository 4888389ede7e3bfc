"""The making of a version as a film: MP4 (with PyAV, an optional extra) or GIF. No Qt."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Literal

import numpy as np
from PIL import Image

from stylegui.engine.control import RunControl
from stylegui.engine.images import Picture
from stylegui.files import replacing
from stylegui.project.making import MakingError, MakingOf

FilmFormat = Literal["mp4", "gif"]
CONSTANT_RATE_FACTOR = "18"
"""libx264's quality: 18 is taken for free of visible loss."""
BT709 = 1
"""The number of BT.709 among primaries, transfers and matrices (ITU-T H.273)."""
LIMITED_RANGE = 1
LEAST_PX = 16
PALETTE_SAMPLES = 6
PALETTE_SAMPLE_PX = 160

Tell = Callable[[float], object]


class FilmError(Exception):
    """A film could not be made; `str(error)` is one sentence for the user."""


@dataclass(frozen=True)
class FilmOptions:
    """How a film is made: its pictures per second, the seconds that the picture grows, and those it stands at the end.

    `size_px` is the long side; `with_result` ends with the finished picture itself.
    """

    format: FilmFormat = "mp4"
    fps: int = 25
    seconds: float = 8.0
    hold_s: float = 2.0
    size_px: int = 1080
    with_result: bool = True

    @property
    def moving(self) -> int:
        """How many pictures the growing part has."""
        return max(2, round(self.fps * self.seconds))

    @property
    def held(self) -> int:
        """For how many pictures the last one stands."""
        return round(self.fps * self.hold_s)


def can_write_mp4() -> bool:
    """Whether PyAV is installed."""
    return importlib.util.find_spec("av") is not None


def film_size(size: tuple[int, int], long_px: int) -> tuple[int, int]:
    """(width, height) of a film of pictures of this size: never larger than they are, and even, as MP4 wants it."""
    scale = min(1.0, long_px / max(size))
    width, height = (max(LEAST_PX, 2 * round(side * scale / 2)) for side in size)
    return width, height


def write_film(
    making: MakingOf,
    result: Picture | None,
    path: Path,
    options: FilmOptions,
    control: RunControl,
    tell: Tell,
) -> None:
    """Make the film and put it at `path` in one go. `tell` hears how much is done, 0 to 1, in the calling thread.

    Without a result (or `with_result`) the film ends with the last still. Raises FilmError, and `Cancelled` after
    `control.cancel()`; what was at `path` is untouched then.
    """
    last = result if options.with_result else None
    reference = last.size if last is not None else (making.stills[-1].width, making.stills[-1].height)
    pictures = _Pictures(making, last, film_size(reference, options.size_px), options.moving)
    write = _write_mp4 if options.format == "mp4" else _write_gif
    try:
        with replacing(path) as file:
            write(file, pictures, options, control, tell)
    except MakingError as error:
        raise FilmError(str(error)) from error
    except ImportError as error:
        raise FilmError("MP4 needs PyAV, which is not installed.") from error
    except MemoryError as error:
        raise FilmError("There is not enough memory for the film.") from error
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise FilmError(f"The film “{path.name}” could not be saved: {reason}.") from error


class _Pictures:
    """The pictures of the growing part, by place: stills at equal distances in steps, one melting into the next."""

    def __init__(self, making: MakingOf, last: Picture | None, size: tuple[int, int], count: int) -> None:
        self.size = size
        self.count = count
        self._making = making
        self._last = last
        self._ends = len(making) if last is not None else len(making) - 1
        first, final = making.stills[0].step, making.stills[-1].step
        # The result comes as much after the last still as the stills come after each other.
        pace = (final - first) / max(1, len(making) - 1)
        self._steps = [float(still.step) for still in making.stills] + [final + pace]
        self._ready: dict[int, Image.Image] = {}

    def __iter__(self) -> Iterator[Image.Image]:
        return (self[number] for number in range(self.count))

    def __getitem__(self, number: int) -> Image.Image:
        """Picture `number` of `count`; raises MakingError where a still cannot be read."""
        way = self._steps[0] + (self._steps[self._ends] - self._steps[0]) * number / (self.count - 1)
        place = min(max(0, int(np.searchsorted(self._steps, way, side="right")) - 1), self._ends)
        following = min(place + 1, self._ends)
        span = self._steps[following] - self._steps[place]
        share = (way - self._steps[place]) / span if span > 0 else 0.0
        self._ready = {key: self._ready[key] for key in (place, following) if key in self._ready}
        return Image.blend(self._at(place), self._at(following), share) if share > 0 else self._at(place)

    def _at(self, place: int) -> Image.Image:
        if place not in self._ready:
            picture = self._making.picture(place) if place < len(self._making) else self._last
            assert picture is not None
            image = Image.fromarray(picture.to_uint8())
            self._ready[place] = image.resize(self.size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        return self._ready[place]


def _write_mp4(file: BinaryIO, pictures: _Pictures, options: FilmOptions, control: RunControl, tell: Tell) -> None:
    import av

    whole = options.moving + options.held
    try:
        # By name: so that the index comes first, which lets a film begin before it is loaded, the file is read again.
        with av.open(file.name, "w", format="mp4", options={"movflags": "+faststart"}) as container:
            stream = container.add_stream("libx264", rate=options.fps)
            stream.width, stream.height = pictures.size
            stream.pix_fmt = "yuv420p"
            stream.options = {"crf": CONSTANT_RATE_FACTOR, "preset": "medium"}
            coder = stream.codec_context
            coder.color_primaries = coder.color_trc = coder.colorspace = BT709
            coder.color_range = LIMITED_RANGE
            for number in range(whole):
                control.checkpoint()
                image = pictures[min(number, options.moving - 1)]
                container.mux(stream.encode(_yuv(av, image)))
                tell((number + 1) / whole)
            container.mux(stream.encode(None))
    except av.FFmpegError as error:
        raise FilmError(f"The film could not be made: {error.strerror or 'unknown error'}.") from error


def _yuv(av: Any, image: Image.Image) -> Any:
    """A picture as the coder takes it, in BT.709 as its stream says."""
    frame = av.VideoFrame.from_ndarray(np.asarray(image), format="rgb24")
    return frame.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


def _write_gif(file: BinaryIO, pictures: _Pictures, options: FilmOptions, control: RunControl, tell: Tell) -> None:
    palette = _palette(pictures)

    def painted() -> Iterator[Image.Image]:
        for number, image in enumerate(pictures):
            control.checkpoint()
            yield image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)
            tell((number + 1) / options.moving)

    frames = painted()
    # Its clock counts hundredths of a second.
    pause_ms = 10 * max(2, round(100 / options.fps))
    durations = [pause_ms] * (options.moving - 1) + [pause_ms + round(1000 * options.hold_s)]
    next(frames).save(file, "GIF", save_all=True, append_images=frames, duration=durations, loop=0, disposal=1)


def _palette(pictures: _Pictures) -> Image.Image:
    """One palette for the whole film, so that nothing flickers: made of some of its pictures, the last above all."""
    places = np.linspace(0, pictures.count - 1, PALETTE_SAMPLES).round().astype(int)
    width, height = pictures.size
    scale = min(1.0, PALETTE_SAMPLE_PX / max(width, height))
    small = (max(1, round(width * scale)), max(1, round(height * scale)))
    sheet = Image.new("RGB", (small[0], small[1] * (PALETTE_SAMPLES + 1)))
    for row, place in enumerate([*places, pictures.count - 1]):
        sheet.paste(pictures[int(place)].resize(small, Image.Resampling.BOX), (0, row * small[1]))
    return sheet.quantize(256, Image.Quantize.MEDIANCUT)
