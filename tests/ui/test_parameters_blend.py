"""The blend of styles, the line that tells what a picture costs, and figures in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import Estimate
from stylegui.ui.paint_panel import PaintPanel
from stylegui.ui.parameters.blend import BlendItem, StyleBlendBox, blend_key
from stylegui.ui.parameters.estimate import EstimateLabel
from stylegui.ui.parameters.mixer import MixerPad
from stylegui.ui.parameters.mixer_corner import MixerCorner
from stylegui.ui.parameters.slider import Slider
from stylegui.ui.parameters.words import bytes_text, device_text, duration_text, percent_text


@pytest.fixture
def box(qtbot: QtBot) -> StyleBlendBox:
    box = StyleBlendBox()
    qtbot.addWidget(box)
    box.resize(320, 300)
    box.show()
    qtbot.waitExposed(box)
    return box


def items(*weights: float) -> list[BlendItem]:
    return [BlendItem(f"id{n}", f"Style {n}", weight) for n, weight in enumerate(weights)]


def texts(box: StyleBlendBox) -> list[str]:
    return [label.text() for label in box.findChildren(QLabel) if label.isVisible() and label.text()]


class TestBox:
    def test_without_a_style_it_says_how_to_get_one(self, box: StyleBlendBox) -> None:
        assert any("gallery" in text for text in texts(box))
        first_height = box.sizeHint().height()
        box.set_styles(items(1))
        assert not any("gallery" in text for text in texts(box))
        assert f"To blend, {blend_key()}click more styles." in texts(box)
        box.set_styles([])
        assert any("gallery" in text for text in texts(box))
        assert box.sizeHint().height() == first_height

    def test_one_style_has_no_share_to_set(self, box: StyleBlendBox) -> None:
        box.set_styles(items(7))
        assert [slider for slider in box.findChildren(Slider) if slider.isVisible()] == []
        assert box.findChildren(MixerPad) == []
        assert box.weights() == [1]

    def test_weights_are_shown_as_shares(self, box: StyleBlendBox, qtbot: QtBot) -> None:
        box.set_styles(items(3, 1))
        qtbot.waitUntil(lambda: "75 %" in texts(box))
        assert "25 %" in texts(box)
        assert box.weights() == pytest.approx([1.5, 0.5])

    def test_moving_one_share_moves_the_others(self, box: StyleBlendBox, qtbot: QtBot) -> None:
        box.set_styles(items(1, 1))
        first, second = box.findChildren(Slider)
        weights: list[list[float]] = []
        settled: list[list[float]] = []
        box.weights_changed.connect(weights.append)
        box.weights_settled.connect(settled.append)
        end = QPoint(first.width() - 1, 5)
        qtbot.mousePress(first, Qt.MouseButton.LeftButton, pos=end)
        assert weights[-1] == pytest.approx([2, 0], abs=1e-3)
        assert min(weights[-1]) > 0, "a trace keeps the proportion"
        assert second.scale_value() == 0
        assert settled == []
        box.set_styles(items(*weights[-1]))
        assert first.isSliderDown(), "the answer to a change leaves the slider in the hand"
        qtbot.mouseRelease(first, Qt.MouseButton.LeftButton, pos=end)
        assert len(settled) == 1
        assert settled[0] == weights[-1]

    def test_the_pad_moves_the_sliders_and_a_slider_moves_the_pad(self, box: StyleBlendBox) -> None:
        box.set_styles(items(1, 1, 1, 1))
        (pad,) = box.findChildren(MixerPad)
        sliders = box.findChildren(Slider)
        pad.corners[1].click()
        assert [slider.scale_value() for slider in sliders] == [0, 100, 0, 0]
        assert box.weights() == pytest.approx([0, 4, 0, 0], abs=2e-3)
        sliders[0].setFocus()
        sliders[0].set_scale_value(50)
        assert pad.field.shares == pytest.approx([0.5, 0.5, 0, 0], abs=1e-3)
        assert pad.corners[0].accessibleDescription() == "50 %"

    def test_a_drag_tells_at_most_once_a_frame_and_ends_exactly(self, box: StyleBlendBox, qtbot: QtBot) -> None:
        box.set_styles(items(1, 1))
        (pad,) = box.findChildren(MixerPad)
        weights: list[list[float]] = []
        settled: list[list[float]] = []
        box.weights_changed.connect(weights.append)
        box.weights_settled.connect(settled.append)
        middle = pad.field.rect().center()
        qtbot.mousePress(pad.field, Qt.MouseButton.LeftButton, pos=middle)
        for way in range(1, 41):
            qtbot.mouseMove(pad.field, middle + QPoint(way, 0))
        last = box.weights()
        box.set_styles(items(1, 1))
        assert box.weights() == last or weights[-1] == last, "what was not told yet is not lost"
        qtbot.mouseRelease(pad.field, Qt.MouseButton.LeftButton, pos=middle + QPoint(40, 0))
        assert len(settled) == 1
        assert settled[0] == weights[-1] == last

    def test_other_styles_bring_another_pad(self, box: StyleBlendBox) -> None:
        box.set_styles(items(1, 1))
        box.set_styles(items(1, 1, 2))
        (pad,) = box.findChildren(MixerPad)
        assert pad.field.shares == pytest.approx([0.25, 0.25, 0.5])
        box.set_styles(items(1))
        assert box.findChildren(MixerPad) == []

    def test_a_style_can_be_taken_out(self, box: StyleBlendBox, qtbot: QtBot) -> None:
        box.set_styles(items(1, 1, 1))
        button = next(b for b in box.findChildren(QToolButton) if "“Style 1”" in b.accessibleName())
        with qtbot.waitSignal(box.style_removed) as removed:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert removed.args == ["id1"]

    def test_a_thumbnail_may_come_later(self, box: StyleBlendBox, qtbot: QtBot) -> None:
        box.set_styles(items(1))
        thumbnail = QPixmap(200, 100)
        thumbnail.fill(QColor("#c04020"))
        box.set_thumbnail("id0", thumbnail)
        box.set_thumbnail("gone", thumbnail)
        qtbot.waitUntil(lambda: "Style 0" in texts(box))
        image = box.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, 60, 3) for y in range(0, image.height(), 3)}
        assert "#c04020" in colours

    def test_a_long_title_is_shortened_and_told_in_full(self, box: StyleBlendBox) -> None:
        title = "The great wave " * 12
        box.set_styles([BlendItem("id", title)])
        shown = next(label for label in box.findChildren(QLabel) if label.toolTip() == title)
        assert shown.text().endswith("…")
        assert box.minimumSizeHint().width() < 320


class TestEstimate:
    def test_it_tells_time_memory_and_device(self, qtbot: QtBot) -> None:
        label = EstimateLabel()
        qtbot.addWidget(label)
        label.set_estimate(Estimate(41, 900_000_000, 4_000_000_000, 768, "cpu"))
        assert label.text() == "about 40 s · 0.9 GB · CPU"
        assert not label.warns

    def test_it_warns_where_the_memory_is_too_small(self, qtbot: QtBot) -> None:
        label = EstimateLabel()
        qtbot.addWidget(label)
        label.set_estimate(Estimate(41, 3_000_000_000, 4_000_000_000, 1024, "cuda:0"), wanted_px=1024)
        assert not label.warns
        label.set_estimate(Estimate(41, 3_000_000_000, 4_000_000_000, 1024, "cuda:0"), wanted_px=2048)
        assert label.warns
        assert label.text() == (
            "2048 px do not fit into 4.0 GB of memory: it will be painted at 1024 px, in about 40 s."
        )
        label.set_estimate(None, "Choose a style.")
        assert not label.warns
        assert label.text() == "Choose a style."


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.2, "1 s"),
        (4.4, "4 s"),
        (41, "40 s"),
        (58, "1 min"),
        (150, "2 min"),
        (3599, "1 h"),
        (4800, "1 h 20 min"),
    ],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (12, "12 bytes"),
        (640_000, "640 kB"),
        (999_600, "1.0 MB"),
        (2_440_000, "2.4 MB"),
        (575e6, "575 MB"),
        (9e8, "0.9 GB"),
    ],
)
def test_bytes(count: float, text: str) -> None:
    assert bytes_text(count) == text


def test_percent() -> None:
    assert [percent_text(share) for share in (0, 1e-4, 0.334, 1)] == ["0 %", "0 %", "33 %", "100 %"]


def test_devices() -> None:
    assert [device_text(name) for name in ("cpu", "cuda:1", "mps", "xpu")] == ["CPU", "GPU", "GPU", "xpu"]


def test_the_panel_makes_room_for_the_mixer_before_it_is_seen(qtbot: QtBot) -> None:
    panel = PaintPanel()
    qtbot.addWidget(panel)
    panel.resize(320, 500)
    with qtbot.waitExposed(panel):
        panel.show()
    strength = next(each for each in panel.findChildren(Slider) if each.accessibleName() == "Strength")
    height = strength.height()
    panel.blend.set_styles(items(1, 1, 1))
    assert strength.height() == height, "no frame shows it squashed"
    assert all(corner.isVisible() for corner in panel.blend.findChildren(MixerCorner))
