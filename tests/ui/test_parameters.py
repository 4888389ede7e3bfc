"""The panel made from an engine's parameters: what it shows, what it tells, and how it is handled."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLabel, QPushButton, QSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.engine.request import PaintParams, control
from stylegui.ui.parameters.panel import ParameterPanel
from stylegui.ui.parameters.row import ParameterRow
from stylegui.ui.parameters.segmented import Segmented
from stylegui.ui.parameters.slider import Slider, scale_values
from stylegui.ui.parameters.spec import field_specs, in_groups


@pytest.fixture
def panel(qtbot: QtBot) -> ParameterPanel:
    panel = ParameterPanel(PaintParams)
    qtbot.addWidget(panel)
    panel.resize(340, 900)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


class Told:
    """What a panel told, in order."""

    def __init__(self, panel: ParameterPanel) -> None:
        self.values: list[tuple[str, Any]] = []
        self.finished: list[tuple[str, Any]] = []
        panel.value_changed.connect(self._on_value)
        panel.editing_finished.connect(self._on_finished)

    def _on_value(self, name: str, value: object) -> None:
        self.values.append((name, value))

    def _on_finished(self, name: str, value: object) -> None:
        self.finished.append((name, value))


def row(panel: ParameterPanel, name: str) -> ParameterRow:
    return next(row for row in panel.findChildren(ParameterRow) if row.spec.name == name)


def slider(panel: ParameterPanel, name: str) -> Slider:
    found = row(panel, name).editor.findChild(Slider)
    assert isinstance(found, Slider)
    return found


def label(panel: ParameterPanel, name: str) -> QLabel:
    """The label that stands before the control."""
    wanted = row(panel, name)
    return next(child for child in wanted.findChildren(QLabel) if child.text() == wanted.spec.title)


class TestGeneration:
    def test_groups_stand_in_the_order_of_use(self) -> None:
        groups = in_groups(field_specs(PaintParams))
        assert list(groups) == ["Look", "Canvas", "Advanced"]

    def test_every_parameter_has_a_row_with_its_title_and_help(self, panel: ParameterPanel) -> None:
        for name, info in PaintParams.model_fields.items():
            assert label(panel, name).text() == info.title
            assert info.description is not None
            assert info.description in row(panel, name).editor.toolTip()

    def test_advanced_is_folded_at_first(self, panel: ParameterPanel) -> None:
        assert panel.unfolded() == ["Look", "Canvas"]
        assert not row(panel, "optimiser").isVisible()
        panel.set_unfolded(["Advanced"])
        assert row(panel, "optimiser").isVisible()
        assert not row(panel, "strength").isVisible()

    def test_three_choices_stand_side_by_side_and_four_in_a_list(self, panel: ParameterPanel) -> None:
        assert row(panel, "colour").findChild(Segmented) is not None
        assert row(panel, "start").findChild(QComboBox) is not None

    def test_every_control_has_a_name_for_screen_readers(self, panel: ParameterPanel) -> None:
        panel.set_layers("style_weights", {"conv1": 1.0})
        for kind in (Slider, QSpinBox, QDoubleSpinBox, QComboBox, QToolButton):
            for widget in panel.findChildren(kind):
                assert widget.accessibleName(), widget

    def test_another_model_gets_its_own_groups(self) -> None:
        class Other(BaseModel):
            model_config = ConfigDict(frozen=True)
            mood: Annotated[Literal["calm", "wild"], Field(json_schema_extra=control("Advanced"))] = "calm"
            amount: Annotated[float, Field(ge=0, le=1, json_schema_extra=control("Mood"))] = 0.5
            kept_for_later: int = 3

        groups = in_groups(field_specs(Other))
        assert {name: [spec.name for spec in specs] for name, specs in groups.items()} == {
            "Mood": ["amount"],
            "Advanced": ["mood"],
        }
        assert groups["Advanced"][0].choices == (("calm", "Calm"), ("wild", "Wild"))
        assert groups["Mood"][0].decimals == 2

    def test_a_number_without_a_range_is_refused(self) -> None:
        class Endless(BaseModel):
            amount: Annotated[float, Field(title="Amount", json_schema_extra=control("Look"))] = 0.5

        with pytest.raises(TypeError, match="Amount"):
            field_specs(Endless)


class TestValues:
    def test_it_starts_with_the_defaults(self, panel: ParameterPanel) -> None:
        assert panel.params() == PaintParams()

    def test_what_is_set_comes_back_and_nobody_is_told(self, panel: ParameterPanel) -> None:
        told = Told(panel)
        params = PaintParams(
            preset="fine",
            size_px=1111,
            strength=33.0,
            brush_size=151.0,
            colour="luminance",
            start="noise",
            seed=2**31 - 1,
            style_loss="gram",
            style_weights={"conv1": 2.0},
        )
        panel.set_params(params)
        assert panel.params() == params
        assert (told.values, told.finished) == ([], [])

    def test_arrow_keys_move_a_slider_and_are_told(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        told = Told(panel)
        slider(panel, "strength").setFocus()
        with qtbot.waitSignal(panel.editing_finished):
            qtbot.keyClick(slider(panel, "strength"), Qt.Key.Key_Right)
            qtbot.keyClick(slider(panel, "strength"), Qt.Key.Key_Right)
        assert told.values == [("strength", 61.0), ("strength", 62.0)]
        assert told.finished == [("strength", 62.0)]

    def test_page_keys_move_a_slider_further(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        qtbot.keyClick(slider(panel, "strength"), Qt.Key.Key_PageDown)
        assert slider(panel, "strength").scale_value() == 50
        with qtbot.waitSignal(panel.editing_finished):
            qtbot.keyClick(slider(panel, "strength"), Qt.Key.Key_End)
        assert panel.params() == PaintParams(strength=100)

    def test_a_drag_follows_the_hand_and_ends_once(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        told = Told(panel)
        target = slider(panel, "strength")
        middle = target.height() // 2
        qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
        qtbot.mouseMove(target, QPoint(60, middle))
        assert told.finished == []
        qtbot.mouseMove(target, QPoint(target.width() - 1, middle))
        qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(target.width() - 1, middle))
        values = [value for _, value in told.values]
        assert values == sorted(values)
        assert len(values) >= 3
        assert told.finished == [("strength", 100.0)]

    def test_values_set_during_a_drag_do_not_take_the_slider_away(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        target = slider(panel, "strength")
        qtbot.mousePress(target, Qt.MouseButton.LeftButton, pos=QPoint(target.width() - 1, 5))
        panel.set_params(PaintParams(strength=10))
        assert target.scale_value() == 100
        qtbot.mouseRelease(target, Qt.MouseButton.LeftButton, pos=QPoint(target.width() - 1, 5))

    def test_a_typed_number_counts_when_it_is_finished(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        told = Told(panel)
        box = row(panel, "size_px").findChild(QSpinBox)
        assert box is not None
        box.setFocus()
        box.selectAll()
        qtbot.keyClicks(box, "1000")
        assert told.values == []
        qtbot.keyClick(box, Qt.Key.Key_Return)
        assert told.values == [("size_px", 1000)]
        assert told.finished == [("size_px", 1000)]
        assert panel.params() == PaintParams(size_px=1000)

    def test_a_click_on_a_segment_chooses_it(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        told = Told(panel)
        button = next(b for b in row(panel, "colour").findChildren(QPushButton) if b.text() == "Photo")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert told.values == told.finished == [("colour", "photo")]

    def test_arrow_keys_move_between_segments(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        first = next(b for b in row(panel, "colour").findChildren(QPushButton) if b.text() == "Style")
        panel.activateWindow()
        first.setFocus()
        qtbot.keyClick(first, Qt.Key.Key_Right)
        assert row(panel, "colour").editor.value() == "photo"

    def test_the_dice_throws_another_seed(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        told = Told(panel)
        dice = row(panel, "seed").editor.findChild(QToolButton)
        assert dice is not None
        qtbot.mouseClick(dice, Qt.MouseButton.LeftButton)
        [(name, seed)] = told.finished
        assert name == "seed"
        assert 0 < seed < 2**31
        assert panel.params() == PaintParams(seed=seed)

    def test_the_wheel_turns_a_slider_only_while_it_has_the_focus(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        target = slider(panel, "strength")
        panel.activateWindow()
        slider(panel, "brush_size").setFocus()
        _wheel(target)
        assert target.scale_value() == 60
        target.setFocus()
        qtbot.waitUntil(target.hasFocus)
        with qtbot.waitSignal(panel.editing_finished):
            _wheel(target)
        assert target.scale_value() > 60

    def test_the_wheel_does_not_change_a_list_on_its_way(self, panel: ParameterPanel) -> None:
        combo = row(panel, "start").findChild(QComboBox)
        assert combo is not None
        _wheel(combo)
        assert combo.currentData() == PaintParams().start


class TestReset:
    def test_a_double_click_on_the_name_resets(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        panel.set_params(PaintParams(strength=20))
        assert row(panel, "strength").modified
        told = Told(panel)
        qtbot.mouseDClick(label(panel, "strength"), Qt.MouseButton.LeftButton)
        assert told.values == told.finished == [("strength", 60.0)]
        assert not row(panel, "strength").modified
        qtbot.mouseDClick(label(panel, "strength"), Qt.MouseButton.LeftButton)
        assert len(told.values) == 1

    def test_a_changed_value_offers_a_button_to_reset_it(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        def button() -> QToolButton:
            return next(b for b in row(panel, "size_px").findChildren(QToolButton) if "back to" in b.accessibleName())

        assert not button().isVisible()
        panel.set_params(PaintParams(size_px=1024))
        assert button().isVisible()
        assert label(panel, "size_px").accessibleName() == "Size (changed)"
        qtbot.mouseClick(button(), Qt.MouseButton.LeftButton)
        assert panel.params() == PaintParams()
        assert not button().isVisible()


class TestMessages:
    def test_an_error_stands_beside_its_cause_until_that_changes(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        panel.show_error("optimiser", "L-BFGS needs a smaller picture.")
        shown = [each for each in row(panel, "optimiser").findChildren(QLabel) if each.text().startswith("L-BFGS")]
        assert len(shown) == 1
        assert shown[0].isVisible(), "the folded group is opened"
        button = next(b for b in row(panel, "optimiser").findChildren(QPushButton) if b.text() == "L-BFGS")
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert not shown[0].isVisible()

    def test_a_network_that_is_not_here_can_be_asked_for(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        panel.set_unfolded(["Advanced"])
        panel.set_encoder_availability({"builtin": True, "squeezenet": True, "vgg19": False})
        buttons = {b.text(): b for b in row(panel, "encoder").findChildren(QPushButton)}
        assert buttons["SqueezeNet"].isEnabled()
        assert not buttons["VGG-19"].isEnabled()
        assert "not on this computer" in buttons["VGG-19"].toolTip()
        download = next(b for b in panel.findChildren(QPushButton) if b.accessibleName() == "Download VGG-19")
        with qtbot.waitSignal(panel.download_requested) as asked:
            qtbot.mouseClick(download, Qt.MouseButton.LeftButton)
        assert asked.args == ["vgg19"]
        panel.set_encoder_availability({"builtin": True, "squeezenet": True, "vgg19": True})
        assert buttons["VGG-19"].isEnabled()
        assert not download.isVisible()


class TestLayerWeights:
    def test_own_weights_begin_as_the_networks_and_are_told(self, panel: ParameterPanel, qtbot: QtBot) -> None:
        panel.set_unfolded(["Advanced"])
        panel.set_layers("style_weights", {"conv1": 1.0, "fire3": 0.5})
        told = Told(panel)
        editor = row(panel, "style_weights").editor
        boxes = editor.findChildren(QDoubleSpinBox)
        assert [box.value() for box in boxes] == [1.0, 0.5]
        assert not boxes[0].isEnabled()
        own = editor.focusProxy()
        assert own is not None
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton, pos=QPoint(8, own.height() // 2))
        assert told.finished == [("style_weights", {"conv1": 1.0, "fire3": 0.5})]
        assert boxes[0].isEnabled()
        with qtbot.waitSignal(panel.editing_finished):
            boxes[1].stepUp()
        assert panel.params() == PaintParams(style_weights={"conv1": 1.0, "fire3": 0.6})
        qtbot.mouseClick(own, Qt.MouseButton.LeftButton, pos=QPoint(8, own.height() // 2))
        assert panel.params() == PaintParams()

    def test_values_live_on_when_another_network_is_shown(self, panel: ParameterPanel) -> None:
        panel.set_params(PaintParams(style_weights={"relu1_1": 2.0}))
        panel.set_layers("style_weights", {"conv1": 1.0})
        panel.set_layers("style_weights", {"relu1_1": 1.0, "relu2_1": 1.0})
        assert [box.value() for box in row(panel, "style_weights").findChildren(QDoubleSpinBox)] == [2.0, 0.0]
        assert panel.params() == PaintParams(style_weights={"relu1_1": 2.0})


class TestScale:
    def test_a_percentage_has_whole_steps(self) -> None:
        assert scale_values(0, 100, integer=False) == [float(value) for value in range(101)]

    @pytest.mark.parametrize(("lowest", "highest"), [(50.0, 200.0), (64.0, 8192.0), (3.0, 100.0), (1.0, 1e5)])
    def test_each_doubling_gets_the_same_way(self, lowest: float, highest: float) -> None:
        values = scale_values(lowest, highest, integer=False)
        assert values[0] == lowest
        assert values[-1] == highest
        assert values == sorted(set(values))
        per_octave = values.index(2 * lowest)
        assert values[2 * per_octave] == 4 * lowest

    def test_the_usual_brush_size_stands_in_the_middle(self) -> None:
        values = scale_values(50, 200, integer=False)
        assert values[len(values) // 2] == 100

    def test_whole_numbers_stay_whole(self) -> None:
        values = scale_values(3, 100, integer=True)
        assert all(value == round(value) for value in values)
        assert len(values) == len(set(values))

    def test_the_nearest_stop_is_taken(self, qtbot: QtBot) -> None:
        slider = Slider([0.0, 10.0, 20.0])
        qtbot.addWidget(slider)
        for value, stop in ((-5, 0), (4, 0), (6, 10), (15.1, 20), (99, 20)):
            slider.set_scale_value(value)
            assert slider.scale_value() == stop

    def test_it_is_mirrored_where_text_runs_from_the_right(self, qtbot: QtBot) -> None:
        slider = Slider([float(value) for value in range(101)])
        qtbot.addWidget(slider)
        slider.resize(200, 24)
        slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        qtbot.mouseClick(slider, Qt.MouseButton.LeftButton, pos=QPoint(1, 12))
        assert slider.scale_value() == 100


def _wheel(widget: Any) -> None:
    """One notch up over the middle of the widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
