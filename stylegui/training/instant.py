"""Training of the network that paints any style in one pass.

Every step takes crops of photos, recolours each to the crop of a style (colour is exact from the first step on, and
the network only has to learn strokes), draws a strength for each, and asks for two things at once: the style's channel
statistics in a teacher's layers, and the photo's structure. Strength sets the exchange rate between the two, so one
network learns the whole frontier from calm to wild.

1. Style: distances of mean and covariance at the teacher's layers, divided by the style's own size (the balanced loss
   of Cheng et al., CVPR 2021). Half of it counts all channels alike; the other half counts them as loudly as the
   teacher's published weights speak, where few loud channels carry most of what is seen. To this comes the distance of
   means and deviations alone (Huang and Belongie 2017), which rewards strokes that are not yet the right ones,
   and the contrast in the fine bands of a pyramid.
2. Structure: 1 − SSIM of luma, and the distance of normalised features (Huang and Belongie 2017 compare plain ones).
3. From `steady_from` on, stability: the result of a shifted, slightly noisy photo is the shifted result, without any
   video (the "fake flow" idea of Ruder et al. 2018 and of ReReVST).

The learning rate is constant after a warm-up and falls linearly over the last `decay` steps, so that a run can be
stopped, resumed and lengthened. Weights are averaged over steps; the average is what ships.
"""

from __future__ import annotations

import json
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import torch
import torch.nn.functional as F
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from stylegui.engine.colour import luma, match_colours
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.instant.network import CONTENT_TAPS, SIZES, STYLE_TAPS, InstantNet
from stylegui.engine.losses import Moments, moment_loss, moments
from stylegui.engine.structure import Reference
from stylegui.files import replacing
from stylegui.training.encoder import ResumeError
from stylegui.training.instant_losses import (
    band_distance,
    grid_strength,
    louder,
    normalised,
    shape_distance,
    spread_distance,
)
from stylegui.training.narrowing import narrowed
from stylegui.training.pictures import PictureSet, calibration_batches
from stylegui.training.pool import augment
from stylegui.training.teachers import FireTeacher

LOG_EVERY = 100
SAVE_EVERY = 500

StepProgress = Callable[[int, int], None]
"""Called after every step with the steps that are done and the steps there are."""


@dataclass(frozen=True)
class InstantRecipe:
    """Everything that decides the weights, apart from pictures, encoder and teacher.

    `weak` and `strong` are the weights of structure at strength 0 and 1, against a style loss of about 1 for a photo
    that was only recoloured; in between they run geometrically. `calibration` counts the batches that the teacher's
    channels are normalised on. `bf16` computes convolutions in bfloat16.
    """

    size: str = "fast"
    steps: int = 200_000
    warmup: int = 300
    decay: int = 40_000
    learning_rate: float = 1e-3
    batch: int = 4
    crop_px: int = 160
    style_px: int = 192
    weak: float = 4.0
    strong: float = 0.01
    features: float = 0.1
    spread: float = 1.0
    shapes: float = 0.3
    bands: float = 0.5
    grid: float = 0.05
    steady: float = 1.0
    steady_from: int = 60_000
    ema: float = 0.999
    calibration: int = 16
    bf16: bool = True
    seed: int = 0


def learning_rate(recipe: InstantRecipe, step: int) -> float:
    """Warm-up, stable, linear decay."""
    rise = min(1.0, (step + 1) / recipe.warmup)
    fall = min(1.0, (recipe.steps - step) / recipe.decay)
    return recipe.learning_rate * rise * max(fall, 0.01)


def checkpoint_path(folder: Path, size: str) -> Path:
    """Where a training in `folder` keeps its state."""
    return folder / f"instant-{size}.checkpoint.pt"


def saved_recipe(folder: Path, size: str) -> InstantRecipe:
    """The recipe of the training in `folder`. Raises ResumeError where there is none that can be read."""
    recipe, _ = _read_checkpoint(checkpoint_path(folder, size), torch.device("cpu"))
    return recipe


def _read_checkpoint(path: Path, device: torch.device) -> tuple[InstantRecipe, dict[str, Any]]:
    try:
        state: dict[str, Any] = torch.load(path, weights_only=True, map_location=device)
        return InstantRecipe(**state["recipe"]), state
    except FileNotFoundError as error:
        raise ResumeError(f"There is nothing to resume in {path.parent}.") from error
    except (OSError, RuntimeError, UnpicklingError, EOFError, ValueError, LookupError, TypeError) as error:
        raise ResumeError(f"{path} cannot be read as a checkpoint of an Instant network.") from error


class InstantTraining:
    """A resumable run: `train()` until the recipe's steps or `minutes` are over, `save()` and `resume()` around it.

    The teacher is moved to the encoder's device and its channels are normalised, in place. The same recipe, pictures,
    encoder and teacher give the same weights, bit by bit, on the same machine, however often the run is stopped.
    """

    def __init__(
        self,
        recipe: InstantRecipe,
        encoder: Encoder,
        teacher: FireTeacher,
        photos: PictureSet,
        styles: PictureSet,
        folder: Path,
    ) -> None:
        self.recipe, self.encoder, self.photos, self.styles, self.folder = recipe, encoder, photos, styles, folder
        self.device = encoder.device
        self.teacher = teacher.to(self.device)
        batches = calibration_batches(photos, self.device, recipe.calibration)
        scales = unit_scales(mean_activations(teacher.net, batches))
        teacher.net.scale_channels(scales)
        # What each channel (C,) was divided by, against its layer's mean: how loud it was.
        self.loudness = {tap: (1 / scales[tap]) / (1 / scales[tap]).mean() for tap in STYLE_TAPS}
        torch.manual_seed(recipe.seed)
        self.net = InstantNet(SIZES[recipe.size]).to(self.device)
        self.average = InstantNet(SIZES[recipe.size]).to(self.device).requires_grad_(False)
        self.average.load_state_dict(self.net.state_dict())
        if self.device.type == "cpu":
            self.net.to(memory_format=torch.channels_last)
            self.average.to(memory_format=torch.channels_last)
        self.optimiser = torch.optim.Adam(self.net.parameters(), lr=recipe.learning_rate, betas=(0.9, 0.99), fused=True)
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.step = 0
        self.seconds = 0.0
        self.origin = "random weights"
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def checkpoint(self) -> Path:
        return checkpoint_path(self.folder, self.recipe.size)

    def save(self) -> None:
        """Write the whole state in place of the last one, in one move. Raises OSError."""
        state = {
            "recipe": asdict(self.recipe),
            "net": self.net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "generator": self.generator.get_state(),
            "step": self.step,
            "seconds": self.seconds,
            "origin": self.origin,
        }
        with replacing(self.checkpoint) as file:
            torch.save(state, file)

    def resume(self) -> bool:
        """Continue from the checkpoint in the folder; False where there is none.

        Any number of the recipe may be new but the size and the seed. Raises ResumeError where these are others, or
        where the checkpoint cannot be read.
        """
        if not self.checkpoint.exists():
            return False
        before, state = _read_checkpoint(self.checkpoint, self.device)
        if replace(self.recipe, size=before.size, seed=before.seed) != self.recipe:
            raise ResumeError(f"The training in {self.folder} was started with another size or seed.")
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        for group in self.optimiser.param_groups:
            group["fused"] = True
            group["foreach"] = None
        self.generator.set_state(state["generator"].cpu())
        self.step, self.seconds, self.origin = state["step"], state["seconds"], state.get("origin", self.origin)
        return True

    def start_from(self, weights: Path) -> None:
        """Begin with the weights of a finished network; one that is larger is narrowed to this size first.

        Raises ResumeError where they do not fit or cannot be read.
        """
        try:
            state = {name: tensor.float() for name, tensor in load_file(weights).items()}
            width, own = state["read.fire5.weight"].shape[0], SIZES[self.recipe.size]
            larger = next((size for size in SIZES.values() if size.widths[0] == width), own)
            if larger != own:
                state = narrowed(state, larger, own)
            self.net.load_state_dict(state)
            self.average.load_state_dict(state)
        except (OSError, SafetensorError, RuntimeError, KeyError, ValueError) as error:
            text = f"{weights} does not hold an Instant network of the size “{self.recipe.size}”, nor a larger one."
            raise ResumeError(text) from error
        self.origin = f"{weights.stem}, narrowed" if larger != own else weights.stem

    def train(
        self, minutes: float = float("inf"), control: RunControl | None = None, progress: StepProgress | None = None
    ) -> None:
        """Train until the recipe's steps or `minutes` are over, and save.

        Raises Cancelled within one step of `control.cancel`; the state of that moment is saved then, too.
        """
        end = time.monotonic() + minutes * 60
        sums: dict[str, float] = {}
        try:
            with (self.folder / f"instant-{self.recipe.size}.log.jsonl").open("a", encoding="utf-8") as log:
                while self.step < self.recipe.steps and time.monotonic() < end:
                    if control is not None:
                        control.checkpoint()
                    start = time.monotonic()
                    for name, value in self._advance().items():
                        sums[name] = sums.get(name, 0.0) + value / LOG_EVERY
                    self.seconds += time.monotonic() - start
                    if self.step % LOG_EVERY == 0:
                        line = {"step": self.step, "seconds": round(self.seconds)}
                        log.write(json.dumps(line | {name: round(value, 4) for name, value in sums.items()}) + "\n")
                        log.flush()
                        sums = {}
                    if self.step % SAVE_EVERY == 0:
                        self.save()
                    if progress is not None:
                        progress(self.step, self.recipe.steps)
        except Cancelled:
            self.save()
            raise
        self.save()

    def batch(self) -> tuple[Tensor, Tensor, Tensor]:
        """Photos (B, 3, H, W) in the colours of their styles (B, 3, S, S), and strengths (B,)."""
        recipe, generator = self.recipe, self.generator
        photos = self.photos.batch(recipe.batch, recipe.crop_px, generator, (0.45, 1.0))
        crops = self.styles.batch(recipe.batch, recipe.style_px, generator, (0.35, 1.0))
        # In all four directions: which way strokes run is to come from the style, not from habit.
        turns = torch.randint(4, (recipe.batch,), generator=generator).tolist()
        crops = torch.stack([crop.rot90(turn, (1, 2)) for crop, turn in zip(crops, turns, strict=True)])
        styles = augment(crops, generator, noisy=0.1)
        pairs = zip(photos.split(1), styles.split(1), strict=True)
        recoloured = torch.cat([match_colours(photo, style) for photo, style in pairs])
        # Half of them strong: that end is the harder one.
        strength = torch.rand(recipe.batch, generator=generator).sqrt()
        return recoloured.to(self.device), styles.to(self.device), strength.to(self.device)

    def paint(self, photos: Tensor, codes: Any, strength: Tensor) -> Tensor:
        """One pass of the network over recoloured photos."""
        with torch.no_grad():
            features = self._exact(self.encoder.features, photos, CONTENT_TAPS)
        with self._brief():
            painted: Tensor = self.net(photos, features, codes, strength)
        return painted.float()

    def _brief(self) -> torch.autocast:
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.recipe.bf16)

    def _exact(
        self, net: Callable[..., dict[str, Tensor]], pictures: Tensor, taps: tuple[str, ...]
    ) -> dict[str, Tensor]:
        """Features with their statistics' digits: those are differences of large numbers, which bfloat16 would lose."""
        with self._brief():
            features = net(pictures, taps)
        return {tap: each.float() for tap, each in features.items()}

    def _advance(self) -> dict[str, float]:
        """One step of training; returns its losses by name."""
        recipe = self.recipe
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(recipe, self.step)
        photos, styles, strength = self.batch()
        with torch.no_grad():
            described = self._exact(self.encoder.features, styles, STYLE_TAPS)
            wanted = {tap: moments(each) for tap, each in self._taught(styles).items()}
            shapes = normalised(self._taught(photos, ("fire5",))["fire5"])
        codes = self.net.style(styles, described)
        raw = self.paint(photos, codes, strength)
        seen = self._taught(raw.clamp(0, 1))
        style = self._style_loss(seen, wanted)
        structure = 1 - Reference(luma(photos), every=2).similarity(luma(raw.clamp(0, 1)))
        content = (normalised(seen["fire5"]) - shapes).square().mean((1, 2, 3))
        weight = recipe.weak * torch.exp(strength * math.log(recipe.strong / recipe.weak))
        gamut, grid = (raw - raw.clamp(0, 1)).abs().mean((1, 2, 3)), grid_strength(raw)
        spread = spread_distance(seen, wanted)
        shapes = shape_distance(raw, photos)
        bands = band_distance(raw, styles)
        losses = style + recipe.spread * spread + recipe.shapes * shapes + recipe.bands * bands
        losses = losses + weight * (structure + recipe.features * content) + gamut + recipe.grid * grid
        total = losses.mean()
        parts = {"style": style, "spread": spread, "structure": structure, "content": content, "gamut": gamut}
        parts |= {"shapes": shapes, "bands": bands, "grid": grid}
        report = {name: float(part.detach().mean()) for name, part in parts.items()}
        if self.step >= recipe.steady_from and self.step % 2 == 0:
            steady = self._unsteadiness(photos, codes, strength, raw)
            total = total + recipe.steady * steady
            report["steady"] = 2 * float(steady.detach())
        self.optimiser.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self.optimiser.step()
        decay = min(recipe.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for slow, fast in zip(self.average.parameters(), self.net.parameters(), strict=True):
                slow.lerp_(fast, 1 - decay)
        self.step += 1
        return report

    def _taught(self, pictures: Tensor, taps: tuple[str, ...] = STYLE_TAPS) -> dict[str, Tensor]:
        if self.device.type == "cpu":
            pictures = pictures.contiguous(memory_format=torch.channels_last)
        return self._exact(self.teacher.net, pictures, taps)

    def _style_loss(self, seen: Mapping[str, Tensor], wanted: Mapping[str, Moments]) -> Tensor:
        terms = []
        for tap in STYLE_TAPS:
            ours = moments(seen[tap])
            loud = self.loudness[tap]
            terms += [moment_loss(ours, wanted[tap]), moment_loss(louder(ours, loud), louder(wanted[tap], loud))]
        return torch.stack(terms).mean(0)

    def _unsteadiness(self, photos: Tensor, codes: Any, strength: Tensor, raw: Tensor) -> Tensor:
        """Mean change of the result where the photo moved by a few pixels and was noised a little."""
        dx, dy = (int(v) for v in torch.randint(-7, 8, (2,), generator=self.generator))
        sigma = 0.02 * float(torch.rand((), generator=self.generator))
        grain = sigma * torch.randn(photos.shape, generator=self.generator).to(self.device)
        moved = self.paint(torch.roll(photos, (dy, dx), (2, 3)) + grain, codes, strength)
        inner = (slice(None), slice(None), slice(24, -24), slice(24, -24))
        return F.l1_loss(moved[inner], torch.roll(raw, (dy, dx), (2, 3))[inner])
