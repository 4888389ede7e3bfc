"""Colour modes before painting, and a style's statistics at the size its brush asks for."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import Tensor

from stylegui.engine import colour
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.losses import moments
from stylegui.engine.plan import Scale
from stylegui.engine.sources import prepare_sources
from stylegui.engine.targets import SMALLEST_STYLE_PX, style_moments


def picture(seed: int, height: int = 40, width: int = 60) -> Tensor:
    generator = torch.Generator().manual_seed(seed)
    tint = torch.rand((1, 3, 1, 1), generator=generator)
    return (0.3 + 0.2 * tint + 0.2 * torch.rand((1, 3, height, width), generator=generator)).clamp(0, 1)


def colours(of: Tensor) -> Tensor:
    return colour.mean_covariance(colour.to_oklab(of))[0].float()


def test_style_colours_recolour_the_photo_and_leave_the_style() -> None:
    photo, style = picture(1), picture(2)
    sources = prepare_sources(photo, [style], [1.0], "style")
    assert sources.photo is photo and sources.styles == (style,)
    torch.testing.assert_close(colours(sources.content), colours(style), rtol=0, atol=2e-3)


def test_two_styles_recolour_the_photo_by_weight() -> None:
    photo, first, second = picture(1), picture(2), picture(3)
    mixed = prepare_sources(photo, [first, second], [3.0, 1.0], "style").content
    alone = [prepare_sources(photo, [style], [1.0], "style").content for style in (first, second)]
    torch.testing.assert_close(mixed, 0.75 * alone[0] + 0.25 * alone[1])


def test_photo_colours_recolour_the_styles_and_leave_the_photo() -> None:
    photo, style = picture(1), picture(2)
    sources = prepare_sources(photo, [style], [1.0], "photo")
    assert sources.content is photo
    torch.testing.assert_close(colours(sources.styles[0]), colours(photo), rtol=0, atol=2e-3)


def test_luminance_is_painted_in_grey() -> None:
    sources = prepare_sources(picture(1), [picture(2)], [1.0], "luminance")
    for grey in (sources.content, *sources.styles):
        assert float((grey.amax(1) - grey.amin(1)).max()) < 1e-3
    assert float((sources.photo.amax(1) - sources.photo.amin(1)).max()) > 0.05


def seen_sizes(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    sizes: list[tuple[int, int]] = []
    features = Encoder.features

    def watched(self: Encoder, pixels: Tensor, *args: Any) -> dict[str, Tensor]:
        sizes.append((pixels.shape[2], pixels.shape[3]))
        return features(self, pixels, *args)

    monkeypatch.setattr(Encoder, "features", watched)
    return sizes


@pytest.mark.parametrize(("brush", "long_px"), [(50, 100), (100, 200), (200, 400)])
def test_brush_size_is_the_size_the_style_is_shown_at(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch, brush: float, long_px: int
) -> None:
    sizes = seen_sizes(encoder, monkeypatch)
    style_moments(encoder, picture(1), Scale(200, 1), brush, ("conv1",), lambda: None)
    assert sizes == [(round(long_px * 2 / 3), long_px)]


def test_a_style_is_never_shown_too_small_for_statistics(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = seen_sizes(encoder, monkeypatch)
    style_moments(encoder, picture(1, 4, 400), Scale(64, 1), 50, ("conv1",), lambda: None)
    assert sizes == [(16, SMALLEST_STYLE_PX)]


def test_statistics_are_those_of_the_style_s_features(encoder: Encoder) -> None:
    style = picture(1, 96, 96)
    statistics = style_moments(encoder, style, Scale(96, 1), 100, ("conv1", "fire3"), lambda: None)
    expected = {tap: moments(value) for tap, value in encoder.features(style, ("conv1", "fire3")).items()}
    for tap in ("conv1", "fire3"):
        torch.testing.assert_close(statistics[tap].second, expected[tap].second)
        assert not statistics[tap].second.requires_grad
