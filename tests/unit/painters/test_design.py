"""Designs: sizes, colours in their places, cards and titles."""

from __future__ import annotations

import numpy as np
import pytest

from stylegui.painters import PAINTERS, Palette
from stylegui.painters.colour import lab
from stylegui.painters.design import SHAPES, Design
from stylegui.painters.jpeg import jpeg
from stylegui.painters.naming import COLOURS, colour_name, proposed_title
from stylegui.painters.palettes import PALETTES, fitted


@pytest.mark.parametrize("shape", SHAPES)
def test_the_long_side_is_as_long_as_wanted(shape: str) -> None:
    width, height = Design("linocut", shape=shape).size(512)
    assert max(width, height) == 512
    assert (width > height, width < height) == (shape == "landscape", shape == "portrait")


def test_colours_are_fitted_unless_they_stand_in_their_places() -> None:
    own = PAINTERS["linocut"].palette
    colours = PALETTES["fauve"].palette.colours[: len(own)]
    assert Design("linocut").palette == own
    assert Design("linocut", colours=colours).palette == fitted(Palette(colours), own)
    assert Design("linocut", colours=colours, placed=True).palette == Palette(colours)


def test_a_card_says_how_to_paint_the_picture_again() -> None:
    design = Design("linocut", 7, PALETTES["sumi"].palette.colours, shape="portrait")
    card = design.card("Rocks", "Sumi and Vermilion")
    assert card["title"] == "Rocks"
    assert card["tags"] == ["linocut", "sumi and vermilion"]
    assert (card["licence"], card["credit"]) == ("CC0-1.0", "stylegui painters")
    again = PAINTERS[card["painter"]].paint((42, 52), card["seed"], Palette(tuple(card["palette"])))
    assert np.array_equal(again, PAINTERS["linocut"].paint((42, 52), design.seed, design.palette))
    assert card["size"] == [832, 1024]


def test_the_same_pixels_give_the_same_file() -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (20, 30, 3), dtype=np.uint8)
    assert jpeg(pixels) == jpeg(pixels.copy())
    assert jpeg(pixels).startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("name", COLOURS)
def test_every_name_is_that_of_its_colour(name: str) -> None:
    assert colour_name(lab(COLOURS[name])) == name


def test_titles_tell_the_colours_and_change_with_the_seed() -> None:
    titles = {proposed_title(PALETTES["indigo-ochre"].palette, seed) for seed in range(12)}
    assert len(titles) > 4
    assert all(title.endswith(" in Indigo and Ochre") for title in titles)
    assert proposed_title(Palette(("#202020", "#f8f8f8", "#808080")), 1).endswith(" in Black and White")
    assert proposed_title(Palette(("#dc3022",)), 1).endswith(" in Scarlet")
