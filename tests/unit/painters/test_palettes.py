"""Palettes: named ones, those taken from pictures, and how any of them gets into a painter's places."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from stylegui.painters import PAINTERS, Palette
from stylegui.painters.colour import Array, lab
from stylegui.painters.fitting import assignment
from stylegui.painters.palettes import PALETTES, fitted, palette_from

EVERY_PAINTER = pytest.mark.parametrize("painter", PAINTERS)
CLEARLY = 0.2  # of a palette's range of lightness


def chroma(colour: str) -> float:
    return float(np.hypot(*lab(colour)[1:]))


def hue_distance(first: str, second: str) -> float:
    """Angle between two hues in radians."""
    one, other = lab(first)[1:], lab(second)[1:]
    return float(np.arccos(np.clip(one @ other / np.linalg.norm(one) / np.linalg.norm(other), -1, 1)))


def relative_lightness(palette: Palette) -> Array:
    lightness = palette.lab[:, 0].astype(np.float64)
    span = lightness.max() - lightness.min()
    return np.asarray((lightness - lightness.min()) / span)


def inverted(result: Palette, roles: Palette) -> list[tuple[int, int]]:
    """Pairs of places where the clearly lighter one got the clearly darker colour."""
    part, given = relative_lightness(roles), relative_lightness(result)
    pairs = itertools.permutations(range(len(roles)), 2)
    return [(a, b) for a, b in pairs if part[a] - part[b] > CLEARLY + 1e-6 and given[b] - given[a] > CLEARLY + 1e-6]


# The named palettes


def test_there_are_enough_palettes_to_choose_from_and_each_can_be_told_from_the_others() -> None:
    assert len(PALETTES) >= 24
    assert len({each.title for each in PALETTES.values()}) == len(PALETTES)
    for first, second in itertools.combinations(PALETTES.values(), 2):
        apart = np.linalg.norm(first.palette.lab[:, None] - second.palette.lab[None], axis=2)
        assert max(apart.min(axis=0).mean(), apart.min(axis=1).mean()) > 0.04, (first.id, second.id)


@pytest.mark.parametrize("name", PALETTES)
def test_a_named_palette_has_light_dark_and_colours_unlike_each_other(name: str) -> None:
    named = PALETTES[name]
    assert named.id == name
    assert 5 <= len(named.palette) <= 7
    colours = named.palette.lab
    assert colours[:, 0].max() - colours[:, 0].min() > 0.45
    apart = np.linalg.norm(colours[:, None] - colours[None], axis=2) + np.eye(len(colours))
    assert apart.min() > 0.05


# Taken from a picture


def picture(*areas: tuple[str, float], size: tuple[int, int] = (300, 200)) -> Array:
    """Colours beside each other, with their shares of the width, and a little noise."""
    width, height = size
    columns = np.zeros((width, 3))
    start = 0.0
    for colour, share in areas:
        srgb = [int(colour[index : index + 2], 16) for index in (1, 3, 5)]
        columns[round(start * width) : round((start + share) * width)] = srgb
        start += share
    noise = np.random.default_rng(1).normal(0, 3, (height, width, 3))
    return np.clip(columns[None] + noise, 0, 255).astype(np.uint8)


def test_the_colours_of_a_picture_are_found_from_dark_to_light() -> None:
    found = palette_from(picture(("#f0e0c0", 0.4), ("#203060", 0.3), ("#c04030", 0.3)), count=3)
    for colour, expected in zip(found.colours, ("#203060", "#c04030", "#f0e0c0"), strict=True):
        assert np.linalg.norm(lab(colour) - lab(expected)) < 0.03


def test_a_small_vivid_accent_survives_among_large_greys() -> None:
    greys = [(f"#{level:02x}{level:02x}{level + 4:02x}", 0.099) for level in range(30, 230, 20)]
    found = palette_from(picture(*greys, ("#e02020", 0.01)), count=6)
    assert max(map(chroma, found.colours)) > 0.15
    assert hue_distance(max(found.colours, key=chroma), "#e02020") < 0.2


def test_the_same_picture_gives_the_same_palette_at_any_size() -> None:
    areas = (("#f0e0c0", 0.35), ("#203060", 0.3), ("#c04030", 0.2), ("#58b080", 0.15))
    small = palette_from(picture(*areas), count=4)
    assert palette_from(picture(*areas), count=4) == small
    large = palette_from(picture(*areas, size=(1800, 1200)), count=4)
    assert np.abs(large.lab - small.lab).max() < 0.02


def test_a_picture_of_one_colour_gives_one() -> None:
    assert palette_from(np.full((40, 60, 3), 77, np.uint8)).colours == ("#4d4d4d",)
    assert palette_from(np.full((1, 1, 3), 255, np.uint8)).colours == ("#ffffff",)


def test_a_palette_of_no_colours_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one"):
        palette_from(np.zeros((4, 4, 3), np.uint8), count=0)


# In a painter's places


@EVERY_PAINTER
@pytest.mark.parametrize("name", ["fauve", "sumi", "blue-nocturne", "graphite"])
def test_light_places_stay_light_and_dark_ones_dark(painter: str, name: str) -> None:
    roles = PAINTERS[painter].palette
    result = fitted(PALETTES[name].palette, roles)
    assert len(result) == len(roles)
    assert inverted(result, roles) == []
    lightness = result.lab[:, 0]
    assert lightness[np.argmax(roles.lab[:, 0])] == lightness.max()
    assert lightness[np.argmin(roles.lab[:, 0])] == lightness.min()


@EVERY_PAINTER
def test_a_painters_own_palette_stays_as_it_is(painter: str) -> None:
    roles = PAINTERS[painter].palette
    assert np.allclose(fitted(roles, roles).lab, roles.lab)


@EVERY_PAINTER
@pytest.mark.parametrize("seed", [1, 2])
def test_equally_many_colours_are_only_given_other_places(painter: str, seed: int) -> None:
    roles = PAINTERS[painter].palette
    rng = np.random.default_rng(seed)
    colours = tuple(f"#{rng.integers(1 << 24):06x}" for _ in range(len(roles)))
    result = fitted(Palette(colours), roles)
    assert sorted(result.colours) == sorted(colours)
    assert inverted(result, roles) == []
    assert fitted(Palette(colours), roles) == result


@EVERY_PAINTER
def test_of_too_many_colours_the_extremes_are_among_those_picked(painter: str) -> None:
    roles = PAINTERS[painter].palette
    rng = np.random.default_rng(3)
    many = Palette(tuple(f"#{rng.integers(1 << 24):06x}" for _ in range(3 * len(roles))))
    result = fitted(many, roles)
    assert len(result) == len(roles) == len(set(result.colours))
    assert set(result.colours) < set(many.colours)
    assert result.lab[:, 0].max() == many.lab[:, 0].max()
    assert result.lab[:, 0].min() == many.lab[:, 0].min()


def test_all_of_too_few_colours_are_used_and_the_rest_is_made_of_them() -> None:
    roles = PAINTERS["flow-impasto"].palette
    few = PALETTES["sumi"].palette
    result = fitted(few, roles)
    assert set(few.colours) <= set(result.colours)
    assert len(set(result.colours)) == len(roles)
    reds = [colour for colour in result.colours if chroma(colour) > 0.05]
    assert all(hue_distance(colour, "#c8371f") < 0.7 for colour in reds)  # no hue that was not there


def test_one_grey_becomes_a_whole_scale_of_greys() -> None:
    roles = PAINTERS["flow-impasto"].palette
    result = fitted(Palette(("#808080",)), roles)
    assert max(map(chroma, result.colours)) < 0.01
    assert np.ptp(result.lab[:, 0]) > 0.4
    assert inverted(result, roles) == []


def test_hue_decides_among_equally_light_places() -> None:
    roles = Palette(("#ffffff", "#c06060", "#6060c0", "#000000"))
    swapped = Palette(("#101010", "#7070d0", "#d07070", "#f0f0f0"))
    assert fitted(swapped, roles).colours == ("#f0f0f0", "#d07070", "#7070d0", "#101010")


def test_a_single_place_takes_one_colour() -> None:
    assert fitted(PALETTES["sumi"].palette, Palette(("#c03020",))).colours == ("#c8371f",)


@pytest.mark.parametrize("seed", range(6))
def test_an_assignment_is_the_cheapest_of_all(seed: int) -> None:
    costs = np.random.default_rng(seed).random((4, 6)).round(2)
    chosen = assignment(costs)
    least = min(
        sum(costs[row, column] for row, column in enumerate(each)) for each in itertools.permutations(range(6), 4)
    )
    assert len(set(chosen)) == 4
    assert sum(costs[row, column] for row, column in enumerate(chosen)) == pytest.approx(least)


def test_an_assignment_needs_a_column_for_every_row() -> None:
    with pytest.raises(ValueError, match="more rows"):
        assignment(np.zeros((3, 2)))
