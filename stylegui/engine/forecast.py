"""What a run of Paint will cost, told before it starts, and the plan that the memory allows."""

from __future__ import annotations

import torch

from stylegui.engine import cost, devices
from stylegui.engine.encoders.encoder import ENCODERS, Encoder, EncoderKind, load_encoder
from stylegui.engine.engines import Estimate
from stylegui.engine.fitting import Shape, fitted, peak_bytes
from stylegui.engine.losses import moments, total_variation
from stylegui.engine.plan import Scale, make_plan
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.engine.steering import check_request
from stylegui.engine.targets import Targets, style_distance, with_styles
from stylegui.paths import Paths

# A strong-Wolfe line search looks at the loss about twice for each step it takes.
EVALUATIONS = {"adam": 1.0, "lbfgs": 2.2}


def fullness(request: TransferRequest) -> float:
    """Short side over long side of the fullest picture of a request: what a square of the long side is filled by.

    Styles are looked at with the same long side as the canvas, so a square style fills memory beside a narrow photo.
    """
    pictures = [request.photo, *(style.picture for style in request.styles)]
    return max(min(picture.size) / max(picture.size) for picture in pictures)


def free_bytes(request: TransferRequest, device: torch.device) -> int:
    """Memory that a run may take on a device now."""
    free = devices.free_memory(device)
    return min(free, request.memory_cap_bytes) if request.memory_cap_bytes else free


def affordable(
    request: TransferRequest, plan: tuple[Scale, ...], encoder_id: str, device: torch.device
) -> tuple[Scale, ...]:
    """The plan as it fits into the free memory: in tiles where it has to be, smaller where even that is too large.

    L-BFGS looks at all pixels at once, so it has no tiles.
    """
    tiles = request.paint.optimiser == "adam"
    return fitted(plan, shape(request, ENCODERS[encoder_id]), free_bytes(request, device), tiles)


def shape(request: TransferRequest, kind: EncoderKind) -> Shape:
    """What decides the memory of a request beside its plan."""
    return Shape(kind, min(request.photo.size) / max(request.photo.size), fullness(request))


def estimate(request: TransferRequest) -> Estimate:
    """Seconds and bytes that a run will take on this machine, and the size that fits (see `cost`).

    The first estimate for an encoder on a device takes about a second, in which its speed is measured. Raises
    EngineError where the request cannot be painted or the encoder's weights are missing.
    """
    params = request.paint
    kind = ENCODERS[params.encoder]
    check_request(request, kind)
    device, _ = devices.choose(request.device)
    step = cost.step_cost((kind.id, str(device), params.style_loss), _Trial(params, device))
    plan = affordable(request, make_plan(params.preset, params.size_px), kind.id, device)
    form = shape(request, kind)
    return Estimate(
        seconds=cost.plan_seconds(plan, form.aspect, step, kind.stride) * EVALUATIONS[params.optimiser],
        peak_bytes=int(peak_bytes(plan, form)),
        free_bytes=free_bytes(request, device),
        fits_px=max(scale.long_px for scale in plan),
        device=device.type.upper(),
        tiled=any(scale.tile_px for scale in plan),
    )


class _Trial:
    """What a step does to a square canvas, for timing. The encoder is loaded at the first call."""

    def __init__(self, params: PaintParams, device: torch.device) -> None:
        self.params, self.device = params, device
        self.encoder: Encoder | None = None
        self.targets: dict[int, Targets] = {}

    def __call__(self, side_px: int) -> None:
        self.encoder = self.encoder or load_encoder(self.params.encoder, self.device, Paths.of_user().models)
        loss = self.params.style_loss
        taps = tuple(self.encoder.kind.style)
        pixels = torch.rand((1, 3, side_px, side_px), generator=torch.Generator().manual_seed(0)).to(self.device)
        if side_px not in self.targets:
            with torch.no_grad():
                known = {tap: moments(feature) for tap, feature in self.encoder.features(pixels, taps).items()}
            self.targets[side_px] = with_styles(Targets({}, {}), [known], [1.0], loss == "wasserstein")
        targets = self.targets[side_px]
        with torch.enable_grad():
            pixels = (0.9 * pixels).requires_grad_(True)
            features = self.encoder.features(pixels, taps)
            distances = [style_distance(targets, tap, features[tap], loss).sum() for tap in taps]
            torch.autograd.grad(torch.stack(distances).sum() + total_variation(pixels).sum(), pixels)
        cost.synchronise(self.device)
