"""Choosing and mixing styles in the whole window: every step can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from stylegui.ui.parameters.blend import StyleBlendBox
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio


@pytest.fixture
def studio(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[TestStudio]:
    studio = TestStudio(qtbot, home, engine, "instant")
    studio.show()
    qtbot.waitExposed(studio.window)
    yield studio
    studio.end_test()


def drag(box: StyleBlendBox, *ways: list[float]) -> None:
    """Move the point of the mixer through these shares, and let go."""
    for shares in ways:
        box._on_pad_moved(shares)
        box._pacer.flush()
    box._rest()


def weights(studio: TestStudio) -> list[float]:
    return [style.weight for style in studio.document.styles]


def test_a_drag_of_the_mixer_is_one_step_back(studio: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(0, 1000, 10))
    monkeypatch.setattr("stylegui.ui.styling.monotonic", lambda: next(now))
    studio.choose("coral", "waves")
    box = studio.window.paint_panel.blend
    drag(box, [0.6, 0.4], [0.7, 0.3], [0.9, 0.1])
    drag(box, [0.2, 0.8])
    assert weights(studio) == pytest.approx([0.4, 1.6])
    assert studio.window.actions_by_id["undo"].text() == "&Undo: Mix styles"
    studio.trigger("undo")
    assert weights(studio) == pytest.approx([1.8, 0.2])
    assert box.weights() == pytest.approx([1.8, 0.2])
    studio.trigger("undo")
    assert weights(studio) == [1, 1]
    assert not studio.window.actions_by_id["undo"].isEnabled()
    studio.trigger("redo")
    studio.trigger("redo")
    assert weights(studio) == pytest.approx([0.4, 1.6])


def test_steps_of_the_arrow_keys_in_a_row_are_one_step_back(
    studio: TestStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [0.0]
    monkeypatch.setattr("stylegui.ui.styling.monotonic", lambda: now[0])
    studio.choose("coral", "waves")
    box = studio.window.paint_panel.blend
    for share in (0.51, 0.52, 0.53):
        drag(box, [share, 1 - share])
        now[0] += 0.2
    assert weights(studio)[0] == pytest.approx(1.06)
    studio.trigger("undo")
    assert weights(studio) == [1, 1]


def test_a_style_that_was_taken_out_comes_back_with_its_share(studio: TestStudio, qtbot: QtBot) -> None:
    studio.choose("coral", "waves", "night")
    box = studio.window.paint_panel.blend
    drag(box, [0.7, 0.2, 0.1])
    mixed = weights(studio)
    box.style_removed.emit("coral")
    qtbot.waitUntil(lambda: len(studio.document.styles) == 2)
    assert weights(studio) == pytest.approx([4 / 3, 2 / 3]), "the others keep their proportion"
    studio.trigger("undo")
    qtbot.waitUntil(lambda: len(studio.document.styles) == 3)
    assert weights(studio) == pytest.approx(mixed)


def test_a_new_style_gets_its_fair_share_of_what_was_mixed(studio: TestStudio, qtbot: QtBot) -> None:
    studio.choose("coral", "waves")
    drag(studio.window.paint_panel.blend, [0.9, 0.1])
    studio.session.styling.choose(["waves", "night"])
    qtbot.waitUntil(lambda: [style.name for style in studio.document.styles] == ["Waves", "Night"])
    assert weights(studio) == [1, 1]


def test_the_picture_of_a_style_is_made_once_however_often_its_weight_changes(studio: TestStudio) -> None:
    studio.choose("coral", "waves")
    before = [item.thumbnail for item in studio.session.blend.items()]
    assert None not in before
    drag(studio.window.paint_panel.blend, [0.6, 0.4], [0.7, 0.3])
    assert all(one.thumbnail is two for one, two in zip(studio.session.blend.items(), before, strict=True))
