"""What a run of Instant will cost, from a small pass on this machine."""

from __future__ import annotations

import functools
import time

import torch

from stylegui.engine import devices
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Estimate
from stylegui.engine.images import Picture
from stylegui.engine.instant.run import loaded, make_look, wanted_tuning, working_size
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.instant.tiles import paint_tiles
from stylegui.engine.instant.tuning import Tuning, sharing
from stylegui.engine.request import InstantId, InstantParams, TransferRequest
from stylegui.engine.steering import check_styles
from stylegui.paths import Paths

TRIAL_PX = 256
# Above what was measured with `fine` on a CPU: 0.2, 0.4 and 0.6 GB beyond the loaded program at 1, 4 and 17 megapixels.
TILE_BYTES, PIXEL_BYTES = 700 * 2**20, 24


def estimate(request: TransferRequest) -> Estimate:
    """Seconds and bytes of a run. The first call for a network, device and tuning times a pass over 256 × 256 px."""
    check_styles(request)
    params = request.instant
    device, _ = devices.choose(request.device)
    width, height = working_size(request.photo.size, params)
    free = devices.free_memory(device)
    if request.memory_cap_bytes:
        free = min(free, request.memory_cap_bytes)
    tuning = wanted_tuning(request, loaded(params.model, str(device)), Paths.of_user().cache)
    seconds = seconds_per_pixel(params.model, str(device), tuning) * width * height
    return Estimate(seconds, TILE_BYTES + PIXEL_BYTES * width * height, free, params.size_px, device.type.upper())


@functools.lru_cache(maxsize=8)
def seconds_per_pixel(model_id: InstantId, device: str, tuning: Tuning) -> float:
    """Time of one pass, by the pixel; the quicker of two."""
    model = loaded(model_id, device)
    noise = torch.rand(TRIAL_PX, TRIAL_PX, 3, generator=torch.Generator().manual_seed(0))
    picture = Picture((noise * 255).byte().numpy())
    params = InstantParams(model=model_id, size_px=TRIAL_PX)
    laps = []
    with sharing(tuning):
        look = make_look(model, StyleShelf(None), picture, [picture], [1.0], params, RunControl(), tuning)
        for _ in range(2):
            start = time.perf_counter()
            paint_tiles(picture.pixels, look, model.encoder)
            laps.append(time.perf_counter() - start)
    return min(laps) / TRIAL_PX**2
