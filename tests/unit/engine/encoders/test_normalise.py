"""Mean activations, the factors that make them 1, and the program's own pictures to measure them on."""

from __future__ import annotations

import pytest
import torch

from stylegui.engine.encoders import normalise
from stylegui.engine.encoders.normalise import mean_activations, own_pictures, unit_scales


def test_means_are_over_batches_and_positions() -> None:
    batches = [torch.zeros(2, 3, 4, 4), torch.ones(2, 3, 8, 8)]
    means = mean_activations(lambda batch: {"twice": 2 * batch, "once": batch[:, :1]}, batches)
    assert means["twice"].tolist() == [1, 1, 1] and means["once"].tolist() == [0.5]


def test_quiet_channels_are_raised_only_so_far() -> None:
    scales = unit_scales({"layer": torch.tensor([4.0, 2.0, 1.0, 0.0, 2.0])})["layer"]
    assert scales.tolist() == pytest.approx([0.25, 0.5, 1, 5, 0.5])


def test_silent_channels_stay_finite() -> None:
    scales = unit_scales({"most": torch.tensor([0.0, 0.0, 3.0]), "all": torch.zeros(2)})
    assert scales["most"].tolist() == pytest.approx([1, 1, 1 / 3])
    assert scales["all"].tolist() == [1, 1]


def test_the_programs_own_pictures_are_the_same_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(normalise, "OWN_PICTURES", 4)
    first, again = list(own_pictures()), list(own_pictures())
    assert len(first) == 4
    for picture, same in zip(first, again, strict=True):
        assert picture.shape[:2] == (1, 3) and max(picture.shape) == normalise.OWN_LONG_SIDE_PX
        assert 0 <= picture.amin().item() <= picture.amax().item() <= 1 and float(picture.std()) > 0.01
        assert torch.equal(picture, same)
    assert not any(torch.equal(first[0], other) for other in first[1:])
