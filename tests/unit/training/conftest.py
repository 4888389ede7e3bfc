"""A school for tests: a few small pictures, a teacher of random weights, and recipes of a few steps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.fire import FireNet
from stylegui.training.encoder import EncoderRecipe, EncoderTraining
from stylegui.training.pictures import PictureSet
from stylegui.training.teachers import FireTeacher, Teacher

MakeTraining = Callable[..., EncoderTraining]

RECIPE = EncoderRecipe(
    steps=6, warmup=2, decay=2, crops=3, crop_px=32, pool=2, pool_from=2, pool_life=3, forced_until=4, calibration=1
)


def draw(folder: Path, count: int, seed: int) -> Path:
    """Pictures with soft shapes and hard edges in many colours."""
    folder.mkdir(parents=True)
    random = np.random.default_rng(seed)
    for index in range(count):
        y, x = np.indices((48, 64))[..., None] / 64
        waves = np.sin(x * random.uniform(4, 30, 3) + y * random.uniform(4, 30, 3) + random.uniform(0, 6, 3))
        edges = (x * random.uniform(-1, 1, 3) + y > random.uniform(0.2, 0.8)) * random.uniform(0, 1, 3)
        pixels = np.clip(0.25 + 0.25 * waves + 0.5 * edges, 0, 1)
        Image.fromarray((255 * pixels).astype(np.uint8)).save(folder / f"{index}.png")
    return folder


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> PictureSet:
    return PictureSet([draw(tmp_path_factory.mktemp("pictures") / "photos", 4, 1)])


@pytest.fixture(scope="session")
def paintings(tmp_path_factory: pytest.TempPathFactory) -> PictureSet:
    return PictureSet([draw(tmp_path_factory.mktemp("pictures") / "paintings", 3, 2)])


def random_fire_teacher() -> FireTeacher:
    """SqueezeNet with weights under which most channels have something to say."""
    generator = torch.Generator().manual_seed(3)
    net = FireNet(fire.SQUEEZE_SQUEEZENET)
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            if name.endswith("bias"):
                parameter.copy_(0.5 * torch.rand(parameter.shape, generator=generator))
            else:
                scale = (1 / parameter[0].numel()) ** 0.5
                parameter.copy_(scale * torch.randn(parameter.shape, generator=generator))
    return FireTeacher(net)


def fire_training(
    folder: Path,
    photos: PictureSet,
    paintings: PictureSet,
    recipe: EncoderRecipe = RECIPE,
    teacher: Teacher | None = None,
) -> EncoderTraining:
    return EncoderTraining(recipe, teacher or random_fire_teacher(), photos, paintings, folder, torch.device("cpu"))


@pytest.fixture
def make(photos: PictureSet, paintings: PictureSet, tmp_path: Path) -> MakeTraining:
    """A training in a folder of the given name, on the CPU."""

    def make(name: str = "out", recipe: EncoderRecipe = RECIPE, teacher: Teacher | None = None) -> EncoderTraining:
        return fire_training(tmp_path / name, photos, paintings, recipe, teacher)

    return make
