"""What the built-in encoder learns on beside plain pictures: strange colours, noise, and pictures painted with it."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from stylegui.engine.encoders.fire import FireNet
from stylegui.engine.losses import Moments, content_loss, moment_loss, moments
from stylegui.training.pictures import PictureSet

POOL_TAPS = ("conv1", "fire3", "fire5", "fire8")
CONTENT_TAP = "fire5"
CONTENT_WEIGHT = 0.3
# Adam on the pictures, in sRGB in [0, 1].
STEP_SIZE = 0.03
BETAS = (0.9, 0.99)
_TARGET = "target "


def augment(batch: Tensor, generator: torch.Generator, noisy: float = 0.35) -> Tensor:
    """Colour and noise for crops (B, 3, H, W) in [0, 1]; most stay near what they were, some become strange.

    `noisy` is the share of the crops that get noise.
    """
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
        if kind * 10 % 1 < noisy:
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
        """Everything that `load` needs to go on from here. The tensors are the pool's own, not copies."""
        own = {name: value for name, value in vars(self).items() if isinstance(value, Tensor)}
        return own | {f"{_TARGET}{name}": value for name, value in self.targets.items()}

    def load(self, state: Mapping[str, Tensor]) -> None:
        """Take over a state of a pool of the same size. Raises KeyError where something is missing in it."""
        for name in [name for name, value in vars(self).items() if isinstance(value, Tensor)]:
            setattr(self, name, state[name].clone())
        self.targets = {
            name.removeprefix(_TARGET): value.clone() for name, value in state.items() if name.startswith(_TARGET)
        }

    def step(self, student: FireNet, photos: PictureSet, paintings: PictureSet, generator: torch.Generator) -> Tensor:
        """Advance every slot once; returns copies of the pictures (size, 3, H, W), sRGB in [0, 1], on the CPU."""
        starting = (self.age >= self.life).nonzero().flatten().tolist()
        for slot in starting:
            self._start(slot, photos, paintings, generator)
        if starting or not self.targets:
            self._take_targets(student)
        gradient = self._gradient(student)
        self.age += 1
        self.first.lerp_(gradient, 1 - BETAS[0])
        self.second.lerp_(gradient.square(), 1 - BETAS[1])
        age = self.age.float().view(-1, 1, 1, 1)
        first, second = self.first / (1 - BETAS[0] ** age), self.second / (1 - BETAS[1] ** age)
        self.picture -= STEP_SIZE * first / (second.sqrt() + 1e-8)
        self.picture.clamp_(0, 1)
        return self.picture.clone()

    def _start(self, slot: int, photos: PictureSet, paintings: PictureSet, generator: torch.Generator) -> None:
        size_px = self.picture.shape[-1]
        self.content[slot] = photos.crop(size_px, generator)
        self.style[slot] = augment(paintings.batch(1, size_px, generator, (0.5, 1.0)), generator)[0]
        noise = torch.rand(self.content[slot].shape, generator=generator)
        self.picture[slot] = noise if float(torch.rand((), generator=generator)) < 0.25 else self.content[slot]
        self.first[slot], self.second[slot] = 0, 0
        # A fresh start counts from zero; the initial stagger keeps slots out of phase from the first step on.
        self.age[slot] -= self.life

    @torch.no_grad()
    def _take_targets(self, student: FireNet) -> None:
        device = student.mean.device
        for tap, feature in student(self.style.to(device), POOL_TAPS).items():
            known = moments(feature)
            self.targets |= {f"{tap} mean": known.mean, f"{tap} second": known.second}
        self.targets["content"] = student(self.content.to(device), (CONTENT_TAP,))[CONTENT_TAP]

    def _gradient(self, student: FireNet) -> Tensor:
        """Of the summed losses by the pictures."""
        device = student.mean.device
        targets = {name: value.to(device) for name, value in self.targets.items()}
        picture = self.picture.to(device, copy=True).requires_grad_(True)
        features = student(picture, POOL_TAPS)
        loss = CONTENT_WEIGHT * content_loss(features[CONTENT_TAP], targets["content"]).sum()
        for tap in POOL_TAPS:
            known = Moments(targets[f"{tap} mean"], targets[f"{tap} second"])
            loss = loss + moment_loss(moments(features[tap]), known).sum()
        (gradient,) = torch.autograd.grad(loss, picture)
        return gradient.cpu()
