"""Reading picture files: any of the usual formats becomes an upright sRGB `Picture`, or one clear sentence."""

from __future__ import annotations

import io
import logging
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from stylegui.engine.imageio import ifd, metadata, ora, png, profiles, tiff
from stylegui.engine.imageio.picture import Picture, PictureError
from stylegui.engine.imageio.raster import Raster, from_pillow
from stylegui.engine.imageio.source import FORMATS, check_size, display_name, read_file

FIRST_FRAME = "Only the first frame of the animation is used."

log = logging.getLogger(__name__)


def load_picture(path: Path | str) -> Picture:
    """The picture in a file, upright and in sRGB. Raises PictureError with one sentence that names the file."""
    path = Path(path)
    picture = decode_picture(read_file(path), display_name(path))
    return replace(picture, source=str(path))


def decode_picture(data: bytes, name: str) -> Picture:
    """The picture in a file's bytes, as from the clipboard; `name` stands for it in messages. Raises PictureError."""
    if not data:
        raise PictureError(f"“{name}” is empty: the file has 0 bytes.")
    try:
        # Of a file with layers it is all of them together.
        return _picture(_decode(ora.merged_image(data) if ora.is_ora(data) else data, name), name)
    except PictureError:
        raise
    except MemoryError:
        # Not chained: the traceback would keep the arrays alive.
        raise PictureError(f"There is not enough memory to open “{name}”.") from None
    except UnidentifiedImageError as error:
        raise PictureError(f"“{name}” is not a picture, or of a kind that cannot be opened.") from error
    except Exception as error:  # decoders raise nearly anything on broken files
        log.debug("cannot decode %s", name, exc_info=True)
        raise PictureError(f"“{name}” is damaged or incomplete and cannot be opened.") from error


def _decode(data: bytes, name: str) -> Raster:
    if tiff.is_tiff(data):
        raster = tiff.read_deep(data, name)
        if raster is not None:
            return raster
    with Image.open(io.BytesIO(data), formats=FORMATS) as image:
        check_size(image.size, name)
        if png.is_16_bit(data):
            return _read_deep_png(image, data)
        return _read_with_pillow(image, data)


def _read_with_pillow(image: Image.Image, data: bytes) -> Raster:
    is_tiff = image.format == "TIFF"
    # Pillow turns TIFFs upright itself, and forgets then how they were.
    tags = _tags(image, data)
    pages = getattr(image, "n_frames", 1) if image.format != "MPO" else 1
    image.load()
    samples, alpha, notes = from_pillow(image)
    tags = tags or _tags(image, data)
    if pages > 1:
        notes += (tiff.PAGES if is_tiff else FIRST_FRAME,)
    return Raster(
        samples,
        alpha,
        icc=image.info.get("icc_profile") or None,
        dpi=_dpi(image, tags),
        tags=tags,
        orientation=1 if is_tiff else metadata.orientation(tags, image.info.get("xmp")),
        notes=notes,
    )


def _read_deep_png(image: Image.Image, data: bytes) -> Raster:
    """The pixels by our own decoder, the rest as Pillow has read it from the chunks before them."""
    chunks = list(png.chunks(data))
    samples, alpha = png.decode_16_bit(chunks)
    tags = metadata.parse(dict(chunks).get(b"eXIf")) or _tags(image, data)
    return Raster(
        samples,
        alpha,
        icc=image.info.get("icc_profile") or None,
        dpi=_dpi(image, tags),
        tags=tags,
        orientation=metadata.orientation(tags, image.info.get("xmp")),
    )


def _tags(image: Image.Image, data: bytes) -> ifd.Directory:
    """The metadata of a picture that Pillow has opened."""
    if image.format == "TIFF":
        return metadata.parse(data)
    block = image.info.get("exif")
    if block is None and (text := image.info.get("Raw profile type exif")):
        # How ImageMagick wrote EXIF into PNG for long: a name, a length, and hexadecimal digits.
        block = bytes.fromhex(re.sub(r"\s+", "", text.split("\n", 3)[3]))
    return metadata.parse(block)


def _dpi(image: Image.Image, tags: ifd.Directory) -> float | None:
    try:
        return metadata.sensible_dpi(float(image.info["dpi"][0]))
    except (KeyError, TypeError, ValueError, IndexError, ZeroDivisionError):
        return metadata.resolution(tags)


def _picture(raster: Raster, name: str) -> Picture:
    pixels, profile_used = profiles.to_srgb(raster.samples, raster.icc)
    alpha = raster.alpha
    if alpha is not None and bool((alpha == np.iinfo(alpha.dtype).max).all()):
        alpha = None
    kept = metadata.about_the_picture(raster.tags)
    return Picture(
        _upright(pixels, raster.orientation),
        None if alpha is None else _upright(alpha.astype(pixels.dtype, copy=False), raster.orientation),
        name=name,
        dpi=raster.dpi,
        icc=raster.icc if profile_used else None,
        exif=ifd.write_block(kept) if kept else None,
        notes=raster.notes if profile_used else (*raster.notes, profiles.IGNORED),
    )


def _upright(array: NDArray[Any], orientation: int) -> NDArray[Any]:
    """The array (H, W, …) as it is meant to be looked at, for an EXIF orientation of 1 to 8."""
    if orientation >= 5:
        array = np.swapaxes(array, 0, 1)
    # Now 1, 5: as it is; 2, 6: mirrored left to right; 4, 8: top to bottom; 3, 7: both.
    if orientation in (2, 3, 6, 7):
        array = array[:, ::-1]
    if orientation in (3, 4, 7, 8):
        array = array[::-1]
    return array
