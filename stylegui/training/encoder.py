"""Distillation of the built-in encoder from a larger teacher.

The student (`FireNet` with squeeze layers half as wide again) starts from random weights and learns to give the
teacher's feature maps directly, without heads between them: one regression per layer, each divided by the teacher's
own variance there. Four things make it quick and make it fit for *optimising pictures*, which is harder than
describing them:

1. Hints (FitNets, Romero et al. 2015). The first channels of each module's narrow layer learn the teacher's narrow
   layer, where it has one; the rest are free. Two layers that must be found together become two regressions.
2. Teacher forcing. At first every block reads the teacher's features of the layer before it, where they are known, so
   that all blocks learn at once instead of one after the other; the share of forced steps falls to zero.
3. Hard data. Photos and paintings in random crops, with colours permuted, mixed, noised and inverted.
4. On-policy pictures. A pool of crops is being painted all the time with the student's own style loss, and the student
   also learns the teacher's features on those. A picture optimised against a network finds that network's mistakes;
   learning on just these pictures takes the mistakes away (the idea of DAgger, Ross et al. 2011).

The learning rate is constant after a warm-up and falls linearly over the last `decay` steps (warm-up, stable, decay),
so that a run can be stopped, resumed and lengthened without a schedule made for one length.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from pickle import UnpicklingError
from typing import IO, Any

import torch
from torch import Tensor, nn

from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.encoders.fire import LAYERS, FireNet
from stylegui.files import replacing
from stylegui.training.pictures import PictureSet, calibration_batches
from stylegui.training.pool import PaintingPool, augment
from stylegui.training.student import init_student, set_centres
from stylegui.training.teachers import Lesson, Teacher

LOG_EVERY = 100
SAVE_EVERY = 1000

StepProgress = Callable[[int, int], None]
"""Called after every step with the steps that are done and the steps there are."""


class ResumeError(Exception):
    """A checkpoint cannot be gone on from. `str(error)` is one sentence for the user."""


@dataclass(frozen=True)
class EncoderRecipe:
    """Everything that decides the weights, apart from pictures and teacher.

    Three eighths of a step's `crops` show paintings; `pool` pictures come on top of them from step `pool_from` on and
    are painted for `pool_life` steps each. `calibration` counts the batches that mean activations are measured on.
    """

    steps: int = 40_000
    warmup: int = 500
    decay: int = 8_000
    learning_rate: float = 2e-3
    crops: int = 8
    crop_px: int = 96
    pool: int = 4
    pool_from: int = 3_000
    pool_life: int = 120
    forced_until: int = 4_000
    ema: float = 0.999
    calibration: int = 32
    seed: int = 0


def learning_rate(recipe: EncoderRecipe, step: int) -> float:
    """Warm-up, stable, linear decay."""
    rise = min(1.0, (step + 1) / recipe.warmup)
    fall = min(1.0, (recipe.steps - step) / recipe.decay)
    return recipe.learning_rate * rise * max(fall, 0.01)


def layer_errors(student: FireNet, lesson: Lesson, batch: Tensor, forced: bool) -> dict[str, Tensor]:
    """Error of each layer that the lesson knows, and of each narrow layer, as a share of the teacher's variance there.

    `forced` feeds every module the teacher's features of the layer before it, where they are known.
    """
    errors: dict[str, Tensor] = {}
    x = student.stem(batch)
    for index, name in enumerate(LAYERS):
        if index:
            narrow = student.fire(name).squeezed(student.pooled(name, x))
            x = student.fire(name).expanded(narrow)
            hint = lesson.hints.get(name)
            if hint is not None:
                errors[f"{name} narrow"] = shared_error(narrow[:, : hint.shape[1]], hint)
        known = lesson.layers.get(name)
        if known is not None:
            errors[name] = shared_error(x, known)
            x = known if forced else x
    return errors


def shared_error(ours: Tensor, theirs: Tensor) -> Tensor:
    """Squared error over variance, half by channel and half by layer.

    The second alone would leave quiet channels to chance; the first alone would spend the student on channels that
    hardly ever speak.
    """
    difference = (ours - theirs).square().mean((0, 2, 3))
    variance = theirs.var((0, 2, 3))
    by_layer = difference.mean() / variance.mean().clamp_min(1e-6)
    by_channel = (difference / (variance + 0.1 * variance.mean()).clamp_min(1e-6)).mean()
    return 0.5 * (by_layer + by_channel)


def checkpoint_path(folder: Path) -> Path:
    """Where a training in `folder` keeps its state."""
    return folder / "encoder.checkpoint.pt"


def saved_recipe(folder: Path) -> EncoderRecipe:
    """The recipe of the training in `folder`. Raises ResumeError where there is none that can be read."""
    recipe, _ = _read_checkpoint(folder, torch.device("cpu"))
    return recipe


def _read_checkpoint(folder: Path, device: torch.device) -> tuple[EncoderRecipe, dict[str, Any]]:
    path = checkpoint_path(folder)
    try:
        state = torch.load(path, weights_only=True, map_location=device)
        return EncoderRecipe(**state["recipe"]), state
    except FileNotFoundError as error:
        raise ResumeError(f"There is nothing to resume in {folder}.") from error
    except (OSError, RuntimeError, UnpicklingError, EOFError, ValueError, LookupError, TypeError) as error:
        raise ResumeError(f"{path} cannot be read as a checkpoint of the encoder.") from error


class EncoderTraining:
    """A resumable run: `train()` until the recipe's steps or `minutes` are over, `save()` and `resume()` around it.

    The teacher is moved to `device` and its channels are normalised, in place. The same recipe, pictures and teacher
    give the same weights, bit by bit, on the same machine, however often the run is stopped and resumed.
    """

    def __init__(
        self,
        recipe: EncoderRecipe,
        teacher: Teacher,
        photos: PictureSet,
        paintings: PictureSet,
        folder: Path,
        device: torch.device,
    ) -> None:
        self.recipe, self.photos, self.paintings = recipe, photos, paintings
        self.folder, self.device = folder, device
        self.teacher = teacher.to(device)
        batches = list(self.calibration())
        teacher.normalise(batches)
        centres = teacher.centres(batches)
        self.student = init_student(recipe.seed).to(device)
        self.average = init_student(recipe.seed).to(device).requires_grad_(False)
        for net in (self.student, self.average):
            set_centres(net, centres)
        # Edge filters read small differences of their input, so their weights are large and have far to go: the first
        # layer gets ten times the rate. It is a plain regression on pixels and bears it.
        first = list(self.student.conv1.parameters())
        rest = [p for p in self.student.parameters() if all(p is not q for q in first)]
        groups = [{"params": first, "boost": 10.0}, {"params": rest, "boost": 1.0}]
        self.optimiser = torch.optim.Adam(groups, lr=recipe.learning_rate, betas=(0.9, 0.99))
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.pool = PaintingPool(recipe.pool, recipe.pool_life, recipe.crop_px)
        self.step = 0
        self.seconds = 0.0
        folder.mkdir(parents=True, exist_ok=True)

    def calibration(self, most: int | None = None) -> Iterator[Tensor]:
        """The recipe's calibration batches, or the first `most` of them."""
        count = self.recipe.calibration
        return calibration_batches(self.photos, self.device, count if most is None else min(most, count))

    @property
    def checkpoint(self) -> Path:
        return checkpoint_path(self.folder)

    def save(self) -> None:
        """Write the whole state in place of the last one, in one move. Raises OSError."""
        state = {
            "recipe": asdict(self.recipe),
            "student": self.student.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "generator": self.generator.get_state(),
            "pool": self.pool.state(),
            "step": self.step,
            "seconds": self.seconds,
        }
        with replacing(self.checkpoint) as file:
            torch.save(state, file)

    def resume(self) -> bool:
        """Continue from the checkpoint in the folder; False where there is none.

        The number of steps and the length of the decay may be new. Raises ResumeError where anything else of the
        recipe is, or where the checkpoint cannot be read.
        """
        if not self.checkpoint.exists():
            return False
        before, state = _read_checkpoint(self.folder, self.device)
        if replace(before, steps=self.recipe.steps, decay=self.recipe.decay) != self.recipe:
            raise ResumeError(f"The training in {self.folder} was started with another recipe.")
        self.student.load_state_dict(state["student"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"].cpu())
        self.pool.load({name: value.cpu() for name, value in state["pool"].items()})
        self.step, self.seconds = state["step"], state["seconds"]
        return True

    def batch(self) -> Tensor:
        """The pictures of the next step (B, 3, H, W), sRGB in [0, 1]; the pool of paintings moves on by one step."""
        recipe, generator = self.recipe, self.generator
        of_paintings = recipe.crops * 3 // 8
        crops = [
            augment(self.photos.batch(recipe.crops - of_paintings, recipe.crop_px, generator), generator),
            augment(self.paintings.batch(of_paintings, recipe.crop_px, generator), generator),
        ]
        if recipe.pool and self.step >= recipe.pool_from:
            crops.append(self.pool.step(self.student, self.photos, self.paintings, generator))
        return torch.cat(crops).to(self.device)

    def train(
        self,
        minutes: float = float("inf"),
        control: RunControl | None = None,
        progress: StepProgress | None = None,
    ) -> None:
        """Train until the recipe's steps or `minutes` are over, and save.

        Raises Cancelled within one step of `control.cancel`; the state of that moment is saved then, too.
        """
        end = time.monotonic() + minutes * 60
        try:
            with (self.folder / "encoder.log.jsonl").open("a", encoding="utf-8") as file:
                log = _Log(file)
                while self.step < self.recipe.steps and time.monotonic() < end:
                    if control is not None:
                        control.checkpoint()
                    start = time.monotonic()
                    errors = self._advance()
                    self.seconds += time.monotonic() - start
                    log.add(self, errors)
                    if self.step % SAVE_EVERY == 0:
                        self.save()
                    if progress is not None:
                        progress(self.step, self.recipe.steps)
        except Cancelled:
            self.save()
            raise
        self.save()

    @property
    def share_forced(self) -> float:
        """How often the present step's blocks read the teacher's features instead of the student's."""
        return max(0.0, 1 - self.step / max(self.recipe.forced_until, 1))

    def _advance(self) -> dict[str, Tensor]:
        """One step of training; returns its errors by layer."""
        for group in self.optimiser.param_groups:
            group["lr"] = learning_rate(self.recipe, self.step) * group["boost"]
        batch = self.batch()
        forced = float(torch.rand((), generator=self.generator)) < self.share_forced
        errors = layer_errors(self.student, self.teacher.lesson(batch), batch, forced)
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(errors.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
        self.optimiser.step()
        decay = min(self.recipe.ema, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for slow, fast in zip(self.average.parameters(), self.student.parameters(), strict=True):
                slow.lerp_(fast, 1 - decay)
        self.step += 1
        return errors


class _Log:
    """Mean errors as one JSON object a line, every `LOG_EVERY` steps."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self._sum = torch.zeros(())
        self._count = 0

    def add(self, training: EncoderTraining, errors: dict[str, Tensor]) -> None:
        # Kept as tensors: reading each number would have a GPU wait at every step.
        self._sum = torch.stack([error.detach() for error in errors.values()]) + self._sum.to(training.device)
        self._count += 1
        if training.step % LOG_EVERY:
            return
        means = (self._sum / self._count).tolist()
        line = {"step": training.step, "seconds": round(training.seconds), "forced": round(training.share_forced, 3)}
        line |= {name: round(mean, 5) for name, mean in zip(errors, means, strict=True)}
        self._file.write(json.dumps(line) + "\n")
        self._file.flush()
        self._sum, self._count = torch.zeros(()), 0
