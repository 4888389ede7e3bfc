"""Distillation of the built-in encoder from a larger teacher.

The student (`FireNet` with squeeze layers half as wide again) starts from random weights and learns to give the
teacher's feature maps directly, without heads between them: one regression per layer, each divided by the teacher's
own variance there. Four things make it quick and make it fit for *optimising pictures*, which is harder than
describing them:

1. Hints (FitNets, Romero et al. 2015). The first channels of each module's narrow layer learn the teacher's narrow
   layer; the rest are free. Two layers that must be found together become two regressions.
2. Teacher forcing. At first every block reads the teacher's features of the layer before it, so that all blocks learn
   at once instead of one after the other; the share of forced steps falls to zero.
3. Hard data. Photos and paintings in random crops, with colours permuted, mixed, noised and inverted.
4. On-policy pictures. A pool of crops is being painted all the time with the student's own style loss, and the student
   also learns the teacher's features on those. A picture optimised against a network finds that network's mistakes;
   learning on just these pictures takes the mistakes away (the idea of DAgger, Ross et al. 2011).

The learning rate is constant after a warm-up and falls linearly over the last `decay` steps (warm-up, stable, decay),
so that a run can be stopped, resumed and lengthened without a schedule made for one length.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.fire import LAYERS, FireNet
from stylegui.engine.encoders.normalise import mean_activations, unit_scales
from stylegui.engine.losses import Moments, content_loss, moment_loss, moments
from stylegui.training.pictures import PictureSet

CAFFE_MEAN = (123.68 / 255, 116.779 / 255, 103.939 / 255)
CAFFE_STD = (1 / 255, 1 / 255, 1 / 255)
POOL_TAPS = ("conv1", "fire3", "fire5", "fire8")


@dataclass(frozen=True)
class EncoderRecipe:
    """Everything that decides the weights, apart from pictures and teacher."""

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
    seed: int = 0


Teacher = Callable[[Tensor], dict[str, Tensor]]


def squeezenet_teacher(path: Path) -> FireNet:
    """SqueezeNet 1.1 from a safetensors file with the published layer names, as a frozen feature function."""
    net = FireNet(fire.SQUEEZE_SQUEEZENET, CAFFE_MEAN, CAFFE_STD, bgr=True)
    net.load_state_dict(fire.from_caffe_names(load_file(path)))
    net.eval().requires_grad_(False)
    return net


def calibration_batches(pictures: PictureSet, device: torch.device, count: int = 32) -> Iterator[Tensor]:
    """The same batches of large crops every time: what mean activations are measured on."""
    generator = torch.Generator().manual_seed(1)
    for _ in range(count):
        yield pictures.batch(8, 160, generator, (0.7, 1.0)).to(device)


class CentredConv(nn.Conv2d):
    """A convolution that sees its input with a constant `centre` (C_in,) taken off every channel.

    The same family of functions as a plain convolution, in other coordinates. Features behind a ReLU are all positive;
    their common part is by far the largest direction of the loss, and a first-order optimiser that has to keep its
    steps small for it learns everything else a hundred times too slowly.
    """

    centre: Tensor

    def __init__(self, channels_in: int, channels_out: int, kernel: int) -> None:
        super().__init__(channels_in, channels_out, kernel)
        self.register_buffer("centre", torch.zeros(channels_in))

    def plain_bias(self) -> Tensor:
        """The bias of the plain convolution that this one is."""
        assert self.bias is not None
        return self.bias - self.weight.sum((2, 3)) @ self.centre

    def forward(self, x: Tensor) -> Tensor:
        return self._conv_forward(x, self.weight, self.plain_bias())


def plain(student: FireNet) -> FireNet:
    """The same network with plain convolutions."""
    net = FireNet(fire.SQUEEZE_BUILTIN).to(student.mean.device)
    state = {name: value for name, value in student.state_dict().items() if not name.endswith(".centre")}
    for name, module in student.named_modules():
        if isinstance(module, CentredConv):
            state[f"{name}.bias"] = module.plain_bias().detach()
    net.load_state_dict(state)
    return net.eval().requires_grad_(False)


def init_student(seed: int) -> FireNet:
    """A `FireNet` of the built-in shape with He-normal weights and zero biases."""
    generator = torch.Generator().manual_seed(seed)
    net = FireNet(fire.SQUEEZE_BUILTIN, convolution=CentredConv)
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.Conv2d):
                fan_in = module.weight[0].numel()
                module.weight.copy_(torch.randn(module.weight.shape, generator=generator) * (2 / fan_in) ** 0.5)
                assert module.bias is not None
                module.bias.zero_()
    return net


def augment(batch: Tensor, generator: torch.Generator) -> Tensor:
    """Colour and noise for crops (B, 3, H, W) in [0, 1]; most stay near what they were, some become strange."""
    out = []
    for crop in batch:
        kind, amount = torch.rand(2, generator=generator).tolist()
        if kind < 0.2:
            crop = crop[torch.randperm(3, generator=generator)]
        elif kind < 0.35:
            mix = torch.eye(3) + 0.35 * torch.randn(3, 3, generator=generator)
            crop = torch.einsum("oc,chw->ohw", mix, crop - 0.5) + 0.5
        elif kind < 0.4:
            crop = 1 - crop
        elif kind < 0.5:
            crop = (crop - crop.mean()) * (0.3 + 1.5 * amount) + 0.2 + 0.6 * float(torch.rand((), generator=generator))
        if kind * 10 % 1 < 0.35:
            crop = crop + 0.12 * amount * torch.randn(crop.shape, generator=generator)
        out.append(crop)
    return torch.stack(out).clamp(0, 1)


class PaintingPool:
    """Crops that are being painted under the student's loss: where its mistakes will be found, if it has any.

    Each slot starts from a photo crop (some from noise) and takes one Adam step a training step towards the statistics
    of a painting's crop, for `life` steps; slots start out of phase, so that the pool always holds every stage.
    """

    def __init__(self, size: int, life: int, size_px: int) -> None:
        self.life = life
        self.age = torch.arange(size) * life // max(size, 1) + life
        self.picture = torch.zeros(size, 3, size_px, size_px)
        self.content = torch.zeros_like(self.picture)
        self.style = torch.zeros_like(self.picture)
        self.first = torch.zeros_like(self.picture)
        self.second = torch.zeros_like(self.picture)
        # What each slot is painted towards: moments of its style by tap, and the photo's features. Taken when any slot
        # starts anew, not every step: the student moves slowly against a slot's life.
        self.targets: dict[str, Tensor] = {}

    def state(self) -> dict[str, Tensor]:
        own = {name: value for name, value in vars(self).items() if isinstance(value, Tensor)}
        return own | {f"target {name}": value for name, value in self.targets.items()}

    def load(self, state: dict[str, Tensor]) -> None:
        for name, value in state.items():
            if name.startswith("target "):
                self.targets[name.removeprefix("target ")] = value
            else:
                setattr(self, name, value)

    @torch.no_grad()
    def _take_targets(self, student: FireNet) -> None:
        device = next(student.parameters()).device
        for tap, feature in student(self.style.to(device), POOL_TAPS).items():
            known = moments(feature)
            self.targets |= {f"{tap} mean": known.mean, f"{tap} second": known.second}
        self.targets["content"] = student(self.content.to(device), ("fire5",))["fire5"]

    def step(self, student: FireNet, photos: PictureSet, paintings: PictureSet, generator: torch.Generator) -> Tensor:
        """Advance every slot once; returns the pictures (size, 3, H, W) in [0, 1]."""
        size_px = self.picture.shape[-1]
        device = next(student.parameters()).device
        starting = (self.age >= self.life).nonzero().flatten().tolist()
        for slot in starting:
            self.content[slot] = photos.crop(size_px, generator)
            self.style[slot] = augment(paintings.batch(1, size_px, generator, (0.5, 1.0)), generator)[0]
            noise = torch.rand(self.content[slot].shape, generator=generator)
            self.picture[slot] = noise if float(torch.rand((), generator=generator)) < 0.25 else self.content[slot]
            self.first[slot], self.second[slot] = 0, 0
            # A fresh start counts from zero; the initial stagger keeps slots out of phase from the first step on.
            self.age[slot] = self.age[slot] - self.life if self.age[slot] < 2 * self.life else 0
        if starting or not self.targets:
            self._take_targets(student)
        picture = self.picture.to(device, copy=True).requires_grad_(True)
        features = student(picture, POOL_TAPS)
        loss = torch.zeros((), device=device)
        for tap in POOL_TAPS:
            known = Moments(self.targets[f"{tap} mean"].to(device), self.targets[f"{tap} second"].to(device))
            loss = loss + moment_loss(moments(features[tap]), known).sum()
        target = self.targets["content"].to(device)
        loss = loss + 0.3 * content_loss(features["fire5"], target).sum()
        (gradient,) = torch.autograd.grad(loss, picture)
        gradient = gradient.cpu()
        self.age += 1
        self.first.lerp_(gradient, 0.1)
        self.second.lerp_(gradient.square(), 0.01)
        correct1 = (1 - 0.9 ** self.age.clamp_min(1).float()).view(-1, 1, 1, 1)
        correct2 = (1 - 0.99 ** self.age.clamp_min(1).float()).view(-1, 1, 1, 1)
        self.picture -= 0.03 * (self.first / correct1) / ((self.second / correct2).sqrt() + 1e-8)
        self.picture.clamp_(0, 1)
        return self.picture.clone()


def layer_errors(student: FireNet, teacher: FireNet, batch: Tensor, forced: bool) -> dict[str, Tensor]:
    """Error of each layer, and of each narrow layer inside it, as a share of the teacher's variance there.

    `forced` feeds every module the teacher's features of the layer before it.
    """
    errors: dict[str, Tensor] = {}
    ours = theirs = batch
    for index, name in enumerate(LAYERS):
        if index == 0:
            ours = student.stem(ours)
            with torch.no_grad():
                theirs = teacher.stem(theirs)
        else:
            source = student.pooled(name, theirs if forced else ours)
            narrow = student.fire(name).squeezed(source)
            ours = student.fire(name).expanded(narrow)
            with torch.no_grad():
                hint = teacher.fire(name).squeezed(teacher.pooled(name, theirs))
                theirs = teacher.fire(name).expanded(hint)
            errors[f"{name} narrow"] = shared_error(narrow[:, : hint.shape[1]], hint)
        errors[name] = shared_error(ours, theirs)
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


@torch.no_grad()
def module_inputs(net: FireNet, picture: Tensor) -> dict[str, Tensor]:
    """What each fire module reads, by the module's name."""
    features = net(picture)
    return {name: net.pooled(name, features[before]) for before, name in zip(LAYERS, LAYERS[1:], strict=False)}


@torch.no_grad()
def narrow_features(net: FireNet, picture: Tensor) -> dict[str, Tensor]:
    """The narrow layers inside every fire module, by the module's name."""
    out: dict[str, Tensor] = {}
    x = net.stem(picture)
    for name in LAYERS[1:]:
        out[name] = net.fire(name).squeezed(net.pooled(name, x))
        x = net.fire(name).expanded(out[name])
    return out


def learning_rate(recipe: EncoderRecipe, step: int) -> float:
    """Warm-up, stable, linear decay."""
    rise = min(1.0, (step + 1) / recipe.warmup)
    fall = min(1.0, (recipe.steps - step) / recipe.decay)
    return recipe.learning_rate * rise * max(fall, 0.01)


class EncoderTraining:
    """A resumable run: `train()` until the recipe's steps or `minutes` are over, `save()` and `resume()` around it."""

    def __init__(
        self,
        recipe: EncoderRecipe,
        teacher: FireNet,
        photos: PictureSet,
        paintings: PictureSet,
        folder: Path,
        device: torch.device,
    ) -> None:
        self.recipe, self.teacher, self.photos, self.paintings = recipe, teacher, photos, paintings
        # The teacher speaks in hundreds; a student that starts at He-normal's ones would spend its first thousands of
        # steps on growing. Channels of mean 1 are also what the shipped network is to have in the end.
        means = mean_activations(teacher, calibration_batches(photos, device))
        teacher.scale_channels(unit_scales(means))
        narrow = mean_activations(partial(narrow_features, teacher), calibration_batches(photos, device))
        teacher.scale_squeezes(unit_scales(narrow))
        self.folder, self.device = folder, device
        self.student = init_student(recipe.seed).to(device)
        self.average = init_student(recipe.seed).to(device).requires_grad_(False)
        # Edge filters read small differences of their input, so their weights are large and have far to go: the first
        # layer gets ten times the rate. It is a plain regression on pixels and bears it.
        first = list(self.student.conv1.parameters())
        rest = [p for p in self.student.parameters() if all(p is not q for q in first)]
        groups = [{"params": first, "boost": 10.0}, {"params": rest, "boost": 1.0}]
        inputs = mean_activations(partial(module_inputs, teacher), calibration_batches(photos, device))
        for net in (self.student, self.average):
            for name, centre in inputs.items():
                module = net.fire(name)
                assert isinstance(module.squeeze, CentredConv)
                assert isinstance(module.expand1, CentredConv) and isinstance(module.expand3, CentredConv)
                module.squeeze.centre.copy_(centre)
                # The narrow layer of the student is to have a mean of 1, like the rescaled teacher's.
                module.expand1.centre.fill_(1.0)
                module.expand3.centre.fill_(1.0)
        self.optimiser = torch.optim.Adam(groups, lr=recipe.learning_rate, betas=(0.9, 0.99))
        self.generator = torch.Generator().manual_seed(recipe.seed)
        self.pool = PaintingPool(recipe.pool, recipe.pool_life, recipe.crop_px)
        self.step = 0
        self.seconds = 0.0
        folder.mkdir(parents=True, exist_ok=True)

    @property
    def checkpoint(self) -> Path:
        return self.folder / "encoder.checkpoint.pt"

    def save(self) -> None:
        """Write the whole state beside the last one and put it in its place in one move."""
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
        part = self.checkpoint.with_suffix(".part")
        torch.save(state, part)
        part.replace(self.checkpoint)

    def resume(self) -> bool:
        """Continue from the checkpoint in the folder, where there is one."""
        if not self.checkpoint.exists():
            return False
        state = torch.load(self.checkpoint, weights_only=True, map_location=self.device)
        self.student.load_state_dict(state["student"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.generator.set_state(state["generator"].cpu())
        self.pool.load({name: value.cpu() for name, value in state["pool"].items()})
        self.step, self.seconds = state["step"], state["seconds"]
        return True

    def batch(self) -> Tensor:
        recipe, generator = self.recipe, self.generator
        of_paintings = recipe.crops * 3 // 8
        crops = [
            augment(self.photos.batch(recipe.crops - of_paintings, recipe.crop_px, generator), generator),
            augment(self.paintings.batch(of_paintings, recipe.crop_px, generator), generator),
        ]
        if recipe.pool and self.step >= recipe.pool_from:
            crops.append(self.pool.step(self.student, self.photos, self.paintings, generator))
        return torch.cat(crops).to(self.device)

    def train(self, minutes: float = float("inf"), log_every: int = 100, save_every: int = 1000) -> None:
        recipe = self.recipe
        log = (self.folder / "encoder.log.jsonl").open("a", encoding="utf-8")
        start, before = time.monotonic(), self.seconds
        sums: dict[str, float] = {}
        with log:
            while self.step < recipe.steps and time.monotonic() - start < minutes * 60:
                for group in self.optimiser.param_groups:
                    group["lr"] = learning_rate(recipe, self.step) * group["boost"]
                batch = self.batch()
                share_forced = max(0.0, 1 - self.step / max(recipe.forced_until, 1))
                forced = float(torch.rand((), generator=self.generator)) < share_forced
                errors = layer_errors(self.student, self.teacher, batch, forced)
                loss = torch.stack(list(errors.values())).sum()
                self.optimiser.zero_grad(set_to_none=True)
                loss.backward()  # type: ignore[no-untyped-call]
                nn.utils.clip_grad_norm_(self.student.parameters(), 1.0)
                self.optimiser.step()
                decay = min(recipe.ema, (1 + self.step) / (10 + self.step))
                with torch.no_grad():
                    for slow, fast in zip(self.average.parameters(), self.student.parameters(), strict=True):
                        slow.lerp_(fast, 1 - decay)
                self.step += 1
                self.seconds = before + time.monotonic() - start
                for name, error in errors.items():
                    sums[name] = sums.get(name, 0.0) + float(error.detach())
                if self.step % log_every == 0:
                    line = {"step": self.step, "seconds": round(self.seconds), "forced": round(share_forced, 3)}
                    line |= {name: round(total / log_every, 5) for name, total in sums.items()}
                    log.write(json.dumps(line) + "\n")
                    log.flush()
                    sums.clear()
                if self.step % save_every == 0:
                    self.save()
        self.save()


@torch.no_grad()
def measure(student: FireNet, teacher: FireNet, pictures: PictureSet, device: torch.device) -> dict[str, float]:
    """Share of the teacher's variance that the student misses, by layer, on unaugmented crops; nothing is forced."""
    totals = dict.fromkeys(LAYERS, 0.0)
    batches = list(calibration_batches(pictures, device, 16))
    for batch in batches:
        ours, theirs = student(batch), teacher(batch)
        for name in LAYERS:
            error = (ours[name] - theirs[name]).square().mean() / theirs[name].var((0, 2, 3)).mean()
            totals[name] += float(error) / len(batches)
    return totals


def finish(training: EncoderTraining, target: Path, data_terms: str, teacher_name: str, date: str) -> None:
    """Normalise the averaged student's channels and write the weights with their model card beside them."""
    student = plain(training.average)
    errors = measure(student, training.teacher, training.photos, training.device)
    means = mean_activations(student, calibration_batches(training.photos, training.device))
    student.scale_channels(unit_scales(means))
    state = {name: value.contiguous().cpu() for name, value in student.state_dict().items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    save_file(state, part, metadata={"title": "stylegui built-in encoder", "licence": "MIT"})
    part.replace(target)
    parameters = sum(value.numel() for value in state.values())
    recipe = "\n".join(f"| {name} | {value} |" for name, value in asdict(training.recipe).items())
    figures = "\n".join(f"| {name} | {100 * error:.1f} % |" for name, error in errors.items())
    target.with_suffix(".md").write_text(
        CARD.format(
            parameters=parameters,
            megabytes=target.stat().st_size / 1e6,
            sha256=hashlib.sha256(target.read_bytes()).hexdigest(),
            teacher=teacher_name,
            photos=len(training.photos.pictures),
            paintings=len(training.paintings.pictures),
            data_terms=data_terms,
            steps=training.step,
            hours=training.seconds / 3600,
            seed=training.recipe.seed,
            date=date,
            figures=figures,
            recipe=recipe,
        ),
        encoding="utf-8",
    )


CARD = """# Built-in encoder

The network that stylegui sees with: its features are what style and content are compared by. Trained by
`stylegui train encoder` from random weights; these weights are the project's own (MIT).

| | |
|---|---|
| shape | fire modules (squeeze, expand), conv1 to fire8, taps at 1/2, 1/4, 1/8 and 1/16 of the input |
| parameters | {parameters} ({megabytes:.2f} MB, float32) |
| sha256 | {sha256} |
| input | sRGB in [0, 1]; normalisation is inside |
| channels | rescaled to a mean activation of 1 on the training photos |
| teacher | {teacher} |
| pictures | {photos} photos, {paintings} paintings: {data_terms} |
| steps | {steps} ({hours:.1f} hours) |
| seed | {seed} |
| date | {date} |

## Figures

Share of the teacher's variance that the network misses, on plain crops of the training photos:

| layer | missed |
|---|---|
{figures}

How pictures painted with it compare with pictures painted with the teacher is measured by `tests/bench/encoder.py`; the
README has the table.

## Recipe

| field | value |
|---|---|
{recipe}
"""
