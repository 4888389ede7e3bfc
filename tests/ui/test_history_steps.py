"""The list of steps that can be undone: each with a name that says what it changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QUndoStack
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSlider
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from stylegui.engine.request import PaintParams
from stylegui.project.setup import Setup
from stylegui.ui import icons
from stylegui.ui.commands import SetupCommand
from stylegui.ui.history.steps import StepsModel, StepsView, icon_of
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio


def stack_of(studio: TestStudio) -> QUndoStack:
    return studio.session.history._undo_stack


def names(studio: TestStudio) -> list[str]:
    stack = stack_of(studio)
    return [stack.text(place) for place in range(stack.count())]


def slider(studio: TestStudio, name: str) -> QSlider:
    sliders = studio.window.paint_panel.findChildren(QSlider)
    return next(each for each in sliders if each.accessibleName() == name and each.isVisible())


def test_dragging_a_slider_is_one_step(studio: TestStudio) -> None:
    strength = slider(studio, "Strength")
    middle = strength.height() // 2
    start = QPoint(round(strength.width() * 0.6), middle)
    QTest.mousePress(strength, Qt.MouseButton.LeftButton, pos=start)
    for x in range(start.x(), start.x() + 40, 4):
        QTest.mouseMove(strength, QPoint(x, middle))
    QTest.mouseRelease(strength, Qt.MouseButton.LeftButton, pos=QPoint(start.x() + 40, middle))
    value = round(studio.document.params.strength)
    assert value > 65
    assert names(studio) == [f"Strength 60 % → {value} %"]


def test_each_step_says_what_it_changed(studio: TestStudio, engine: FakeEngine) -> None:
    gallery, panel = studio.window.gallery, studio.window.paint_panel
    studio.make_ready()
    gallery.view.style_chosen.emit("night")
    gallery.view.blend_toggled.emit("waves")
    panel.blend.style_removed.emit("night")
    panel.parameters._rows["colour"].editor.set_value("photo")
    panel.parameters.value_changed.emit("colour", "photo")
    panel.engine_picked.emit("instant")
    panel.engine_picked.emit("paint")
    gallery.view.favourite_toggled.emit(["coral"])
    studio.paint()
    studio.session.history.deeds.remove([studio.document.versions[0]])
    assert names(studio) == [
        "Choose style Night",
        "Blend with style Waves",
        "Take out style Night",
        "Colour: Style → Photo",
        "Engine: Instant",
        "Engine: Paint",
        "Mark “Coral” as favourite",
        "Delete version 1",
    ]


def test_a_knob_that_goes_back_says_so(qtbot: QtBot) -> None:
    stack = QUndoStack()
    setups = [Setup(), *(Setup(paint=Setup().paint.model_copy(update={"strength": s})) for s in (70.0, 60.0))]
    for before, after in pairwise(setups):
        stack.push(SetupCommand("", before, after, _look_away, "strength"))
    assert [stack.text(place) for place in range(stack.count())] == ["Strength as before"]


def test_a_click_goes_back_and_on_again(studio: TestStudio, qtbot: QtBot) -> None:
    studio.trigger("history_steps")
    steps = studio.window.docks["history_steps"].widget()
    assert isinstance(steps, StepsView) and steps.isVisible()
    for strength in (70.0, 80.0):
        studio.session.tuning._push("", studio.document.setup.with_params(_strength(studio, strength)))

    def click(row: int) -> None:
        where = steps.visualRect(steps.model().index(row, 0)).center()
        QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=where)

    click(1)
    assert studio.document.params.strength == 70.0
    click(0)
    assert studio.document.params.strength == 60.0
    assert not studio.window.actions_by_id["undo"].isEnabled()
    click(2)
    assert studio.document.params.strength == 80.0
    assert steps.currentIndex().row() == 2


def _look_away(_setup: Setup) -> None:
    """Nothing shows what is set."""


def _strength(studio: TestStudio, strength: float) -> PaintParams:
    return studio.document.paint_params.model_copy(update={"strength": strength})


def test_undone_steps_are_told_apart_by_more_than_colour(qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    stack = QUndoStack()
    model = StepsModel(stack)
    qtmodeltester.check(model)
    for strength in (70.0, 80.0):
        after = Setup(paint=Setup().paint.model_copy(update={"strength": strength}))
        stack.push(SetupCommand(f"To {strength:.0f}", Setup(), after, _look_away))
    stack.undo()
    texts = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert texts == ["Beginning", "To 70", "To 80"]
    fonts = [model.index(row, 0).data(Qt.ItemDataRole.FontRole) for row in range(3)]
    assert [font.italic() for font in fonts] == [False, False, True]
    assert [font.bold() or font.weight() > 400 for font in fonts] == [False, True, False]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "To 80, undone"
    qtmodeltester.check(model)
    stack.clear()
    assert model.rowCount() == 1


def test_every_step_has_an_icon_of_the_set(studio: TestStudio, engine: FakeEngine) -> None:
    studio.make_ready()
    studio.paint()
    version, deeds = studio.document.versions[0], studio.session.history.deeds
    deeds.rate([version], 3)
    deeds.toggle_favourite([version])
    deeds.rename(version, "Dawn")
    deeds.branch(version)
    deeds.remove([version])
    studio.window.gallery.view.style_chosen.emit("night")
    studio.window.gallery.view.favourite_toggled.emit(["coral"])
    stack = stack_of(studio)
    with_macro = [icon_of(stack.command(place)) for place in range(stack.count())]
    assert set(with_macro) <= set(icons.names())
    assert with_macro == ["star", "star-filled", "tag", "branch", "trash", "style", "collection"]


@pytest.mark.parametrize("parts", [0, 1])
def test_a_step_of_several_parts_has_the_icon_of_the_first(parts: int) -> None:
    stack = QUndoStack()
    stack.beginMacro("Restore settings")
    for _ in range(parts):
        after = Setup("paint")
        stack.push(SetupCommand("settings", Setup(), after, _look_away))
    stack.endMacro()
    assert icon_of(stack.command(0)) == ("settings" if parts else "undo")
