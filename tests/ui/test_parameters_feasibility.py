"""The light beside the size: what it says of an estimate, and never by colour alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import Estimate
from stylegui.ui.paint_panel import PaintPanel
from stylegui.ui.parameters.estimate import EstimateLabel
from stylegui.ui.parameters.feasibility import LONG_S, Feasibility, FeasibilityLight

SMALL = Estimate(seconds=40.0, peak_bytes=900_000_000, free_bytes=4_000_000_000, fits_px=1000, device="CPU")
CASES = [
    (SMALL, Feasibility.FITS, "Fits", ("40 s", "0.9 GB")),
    (replace(SMALL, tiled=True), Feasibility.TILES, "In tiles", ("in tiles", "40 s", "0.9 GB")),
    (replace(SMALL, seconds=3 * 3600.0), Feasibility.LONG, "Takes long", ("3 h", "0.9 GB", "smaller")),
    (replace(SMALL, seconds=3 * 3600.0, tiled=True), Feasibility.LONG, "Takes long", ("3 h",)),
    (replace(SMALL, fits_px=700, seconds=9999.0), Feasibility.TOO_LARGE, "Too large", ("1000 px", "4.0 GB", "700 px")),
]


@pytest.mark.parametrize(("estimate", "state", "word", "told"), CASES)
def test_a_light_says_in_a_word_and_a_sentence_what_an_estimate_means(
    qtbot: QtBot, estimate: Estimate, state: Feasibility, word: str, told: tuple[str, ...]
) -> None:
    label = EstimateLabel()
    light = label.add_light()
    qtbot.addWidget(label)
    qtbot.addWidget(light)
    label.set_estimate(estimate, wanted_px=1000)
    assert light.state is state and light.text() == word
    assert light.accessibleName() == word and light.accessibleDescription() == light.toolTip()
    assert all(part in light.toolTip() for part in told)
    assert label.warns is (state is Feasibility.TOO_LARGE)
    if estimate.tiled and state is Feasibility.TILES:
        assert "in tiles" in label.text()


def test_no_two_states_look_or_read_alike(qtbot: QtBot) -> None:
    pictures: list[QImage] = []
    words: list[str] = []
    for state in Feasibility:
        light = FeasibilityLight()
        qtbot.addWidget(light)
        light.show_state(state, "why")
        words.append(light.text())
        mark = light.findChild(QLabel)
        assert mark is not None
        # The shapes alone, without colour, tell them apart.
        pictures.append(mark.pixmap().toImage().convertToFormat(QImage.Format.Format_Alpha8))
    assert len(set(words)) == len(words) == 4
    assert all(a != b for i, a in enumerate(pictures) for b in pictures[:i])


def test_the_limit_of_long_is_where_it_is_said_to_be() -> None:
    assert Feasibility.of(replace(SMALL, seconds=LONG_S - 1), 1000) is Feasibility.FITS
    assert Feasibility.of(replace(SMALL, seconds=LONG_S), 1000) is Feasibility.LONG


def test_without_an_estimate_there_is_no_light(qtbot: QtBot) -> None:
    label = EstimateLabel()
    light = label.add_light()
    qtbot.addWidget(label)
    qtbot.addWidget(light)
    label.set_estimate(SMALL, wanted_px=1000)
    label.set_estimate(None, "Choose a style first.")
    assert light.state is None and not light.text() and not light.toolTip()
    assert label.text() == "Choose a style first."


def test_both_engines_have_their_light_beside_the_size(qtbot: QtBot) -> None:
    panel = PaintPanel()
    qtbot.addWidget(panel)
    panel.estimate.set_estimate(replace(SMALL, tiled=True), wanted_px=1000)
    for parameters in panel.panels.values():
        (light,) = parameters.findChildren(FeasibilityLight)
        assert light.text() == "In tiles"
