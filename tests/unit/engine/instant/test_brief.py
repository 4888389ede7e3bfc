"""The encoder in bfloat16: near the exact one, beside it, and as easily stopped."""

from __future__ import annotations

import pytest
import torch

from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.instant.brief import features_in
from stylegui.engine.instant.network import CONTENT_TAPS
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return random_encoder()


def photo() -> torch.Tensor:
    return torch.rand(1, 3, 48, 64, generator=torch.Generator().manual_seed(1))


def test_the_encoder_in_bfloat16_sees_the_same(encoder: Encoder) -> None:
    seen = photo()
    exact, brief = (features_in(dtype, seen, encoder) for dtype in (torch.float32, torch.bfloat16))
    assert list(exact) == list(CONTENT_TAPS)
    for tap in CONTENT_TAPS:
        assert brief[tap].dtype == torch.bfloat16
        assert float((brief[tap].float() - exact[tap]).norm() / exact[tap].norm()) < 0.05


def test_the_encoder_in_bfloat16_leaves_the_other_as_it_is(encoder: Encoder) -> None:
    seen = photo()
    before = encoder.features(seen, CONTENT_TAPS)
    features_in(torch.bfloat16, seen, encoder)
    after = encoder.features(seen, CONTENT_TAPS)
    assert all(torch.equal(before[tap], after[tap]) for tap in CONTENT_TAPS)


def test_every_layer_can_be_stopped_at(encoder: Encoder) -> None:
    calls: list[int] = []
    features_in(torch.bfloat16, photo(), encoder, lambda: calls.append(1))
    assert len(calls) == 5
