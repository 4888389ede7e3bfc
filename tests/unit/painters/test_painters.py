"""Every painter: the same picture for the same seed, another for another, at any shape and with any palette."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from stylegui.painters import PAINTERS, Palette
from stylegui.painters.colour import Array

EVERY = pytest.mark.parametrize("name", PAINTERS)
GREYS = Palette(tuple(f"#{level:02x}{level:02x}{level:02x}" for level in (225, 30, 90, 170, 60)))


@functools.cache
def small(name: str) -> Array:
    painter = PAINTERS[name]
    return painter.paint((56, 42), 5, painter.palette)


@EVERY
def test_the_same_seed_paints_the_same_pixels(name: str) -> None:
    assert np.array_equal(PAINTERS[name].paint((56, 42), 5, PAINTERS[name].palette), small(name))


@EVERY
def test_another_seed_paints_another_picture(name: str) -> None:
    other = PAINTERS[name].paint((56, 42), 6, PAINTERS[name].palette)
    assert np.mean(other != small(name)) > 0.3


@EVERY
def test_a_picture_takes_its_shape_and_its_colours_from_the_call(name: str) -> None:
    grey = PAINTERS[name].paint((36, 60), 5, GREYS)
    assert grey.shape == (60, 36, 3)
    assert grey.dtype == np.uint8
    assert grey.std() > 12  # something is shown: it is neither blank nor a single colour
    assert _chroma(grey) < 6 < _chroma(small(name))


def _chroma(pixels: Array) -> float:
    return float(np.mean(pixels.max(axis=2).astype(int) - pixels.min(axis=2)))
