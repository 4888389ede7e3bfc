"""Writing `Picture`s: PNG, JPEG, WebP and TIFF with profile, resolution, metadata and recipe, never half a file."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import BaseModel, ConfigDict, Field

from stylegui.engine.imageio import ifd, metadata, png, profiles, tiff_writer
from stylegui.engine.imageio import recipe as recipes
from stylegui.engine.imageio.metadata import Keep
from stylegui.engine.imageio.picture import Picture, PictureError, to_depth
from stylegui.engine.imageio.source import display_name
from stylegui.files import replacing

Format = Literal["png", "jpeg", "webp", "tiff"]

# The longest side that a format's header, or its encoder, allows.
_LONGEST_SIDE_PX = {"jpeg": 65500, "webp": 16383}
_JPEG_SEGMENT_BYTES = 65_000


class SaveOptions(BaseModel):
    """How a picture is written.

    `bit_depth` counts for PNG and TIFF (JPEG and WebP have 8 bits), `quality` for JPEG and lossy WebP, `compression`
    (zlib's level, 0 for none) for PNG and TIFF. `dpi` and `profile` fall back to the picture's own resolution and to
    sRGB; `profile="source"` goes back to the profile the picture came with, if that is an RGB one. `metadata` says what
    of the picture's EXIF is written; "no-gps" leaves out the place. With `size_px` the picture is scaled to that long
    side.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Format = "png"
    quality: int = Field(default=95, ge=1, le=100)
    lossless: bool = False
    bit_depth: Literal[8, 16] = 8
    dpi: float | None = Field(default=None, ge=2, le=65535)
    profile: Literal["srgb", "source"] = "srgb"
    compression: int = Field(default=4, ge=0, le=9)
    metadata: Keep = "no-gps"
    size_px: int | None = Field(default=None, ge=1, le=65500)


@dataclass(frozen=True, eq=False)
class _Content:
    """What goes into a file of this name, in the depth and the space it is written in."""

    name: str
    pixels: NDArray[Any]
    alpha: NDArray[Any] | None
    icc: bytes
    dpi: float | None
    exif: ifd.Directory
    recipe_json: str | None

    def with_alpha(self) -> NDArray[Any]:
        """(H, W, 3) samples, or (H, W, 4) where there is an alpha."""
        return self.pixels if self.alpha is None else np.dstack([self.pixels, self.alpha])

    def xmp(self) -> bytes | None:
        return None if self.recipe_json is None else recipes.to_xmp(self.recipe_json)


def save_picture(
    picture: Picture, path: Path | str, options: SaveOptions, recipe: Mapping[str, Any] | None = None
) -> None:
    """Write the picture, with the recipe inside where one is given. The same input gives the same bytes.

    The file appears whole or not at all: on any failure an older one stays as it was. Raises PictureError.
    """
    path = Path(path)
    name = display_name(path)
    try:
        _check_target(path, name)
        data = encode_picture(picture, name, options, recipe)
        _write(data, path)
    except MemoryError:
        raise PictureError(f"There is not enough memory to save “{name}”.") from None
    except OSError as error:
        raise PictureError(_reason(error, path, name)) from error


def encode_picture(picture: Picture, name: str, options: SaveOptions, recipe: Mapping[str, Any] | None = None) -> bytes:
    """The bytes of the file; `name` stands for it in messages. Raises PictureError where the format cannot hold it."""
    if options.size_px is not None:
        picture = picture.resized(options.size_px)
    longest = _LONGEST_SIDE_PX.get(options.format)
    if longest is not None and max(picture.size) > longest:
        raise PictureError(
            f"“{name}” cannot be saved as {options.format.upper()}: its long side of {max(picture.size)} pixels is "
            f"over that format's limit of {longest}."
        )
    return _ENCODERS[options.format](_content(picture, name, options, recipe), options)


def _content(picture: Picture, name: str, options: SaveOptions, recipe: Mapping[str, Any] | None) -> _Content:
    bits = options.bit_depth if options.format in ("png", "tiff") else 8
    pixels, icc = picture.pixels, profiles.srgb_profile()
    if options.profile == "source" and picture.icc is not None:
        # A change of space costs precision, so it is made in 16 bits.
        converted = profiles.from_srgb(to_depth(pixels, 16), picture.icc)
        if converted is not None:
            pixels, icc = converted, picture.icc
    dpi = options.dpi if options.dpi is not None else picture.dpi
    exif = metadata.for_file(picture.exif, options.metadata, picture.size, is_srgb=icc is not picture.icc)
    # The other formats have a place of their own for the resolution, but their EXIF must not contradict it.
    if dpi is not None and (exif or options.format in ("tiff", "webp")):
        exif.fields.update(metadata.resolution_fields(dpi))
    return _Content(
        name,
        to_depth(pixels, bits),
        None if picture.alpha is None else to_depth(picture.alpha, bits),
        icc,
        dpi,
        exif,
        None if recipe is None else recipes.to_json(recipe),
    )


def _png(content: _Content, options: SaveOptions) -> bytes:
    chunks = [png.profile_chunk(content.icc)]
    if content.dpi is not None:
        chunks.append(png.resolution_chunk(content.dpi))
    if content.exif:
        chunks.append((b"eXIf", ifd.write_block(content.exif)))
    if content.recipe_json is not None:
        chunks.append(png.text_chunk(recipes.PNG_KEYWORD, content.recipe_json.encode()))
        chunks.append(png.text_chunk("XML:com.adobe.xmp", recipes.to_xmp(content.recipe_json)))
    return png.encode(content.with_alpha(), options.compression, chunks)


def _tiff(content: _Content, options: SaveOptions) -> bytes:
    return tiff_writer.encode(
        content.with_alpha(), options.compression, icc=content.icc, xmp=content.xmp(), tags=content.exif
    )


def _jpeg(content: _Content, options: SaveOptions) -> bytes:
    extra: dict[str, Any] = {"quality": options.quality, "subsampling": 0, "optimize": True}
    xmp = content.xmp()
    if xmp is not None:
        if len(xmp) > _JPEG_SEGMENT_BYTES:
            raise PictureError(f"“{content.name}” cannot be saved as JPEG: its recipe is too long for that format.")
        extra["xmp"] = xmp
    exif = _exif(content)
    # A JPEG segment holds 64 KB; more than that is a maker's notes, not what a photographer wrote.
    if exif is not None and len(exif) <= _JPEG_SEGMENT_BYTES:
        extra["exif"] = exif
    if content.dpi is not None:
        extra["dpi"] = (round(content.dpi), round(content.dpi))
    return _through_pillow(Image.fromarray(_over_white(content)), "JPEG", icc_profile=content.icc, **extra)


def _webp(content: _Content, options: SaveOptions) -> bytes:
    extra: dict[str, Any] = {"lossless": True, "exact": True} if options.lossless else {"quality": options.quality}
    xmp, exif = content.xmp(), _exif(content)
    if xmp is not None:
        extra["xmp"] = xmp
    if exif is not None:
        extra["exif"] = exif
    return _through_pillow(Image.fromarray(content.with_alpha()), "WEBP", icc_profile=content.icc, **extra)


_ENCODERS: dict[str, Callable[[_Content, SaveOptions], bytes]] = {
    "png": _png,
    "jpeg": _jpeg,
    "webp": _webp,
    "tiff": _tiff,
}


def _exif(content: _Content) -> bytes | None:
    return b"Exif\0\0" + ifd.write_block(content.exif) if content.exif else None


def _over_white(content: _Content) -> NDArray[np.uint8]:
    if content.alpha is None:
        return content.pixels
    weight = content.alpha[..., None].astype(np.uint32)
    return ((content.pixels * weight + 255 * (255 - weight) + 127) // 255).astype(np.uint8)


def _through_pillow(image: Image.Image, format_name: str, **extra: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format_name, **extra)
    return buffer.getvalue()


def _write(data: bytes, path: Path) -> None:
    try:
        with replacing(path) as file:
            file.write(data)
    except (ValueError, RuntimeError) as error:  # no system takes the path: it holds a zero, or links in a circle
        raise OSError(errno.EINVAL, "its path is not valid") from error


def _check_target(path: Path, name: str) -> None:
    """Refuse a hopeless target before the work of encoding."""
    if path.is_dir():
        raise PictureError(f"“{name}” cannot be saved: there is a folder of that name.")
    if not path.parent.is_dir():
        raise PictureError(f"“{name}” cannot be saved: the folder “{display_name(path.parent)}” does not exist.")
    if path.exists() and not os.access(path, os.W_OK):
        raise PictureError(f"“{name}” cannot be saved: there is a file of that name that may not be changed.")


def _reason(error: OSError, path: Path, name: str) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"“{name}” cannot be saved: there is not enough space on the disk."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{name}” cannot be saved: the folder “{display_name(path.parent)}” may not be written to."
    return f"“{name}” cannot be saved: {error.strerror or 'the system reports an error'}."
