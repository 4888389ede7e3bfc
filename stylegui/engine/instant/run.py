"""Instant: any style in one pass, from a request to a picture.

Reading order: `run` reads photo and styles, `make_look` brings together what the pixels are made with (colours, style
code, a large photo's statistics), and `tiles` paints.
"""

from __future__ import annotations

import functools
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from stylegui.engine import devices
from stylegui.engine.colour import ColourMap, ColourStatistics, grey, match_colours
from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Progress, Result, Sink
from stylegui.engine.images import Picture, from_float, with_data_of
from stylegui.engine.instant.model import InstantModel, load_instant
from stylegui.engine.instant.network import CONTENT_TAPS
from stylegui.engine.instant.plain import REACH_PX, Brush
from stylegui.engine.instant.style import InstantStyle, StyleShelf, blend_codes, read_style
from stylegui.engine.instant.tiles import TILE_PX, Look, filled, paint_tiles, prepared
from stylegui.engine.instant.tuning import PLAIN, Tuning, settle, sharing, tuning_for
from stylegui.engine.optimise import resize
from stylegui.engine.plan import fit
from stylegui.engine.recipe import make_recipe
from stylegui.engine.request import Colour, InstantId, InstantParams, TransferRequest
from stylegui.engine.sources import to_tensor
from stylegui.engine.steering import check_styles
from stylegui.paths import Paths

# Long side at which a style is looked at for a brush of 100 %, and colours are counted.
STYLE_PX, COLOUR_PX = 512, 512
# Up to this long side a photo is one tile and is painted whole, by its own statistics; a larger one by those of samples
# of it: of this size, and so many to each side.
WHOLE_PX, SAMPLE_PX, SAMPLES = TILE_PX + 2 * REACH_PX, 192, 4
SMALLEST_SIDE_PX = 32
"""Below this a picture has no texture that the encoder could see; smaller ones are enlarged first."""


def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
    """Paint a photo in one or several styles in one pass.

    The result has the long side `params.size_px`. Raises EngineError, and Cancelled at any time before the end.
    """
    check_styles(request)
    device, notice = devices.choose(request.device)
    if notice:
        sink.notice(notice)
    model, paths = loaded(request.instant.model, str(device)), Paths.of_user()
    tuning = wanted_tuning(request, model, paths.cache)
    with sharing(tuning):
        return run_with(model, shelf_in(paths.cache / "instant"), request, control, sink, tuning)


def wanted_tuning(request: TransferRequest, model: InstantModel, cache: Path) -> Tuning:
    """How a request is to be computed: as it says itself, or as was settled. Raises EngineError of kind "input"."""
    if not request.tuning or model.device.type != "cpu":
        return tuning_for(model, cache)
    try:
        wanted = Tuning.from_json(request.tuning)
    except ValueError as error:
        raise EngineError("How the picture is to be computed cannot be understood.", "input") from error
    # What was painted on a GPU in float16 would take a CPU minutes, and be another picture all the same.
    return tuning_for(model, cache) if wanted.dtype == torch.float16 else wanted


def make_ready(model_id: InstantId, device: str = "auto", control: RunControl | None = None) -> Tuning:
    """Load a network and settle how it computes quickest here, for two seconds at most and once a machine.

    Raises EngineError, and Cancelled between two passes.
    """
    model = loaded(model_id, str(devices.choose(device)[0]))
    return settle(model, Paths.of_user().cache, control.checkpoint if control is not None else None)


@functools.lru_cache(maxsize=4)
def loaded(model_id: InstantId, device: str) -> InstantModel:
    """A network that is read once and kept: a preview must not wait for the disk."""
    return load_instant(model_id, torch.device(device))


@functools.lru_cache(maxsize=1)
def shelf_in(folder: Path) -> StyleShelf:
    """The styles that are kept in a folder; one shelf for all runs, so that what is there is counted once."""
    return StyleShelf(folder)


def run_with(
    model: InstantModel,
    shelf: StyleShelf,
    request: TransferRequest,
    control: RunControl,
    sink: Sink,
    tuning: Tuning = PLAIN,
) -> Result:
    """`run` with a network that is already loaded; the request's own choices of it and of the device are not used."""
    check_styles(request)
    params, started = request.instant, time.monotonic()
    work = working_size(request.photo.size, params)
    photo = request.photo if request.photo.size == work else scaled(request.photo, work)
    weights = [style.weight for style in request.styles]
    pictures = [style.picture for style in request.styles]
    look = make_look(model, shelf, photo, pictures, weights, params, control, tuning)
    width, height = fit(*request.photo.size, params.size_px)

    def report(share: float) -> None:
        elapsed = time.monotonic() - started - control.waited_s
        left = elapsed / share - elapsed
        percent = max(1, round(100 * share))
        sink.progress(Progress(percent, 100, width, height, elapsed, left, model.device.type.upper()))

    pixels = paint_tiles(photo.pixels, look, model.encoder, control.checkpoint, report)
    picture = Picture(pixels)
    if picture.size != (width, height):
        picture = scaled(picture, (width, height))
    recipe = make_recipe(request, model.encoder, (), (width, height), 1, True, tuning.dtype)
    # The layout decides the last bit as well: sums are taken in another order.
    network = {"id": f"instant-{model.id}", "sha256": model.digest, "channels_last": tuning.channels_last}
    recipe["network"] = network
    return Result(with_data_of(picture, request.photo), recipe)


def working_size(photo: tuple[int, int], params: InstantParams) -> tuple[int, int]:
    """Width and height that are painted: larger brushes on a smaller canvas, never below what the network can see.

    Half of a brush size (as a factor) comes from the canvas, the other half from the style's own size.
    """
    width, height = fit(*photo, max(1, round(params.size_px / (params.brush_size / 100) ** 0.5)))
    return max(SMALLEST_SIDE_PX, width), max(SMALLEST_SIDE_PX, height)


def scaled(picture: Picture, size: tuple[int, int]) -> Picture:
    """The picture's colours at another (width, height), without its alpha."""
    pixels = torch.from_numpy(picture.to_float()).permute(2, 0, 1).unsqueeze(0)
    resized = resize(pixels, size[1], size[0]).clamp(0, 1)[0].permute(1, 2, 0)
    return from_float(resized.contiguous().numpy(), bits=16)


def style_tensor(picture: Picture, brush_size: float, device: torch.device) -> Tensor:
    """A style at the size at which its strokes have the wanted width, (1, 3, H, W)."""
    long_px = round(STYLE_PX * (brush_size / 100) ** 0.5)
    pixels = to_tensor(picture, long_px, device)
    width, height = fit(*picture.size, long_px)
    return resize(pixels, max(SMALLEST_SIDE_PX, height), max(SMALLEST_SIDE_PX, width)).clamp(0, 1)


@torch.inference_mode()
def make_look(
    model: InstantModel,
    shelf: StyleShelf,
    photo: Picture,
    styles: Sequence[Picture],
    weights: Sequence[float],
    params: InstantParams,
    control: RunControl,
    tuning: Tuning = PLAIN,
) -> Look:
    """All that decides a result but its pixels' places: colours, the blended code, and a large photo's statistics.

    `photo` has the size that will be painted.
    """
    thumbnail = to_tensor(photo, COLOUR_PX, model.device)
    read = [read_or_recall(model, shelf, style, thumbnail, photo, params) for style in styles]
    control.checkpoint()
    luminance = params.colour == "luminance"
    recolour = None
    if params.colour != "photo":
        recolour = blended_map(grey(thumbnail) if luminance else thumbnail, read, weights)
    code = blend_codes(read, weights).to(model.device)
    brush = Brush(model.net, code, params.strength / 100, tuning.dtype, tuning.memory_format)
    look = Look(brush, recolour, params.detail / 100, luminance)
    if max(photo.size) <= WHOLE_PX:
        return look
    seen = filled(prepared(samples(photo).to(model.device), look))
    features = model.encoder.features(seen, CONTENT_TAPS, check=control.checkpoint)
    return replace(look, paint=brush.held(seen, features))


def samples(photo: Picture) -> Tensor:
    """Squares of a picture at its full size, evenly spread over it, (B, 3, H, W) in [0, 1].

    A small copy of the whole would be the usual choice, but it is sharper than the picture: its edges are nearer
    together, so it is louder in every channel, and what is normalised by it comes out dull or too bright.
    """
    height, width = photo.pixels.shape[:2]
    side = (min(SAMPLE_PX, height), min(SAMPLE_PX, width))
    tops, lefts = (
        [round(step * (length - part) / (SAMPLES - 1)) for step in range(SAMPLES)]
        for length, part in zip((height, width), side, strict=True)
    )
    parts = [photo.pixels[top : top + side[0], left : left + side[1]] for top in tops for left in lefts]
    scale = 1 / float(np.iinfo(photo.pixels.dtype).max)
    return torch.from_numpy(np.stack(parts).astype(np.float32)).permute(0, 3, 1, 2).contiguous().mul_(scale)


def blended_map(photo: Tensor, styles: Sequence[InstantStyle], weights: Sequence[float]) -> ColourMap:
    """The change of colours towards a blend of styles, for a photo (1, 3, H, W) and on its device."""
    own = ColourStatistics.of(photo.cpu())
    maps = [ColourMap.between(own, style.colours) for style in styles]
    shares = [weight / sum(weights) for weight in weights]
    gain = torch.stack([each.gain * share for each, share in zip(maps, shares, strict=True)]).sum(0)
    offset = torch.stack([each.offset * share for each, share in zip(maps, shares, strict=True)]).sum(0)
    return ColourMap(gain.to(photo.device), offset.to(photo.device))


def read_or_recall(
    model: InstantModel, shelf: StyleShelf, style: Picture, thumbnail: Tensor, photo: Picture, params: InstantParams
) -> InstantStyle:
    """A style as the network knows it, from the shelf where it was read before."""
    variant = f"{style_variant(params.colour, photo)} {params.brush_size:g}"
    path = shelf.path(model, style.digest, variant)
    known = shelf.get(path)
    if known is None:
        pixels = style_tensor(style, params.brush_size, model.device)
        if params.colour == "photo":
            pixels = match_colours(pixels, thumbnail)
        elif params.colour == "luminance":
            pixels = grey(pixels)
        known = read_style(model, pixels)
        shelf.put(path, known)
    return known


def style_variant(mode: Colour, photo: Picture) -> str:
    """What else a style's code depends on: in the photo's colours it is another one for every photo."""
    return f"photo {photo.digest}" if mode == "photo" else mode
