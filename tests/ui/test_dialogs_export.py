"""The export dialog: each format's own options, sizes in pixels and in print, safe targets, a true file size."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.jobs.task import TaskPool
from stylegui.ui.dialogs.export import ExportDialog
from stylegui.ui.dialogs.filesize import estimated_bytes
from stylegui.ui.dialogs.size import CENTIMETRES, SizeEditor

RECIPE = {"engine": "paint", "params": {"strength": 60.0}}
MakeDialog = Callable[..., ExportDialog]


@pytest.fixture
def make_dialog(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeDialog]:
    tasks = TaskPool()

    def make(picture: Picture | None = None, **options: Any) -> ExportDialog:
        dialog = ExportDialog(picture or paint(), tmp_path, "harbour - Waves", tasks, **options)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    yield make
    assert tasks.close(10_000)


def paint(width: int = 120, height: int = 80, **extra: Any) -> Picture:
    """A picture that does not compress to nothing."""
    noise = np.random.default_rng(7).integers(0, 60, (height, width, 3))
    slope = np.linspace(0, 190, width)[None, :, None]
    return Picture((noise + slope).astype(np.uint8), **extra)


def by_name(dialog: ExportDialog, kind: type[QWidget], name: str) -> Any:
    return next(widget for widget in dialog.findChildren(kind) if widget.accessibleName() == name)


def press(qtbot: QtBot, dialog: ExportDialog, text: str) -> None:
    button = next(button for button in dialog.findChildren(QPushButton) if button.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def visible_rows(dialog: ExportDialog) -> set[str]:
    return {label.text() for label in dialog.findChildren(QLabel) if label.isVisible()}


class TestFormats:
    @pytest.mark.parametrize(
        ("name", "shown", "hidden"),
        [
            ("PNG", {"Colour depth", "Compression"}, {"Quality"}),
            ("JPEG", {"Quality"}, {"Colour depth", "Compression"}),
            ("WebP", {"Quality"}, {"Colour depth", "Compression"}),
            ("TIFF", {"Colour depth", "Compression"}, {"Quality"}),
        ],
    )
    def test_each_format_has_its_own_options_only(
        self, make_dialog: MakeDialog, qtbot: QtBot, name: str, shown: set[str], hidden: set[str]
    ) -> None:
        dialog = make_dialog()
        press(qtbot, dialog, name)
        assert shown <= visible_rows(dialog)
        assert not hidden & visible_rows(dialog)

    def test_lossless_webp_has_no_quality(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog()
        press(qtbot, dialog, "WebP")
        lossless = next(box for box in dialog.findChildren(QCheckBox) if "Lossless" in box.text())
        lossless.click()
        assert "Quality" not in visible_rows(dialog)
        assert dialog.options.lossless
        press(qtbot, dialog, "JPEG")
        assert not dialog.options.lossless

    def test_options_are_those_that_were_chosen(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog(paint(icc=b"a profile"))
        press(qtbot, dialog, "TIFF")
        press(qtbot, dialog, "16 bit")
        press(qtbot, dialog, "The photo's own")
        assert dialog.options == SaveOptions(format="tiff", bit_depth=16, profile="source", dpi=300, compression=4)

    def test_the_photos_profile_needs_one(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        own = next(button for button in dialog.findChildren(QPushButton) if button.text() == "The photo's own")
        assert not own.isEnabled()
        assert "without a colour profile" in own.toolTip()

    def test_the_recipe_goes_in_unless_it_is_left_out(self, make_dialog: MakeDialog) -> None:
        assert not make_dialog().with_recipe
        dialog = make_dialog(recipe=RECIPE)
        assert dialog.with_recipe
        next(box for box in dialog.findChildren(QCheckBox) if "recipe" in box.text()).click()
        assert not dialog.with_recipe


class TestTarget:
    def test_a_taken_name_gives_a_free_one_or_the_same(
        self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
    ) -> None:
        (tmp_path / "harbour - Waves.png").write_bytes(b"older")
        dialog = make_dialog()
        assert dialog.path == tmp_path / "harbour - Waves (2).png"
        assert "It will be saved as “harbour - Waves (2).png”." in visible_rows(dialog)
        press(qtbot, dialog, "Replace it")
        assert dialog.path == tmp_path / "harbour - Waves.png"
        assert "The file of this name will be replaced." in visible_rows(dialog)

    @pytest.mark.parametrize(
        ("typed", "name"),
        [
            ("sea", "sea.jpg"),
            ("sea.JPEG", "sea.JPEG"),
            ("sea.png", "sea.jpg"),
            ("sea at 5.30", "sea at 5.30.jpg"),
            ("  sea  ", "sea.jpg"),
        ],
    )
    def test_the_suffix_is_that_of_the_format(
        self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path, typed: str, name: str
    ) -> None:
        dialog = make_dialog()
        press(qtbot, dialog, "JPEG")
        by_name(dialog, QLineEdit, "File name").setText(typed)
        assert dialog.path == tmp_path / name

    @pytest.mark.parametrize(
        ("field", "text", "reason"),
        [
            ("File name", "", "Give the file a name."),
            ("File name", ".png", "Give the file a name."),
            ("File name", "a/b", "cannot contain"),
            ("Folder", "/no/such/folder", "does not exist"),
            ("Folder", "", "does not exist"),
        ],
    )
    def test_what_cannot_be_saved_is_said_and_cannot_be_pressed(
        self, make_dialog: MakeDialog, field: str, text: str, reason: str
    ) -> None:
        dialog = make_dialog()
        export = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export")
        assert export.isEnabled()
        by_name(dialog, QLineEdit, field).setText(text)
        assert not export.isEnabled()
        assert any(reason in shown for shown in visible_rows(dialog))

    def test_the_photo_and_the_styles_are_never_written_over(
        self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
    ) -> None:
        photo, style = tmp_path / "photo.png", tmp_path / "style.png"
        for path in (photo, style):
            path.write_bytes(b"precious")
        dialog = make_dialog(paint(source=str(photo)), sources=[style])
        export = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Export")
        press(qtbot, dialog, "Replace it")
        for name in ("photo", "style"):
            by_name(dialog, QLineEdit, "File name").setText(name)
            assert not export.isEnabled()
        press(qtbot, dialog, "Keep both")
        assert export.isEnabled()
        assert dialog.path == tmp_path / "style (2).png"


class TestMemory:
    def test_the_next_dialog_begins_where_the_last_one_ended(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        first = make_dialog(recipe=RECIPE)
        press(qtbot, first, "TIFF")
        press(qtbot, first, "16 bit")
        press(qtbot, first, "Replace it")
        by_name(first, QDoubleSpinBox, "Resolution").setValue(150)
        metadata = by_name(first, QComboBox, "Metadata")
        metadata.setCurrentIndex(metadata.findData("none"))
        second = make_dialog(remembered=first.remembered(), recipe=RECIPE)
        assert second.options == first.options
        assert second.remembered() == first.remembered()

    def test_the_size_is_not_remembered(self, make_dialog: MakeDialog) -> None:
        first = make_dialog()
        by_name(first, QDoubleSpinBox, "Long side").setValue(999)
        assert first.options.size_px == 999
        assert make_dialog(remembered=first.remembered()).options.size_px is None

    def test_nonsense_is_forgotten(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog(remembered={"format": "bmp", "quality": "much", "unit": 3, "on_conflict": None})
        assert dialog.options == SaveOptions(dpi=300)

    def test_the_pictures_own_resolution_counts_more(self, make_dialog: MakeDialog) -> None:
        assert make_dialog(paint(dpi=72.0), remembered={"dpi": 600.0}).options.dpi == 72


class TestSize:
    @pytest.fixture
    def size(self, qtbot: QtBot) -> SizeEditor:
        editor = SizeEditor((3000, 2000), 300)
        qtbot.addWidget(editor)
        return editor

    def boxes(self, size: SizeEditor) -> tuple[QDoubleSpinBox, QDoubleSpinBox]:
        side, dpi = size.findChildren(QDoubleSpinBox)
        return side, dpi

    def test_it_begins_with_the_pictures_own(self, size: SizeEditor) -> None:
        assert size.size_px() is None
        assert "3000 × 2000 pixels, 25.4 × 16.9 cm" in size.facts()

    def test_resolution_changes_the_print_when_pixels_are_given(self, size: SizeEditor) -> None:
        _, dpi = self.boxes(size)
        dpi.setValue(150)
        assert size.size_px() is None
        assert "50.8 × 33.9 cm" in size.facts()

    def test_resolution_changes_the_pixels_when_centimetres_are_given(self, size: SizeEditor) -> None:
        side, dpi = self.boxes(size)
        size.set_unit(CENTIMETRES)
        assert side.value() == 25.4
        side.setValue(50.8)
        assert size.size_px() == 6000
        assert "Enlarged to 200%" in size.facts()
        dpi.setValue(150)
        assert side.value() == 50.8
        assert size.size_px() is None

    def test_changing_the_unit_changes_nothing_else(self, size: SizeEditor) -> None:
        side, _ = self.boxes(size)
        side.setValue(1234)
        size.set_unit(CENTIMETRES)
        size.set_unit("px")
        assert size.size_px() == 1234


class TestFileSize:
    @pytest.mark.parametrize("file_format", ["png", "jpeg", "webp", "tiff"])
    def test_a_small_picture_is_told_exactly(self, tmp_path: Path, file_format: Any) -> None:
        options = SaveOptions(format=file_format, dpi=300)
        save_picture(paint(), tmp_path / "out", options, RECIPE)
        assert estimated_bytes(paint(), options, RECIPE) == (tmp_path / "out").stat().st_size

    @pytest.mark.parametrize("size_px", [None, 2600])
    def test_a_large_one_is_told_nearly(self, tmp_path: Path, size_px: int | None) -> None:
        picture = paint(2400, 1800)
        options = SaveOptions(format="jpeg", dpi=300, size_px=size_px)
        save_picture(picture, tmp_path / "out.jpg", options, RECIPE)
        real = (tmp_path / "out.jpg").stat().st_size
        assert estimated_bytes(picture, options, RECIPE) == pytest.approx(real, rel=0.1)

    def test_the_dialog_shows_it(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog()
        first = len_text(dialog)
        qtbot.waitUntil(lambda: len_text(dialog) not in ("", first) and "kB" in len_text(dialog), timeout=10_000)
        before = len_text(dialog)
        press(qtbot, dialog, "JPEG")
        qtbot.waitUntil(lambda: "kB" in len_text(dialog) and len_text(dialog) != before, timeout=10_000)

    def test_an_answer_that_comes_after_closing_is_dropped(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        dialog.reject()
        shown = len_text(dialog)
        dialog._show_bytes(12_345)
        dialog._show_trouble("too late")
        assert len_text(dialog) == shown


def len_text(dialog: ExportDialog) -> str:
    """What stands at the foot of the dialog."""
    return dialog._weight.text()


def test_what_the_dialog_asks_for_can_be_saved_and_opened(
    make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make_dialog(recipe=RECIPE)
    by_name(dialog, QDoubleSpinBox, "Long side").setValue(60)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "Export")
    save_picture(paint(), dialog.path, dialog.options, RECIPE if dialog.with_recipe else None)
    assert load_picture(tmp_path / "harbour - Waves.png").size == (60, 40)
