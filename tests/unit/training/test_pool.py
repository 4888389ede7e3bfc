"""Augmented crops, and pictures that are being painted while the network learns."""

from __future__ import annotations

from itertools import pairwise

import torch
from torch import Tensor

from stylegui.engine.encoders.fire import FireNet
from stylegui.training.pictures import PictureSet
from stylegui.training.pool import PaintingPool, augment
from stylegui.training.student import init_student, plain


def frozen() -> FireNet:
    return plain(init_student(1))


def generator() -> torch.Generator:
    return torch.Generator().manual_seed(7)


def test_augmented_crops_stay_pictures_and_are_not_all_changed() -> None:
    batch = torch.rand(64, 3, 16, 16, generator=torch.Generator().manual_seed(2))
    out = augment(batch, generator())
    assert out.shape == batch.shape
    assert 0 <= out.amin().item() <= out.amax().item() <= 1
    same = sum(torch.equal(a, b) for a, b in zip(out, batch, strict=True))
    assert 10 < same < 54
    assert torch.equal(augment(batch, generator()), out)


def test_every_step_paints_a_little(photos: PictureSet, paintings: PictureSet) -> None:
    net, pool, random = frozen(), PaintingPool(2, 50, 32), generator()
    before = pool.step(net, photos, paintings, random)
    assert before.shape == (2, 3, 32, 32)
    for _ in range(3):
        after = pool.step(net, photos, paintings, random)
        moved = (after - before).abs()
        assert 0.001 < float(moved.mean()) < 0.1
        assert 0 <= after.amin().item() <= after.amax().item() <= 1
        before = after


def test_painting_comes_nearer_to_the_style(photos: PictureSet, paintings: PictureSet) -> None:
    """As far as the first layer sees it: its means approach the style's."""
    net, pool, random = frozen(), PaintingPool(4, 200, 32), generator()

    def distance(pictures: Tensor) -> float:
        ours, theirs = (net(picture, ("conv1",))["conv1"].mean((2, 3)) for picture in (pictures, pool.style))
        return float((ours - theirs).square().sum())

    first = distance(pool.step(net, photos, paintings, random))
    for _ in range(30):
        last = distance(pool.step(net, photos, paintings, random))
    assert last < 0.5 * first


def test_slots_start_anew_one_after_the_other(photos: PictureSet, paintings: PictureSet) -> None:
    net, pool, random = frozen(), PaintingPool(2, 6, 32), generator()
    contents = []
    for _ in range(12):
        pool.step(net, photos, paintings, random)
        contents.append(pool.content.clone())
    changes = [[not torch.equal(a[slot], b[slot]) for a, b in pairwise(contents)] for slot in range(2)]
    assert [step for step, changed in enumerate(changes[0]) if changed] == [5]
    assert [step for step, changed in enumerate(changes[1]) if changed] == [2, 8]
    assert int(pool.age.max()) <= 6


def test_a_pool_goes_on_from_its_state(photos: PictureSet, paintings: PictureSet) -> None:
    net, pool, random = frozen(), PaintingPool(3, 4, 32), generator()
    for _ in range(3):
        pool.step(net, photos, paintings, random)
    other, other_random = PaintingPool(3, 4, 32), torch.Generator()
    other.load(pool.state())
    other_random.set_state(random.get_state())
    for _ in range(4):
        expected = pool.step(net, photos, paintings, random)
        assert torch.equal(other.step(net, photos, paintings, other_random), expected)
    assert pool.state().keys() == other.state().keys()
    assert all(torch.equal(value, other.state()[name]) for name, value in pool.state().items())
