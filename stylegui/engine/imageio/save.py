"""Writing `Picture`s with profile, resolution, metadata, credit and recipe: never half a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainSerializer

from stylegui.engine.imageio import ifd, metadata, ora, png, profiles, tiff_writer, xmp
from stylegui.engine.imageio import recipe as recipes
from stylegui.engine.imageio.metadata import Credit
from stylegui.engine.imageio.picture import Picture, PictureError, to_depth
from stylegui.engine.imageio.resample import resize, resize_under_alpha
from stylegui.engine.imageio.source import display_name
from stylegui.engine.imageio.writing import check_target, reason, write_file

Format = Literal["png", "jpeg", "webp", "tiff", "ora"]
Groups = Annotated[tuple[metadata.Group, ...], BeforeValidator(metadata.groups), PlainSerializer(metadata.in_short)]
Layers = Sequence[tuple[str, Picture]]
"""Names and pictures that lie below the result in a format with layers, the lowest first."""

DEEP_FORMATS = frozenset({"png", "tiff", "ora"})
"""Those that hold 16 bits a sample."""
RESULT_LAYER = "Result"

# The longest side that a format's header, or its encoder, allows.
_LONGEST_SIDE_PX = {"jpeg": 65500, "webp": 16383}
_JPEG_SEGMENT_BYTES = 65_000


class SaveOptions(BaseModel):
    """How a picture is written.

    `bit_depth` counts for PNG, TIFF and OpenRaster (JPEG and WebP have 8 bits), `quality` for JPEG and lossy WebP,
    `compression` (zlib's level, 0 for none) for the deep ones. `dpi` falls back to the picture's own resolution.
    `profile="source"` goes back to the profile the picture came with, if that is an RGB one, and to sRGB where not.
    `metadata` are the groups of the photo's EXIF that are written (or "all", "no-gps", "none"), `ai_marking` says in
    IPTC's words that an algorithm had a hand in the picture, `style_credit` lets the credit in that is given with it.
    With `size_px` the picture is scaled to that long side, without `allow_upscaling` only down.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Format = "png"
    quality: int = Field(default=95, ge=1, le=100)
    lossless: bool = False
    bit_depth: Literal[8, 16] = 8
    dpi: float | None = Field(default=None, ge=2, le=65535)
    profile: profiles.Profile = "srgb"
    compression: int = Field(default=4, ge=0, le=9)
    metadata: Groups = metadata.GROUPS[:-1]
    ai_marking: bool = True
    style_credit: bool = True
    size_px: int | None = Field(default=None, ge=1, le=65500)
    allow_upscaling: bool = True

    @property
    def bits(self) -> int:
        """Bits a sample that are really written."""
        return self.bit_depth if self.format in DEEP_FORMATS else 8


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
    xmp: bytes | None

    def with_alpha(self) -> NDArray[Any]:
        """(H, W, 3) samples, or (H, W, 4) where there is an alpha."""
        return self.pixels if self.alpha is None else np.dstack([self.pixels, self.alpha])


def save_picture(
    picture: Picture,
    path: Path | str,
    options: SaveOptions,
    recipe: Mapping[str, Any] | None = None,
    *,
    credit: Credit | None = None,
    layers: Layers = (),
) -> tuple[Path, ...]:
    """Write the picture; the files that were written. The same input gives the same bytes.

    A recipe goes inside, or into `<file>.json` beside it where it is too long for the format. `layers` are for
    OpenRaster. The file appears whole or not at all: on any failure an older one stays as it was. Raises PictureError.
    """
    path = Path(path)
    name = display_name(path)
    target = path
    try:
        check_target(path)
        fits = recipe is None or recipe_fits(recipe, options, credit)
        data = encode_picture(picture, name, options, recipe if fits else None, credit=credit, layers=layers)
        write_file(data, path)
        target = recipes.sidecar_path(path)
        if recipe is not None and not fits:
            write_file(recipes.to_sidecar(recipes.to_json(recipe)), target)
            return path, target
    except MemoryError:
        raise PictureError(f"There is not enough memory to save “{name}”.") from None
    except OSError as error:
        raise PictureError(reason(error, target)) from error
    if recipes.is_sidecar(target):
        with suppress(OSError):
            target.unlink()  # it tells of the picture that was there before
    return (path,)


def recipe_fits(recipe: Mapping[str, Any], options: SaveOptions, credit: Credit | None = None) -> bool:
    """Whether a file of this format can hold the recipe: a segment of a JPEG ends at 64 KB."""
    if options.format != "jpeg":
        return True
    packet = xmp.packet(recipes.to_json(recipe), options.ai_marking, credit if options.style_credit else None)
    return packet is None or len(packet) <= _JPEG_SEGMENT_BYTES


def encode_picture(
    picture: Picture,
    name: str,
    options: SaveOptions,
    recipe: Mapping[str, Any] | None = None,
    *,
    credit: Credit | None = None,
    layers: Layers = (),
) -> bytes:
    """The bytes of the file; `name` stands for it in messages. Raises PictureError where the format cannot hold it."""
    if options.size_px is not None:
        picture = picture.resized(options.size_px, allow_up=options.allow_upscaling)
    longest = _LONGEST_SIDE_PX.get(options.format)
    if longest is not None and max(picture.size) > longest:
        raise PictureError(
            f"“{name}” cannot be saved as {options.format.upper()}: its long side of {max(picture.size)} pixels is "
            f"over that format's limit of {longest}."
        )
    content = _content(picture, name, options, recipe, credit if options.style_credit else None)
    if options.format == "ora":
        return _ora(picture, content, options, layers)
    return _ENCODERS[options.format](content, options)


def _content(
    picture: Picture, name: str, options: SaveOptions, recipe: Mapping[str, Any] | None, credit: Credit | None
) -> _Content:
    pixels, icc = _in_space(picture, options)
    dpi = options.dpi if options.dpi is not None else picture.dpi
    is_srgb = icc == profiles.srgb_profile()
    exif = metadata.for_file(picture.exif, options.metadata, picture.size, is_srgb, credit)
    # The other formats have a place of their own for the resolution, but their EXIF must not contradict it.
    if dpi is not None and (exif or options.format in ("tiff", "webp")):
        exif.fields.update(metadata.resolution_fields(dpi))
    recipe_json = None if recipe is None else recipes.to_json(recipe)
    return _Content(
        name,
        to_depth(pixels, options.bits),
        None if picture.alpha is None else to_depth(picture.alpha, options.bits),
        icc,
        dpi,
        exif,
        recipe_json,
        xmp.packet(recipe_json, options.ai_marking, credit),
    )


def _in_space(picture: Picture, options: SaveOptions) -> tuple[NDArray[Any], bytes]:
    """The pixels in the space that was asked for, and its profile."""
    own = profiles.srgb_profile()
    wanted = profiles.named_profile(options.profile, picture.icc)
    if wanted == own:
        return picture.pixels, own
    # A change of space costs precision, so it is made in 16 bits.
    converted = profiles.from_srgb(to_depth(picture.pixels, 16), wanted)
    return (picture.pixels, own) if converted is None else (converted, wanted)


def _png(content: _Content, options: SaveOptions) -> bytes:
    chunks = [png.profile_chunk(content.icc)]
    if content.dpi is not None:
        chunks.append(png.resolution_chunk(content.dpi))
    if content.exif:
        chunks.append((b"eXIf", ifd.write_block(content.exif)))
    if content.recipe_json is not None:
        chunks.append(png.text_chunk(recipes.PNG_KEYWORD, content.recipe_json.encode()))
    if content.xmp is not None:
        chunks.append(png.text_chunk("XML:com.adobe.xmp", content.xmp))
    return png.encode(content.with_alpha(), options.compression, chunks)


def _tiff(content: _Content, options: SaveOptions) -> bytes:
    return tiff_writer.encode(
        content.with_alpha(), options.compression, icc=content.icc, xmp=content.xmp, tags=content.exif
    )


def _jpeg(content: _Content, options: SaveOptions) -> bytes:
    extra: dict[str, Any] = {"quality": options.quality, "subsampling": 0, "optimize": True}
    if content.xmp is not None:
        if len(content.xmp) > _JPEG_SEGMENT_BYTES:
            raise PictureError(f"“{content.name}” cannot be saved as JPEG: its recipe is too long for that format.")
        extra["xmp"] = content.xmp
    exif = _exif(content)
    # A JPEG segment holds 64 KB; more than that is a maker's notes, not what a photographer wrote.
    if exif is not None and len(exif) <= _JPEG_SEGMENT_BYTES:
        extra["exif"] = exif
    if content.dpi is not None:
        extra["dpi"] = (round(content.dpi), round(content.dpi))
    return _through_pillow(Image.fromarray(_over_white(content)), "JPEG", icc_profile=content.icc, **extra)


def _webp(content: _Content, options: SaveOptions) -> bytes:
    extra: dict[str, Any] = {"lossless": True, "exact": True} if options.lossless else {"quality": options.quality}
    exif = _exif(content)
    if content.xmp is not None:
        extra["xmp"] = content.xmp
    if exif is not None:
        extra["exif"] = exif
    return _through_pillow(Image.fromarray(content.with_alpha()), "WEBP", icc_profile=content.icc, **extra)


def _ora(picture: Picture, content: _Content, options: SaveOptions, layers: Layers) -> bytes:
    """The result on top of the other layers. Those lie hidden where it is not opaque, so that it looks as it does."""
    result = _png(content, options)
    below = [
        ora.Layer(name, _plain_png(_on_canvas(layer, picture.size), options), visible=picture.alpha is None)
        for name, layer in layers
    ]
    small = picture.resized(ora.THUMBNAIL_PX, allow_up=False)
    thumbnail = _plain_png(small, options.model_copy(update={"bit_depth": 8, "profile": "srgb"}))
    stack = [*below, ora.Layer(RESULT_LAYER, _plain_png(picture, options))]
    return ora.encode(picture.size, stack, result, thumbnail, content.dpi)


def _plain_png(picture: Picture, options: SaveOptions) -> bytes:
    """Pixels and profile alone."""
    pixels, icc = _in_space(picture, options)
    samples = to_depth(pixels, options.bits)
    if picture.alpha is not None:
        samples = np.dstack([samples, to_depth(picture.alpha, options.bits)])
    return png.encode(samples, options.compression, [png.profile_chunk(icc)])


def _on_canvas(picture: Picture, size: tuple[int, int]) -> Picture:
    if picture.alpha is None:
        return Picture(resize(picture.pixels, size), icc=picture.icc)
    pixels, alpha = resize_under_alpha(picture.pixels, picture.alpha, size)
    return Picture(pixels, alpha, icc=picture.icc)


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
