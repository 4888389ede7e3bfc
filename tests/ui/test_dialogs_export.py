"""The export dialog: each format's own options, sizes in pixels and in print, presets, safe targets, file sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.jobs.task import TaskPool
from stylegui.project.exports import ExportPlan, built_in
from stylegui.project.naming import Facts
from stylegui.project.outgoing import Subject
from stylegui.project.presets import PresetShelf
from stylegui.ui.dialogs.export import ExportDialog
from stylegui.ui.dialogs.filesize import estimated_bytes
from stylegui.ui.dialogs.size import CENTIMETRES, SizeEditor

RECIPE = {"engine": "paint", "params": {"strength": 60.0}}
USUAL = SaveOptions(dpi=300, allow_upscaling=False)
MakeDialog = Callable[..., ExportDialog]


@pytest.fixture
def presets(tmp_path: Path) -> PresetShelf:
    return PresetShelf(tmp_path / "config" / "presets.json")


@pytest.fixture
def make_dialog(qtbot: QtBot, tmp_path: Path, presets: PresetShelf) -> Iterator[MakeDialog]:
    tasks = TaskPool()

    def make(
        picture: Picture | None = None, recipe: dict[str, Any] | None = None, count: int = 1, **options: Any
    ) -> ExportDialog:
        shown = picture or paint()
        facts = [Facts("harbour.png", "Waves", "Paint", number) for number in range(1, count + 1)]
        subjects = [Subject(shown.size, each, lambda: shown, lambda: shown, recipe) for each in facts]
        dialog = ExportDialog(subjects, tmp_path, tasks, presets, **options)
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


def button(dialog: ExportDialog, text: str) -> QPushButton:
    return next(button for button in dialog.findChildren(QPushButton) if button.text() == text)


def tick(where: QWidget, text: str) -> None:
    next(box for box in where.findChildren(QCheckBox) if box.text() == text).click()


def pick(dialog: ExportDialog, name: str, value: str) -> None:
    box = by_name(dialog, QComboBox, name)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


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
            ("OpenRaster", {"Colour depth", "Compression"}, {"Quality"}),
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
        assert dialog.options.format == "webp"

    def test_options_are_those_that_were_chosen(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog(paint(icc=b"a profile"), recipe=RECIPE)
        press(qtbot, dialog, "TIFF")
        press(qtbot, dialog, "16 bit")
        pick(dialog, "Colour profile", "source")
        for words in ("Camera and lens", "Location", "Made with AI", "Credit of the style", "Allow upscaling"):
            tick(dialog, words)
        assert dialog.options == SaveOptions(
            format="tiff",
            bit_depth=16,
            profile="source",
            dpi=300,
            metadata=("date", "description", "location"),
            ai_marking=False,
            style_credit=False,
            allow_upscaling=True,
        )

    @pytest.mark.parametrize("profile", ["srgb", "display-p3", "adobe-rgb", "source"])
    def test_all_profiles_can_be_chosen(self, make_dialog: MakeDialog, profile: str) -> None:
        dialog = make_dialog()
        pick(dialog, "Colour profile", profile)
        assert dialog.options.profile == profile

    def test_that_the_photo_has_no_profile_is_said(self, make_dialog: MakeDialog) -> None:
        box = by_name(make_dialog(), QComboBox, "Colour profile")
        assert "it has none" in box.itemText(box.findData("source"))

    def test_the_place_is_left_out_and_ai_is_marked_unless_the_artist_says_otherwise(
        self, make_dialog: MakeDialog
    ) -> None:
        assert "location" not in make_dialog().options.metadata
        assert make_dialog().options.ai_marking

    def test_the_recipe_goes_in_unless_it_is_left_out(self, make_dialog: MakeDialog) -> None:
        assert not make_dialog().with_recipe
        dialog = make_dialog(recipe=RECIPE)
        assert dialog.with_recipe
        tick(dialog, "Recipe")
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
        assert "“harbour - Waves.png” will be replaced." in visible_rows(dialog)

    def test_a_taken_name_can_be_left_alone(self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path) -> None:
        (tmp_path / "harbour - Waves.png").write_bytes(b"older")
        dialog = make_dialog()
        press(qtbot, dialog, "Skip")
        assert dialog.path is None
        assert "There is a file of this name, so nothing is written." in visible_rows(dialog)

    @pytest.mark.parametrize(
        ("typed", "name"),
        [
            ("sea", "sea.jpg"),
            ("sea.JPEG", "sea.jpg"),
            ("sea.png", "sea.jpg"),
            ("sea at 5.30", "sea at 5.30.jpg"),
            ("  sea  ", "sea.jpg"),
            ("{style} {size}", "Waves 120x80.jpg"),
            ("{engine} {version} {n}", "Paint 1 1.jpg"),
        ],
    )
    def test_the_name_is_a_template_and_its_outcome_is_shown(
        self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path, typed: str, name: str
    ) -> None:
        dialog = make_dialog()
        press(qtbot, dialog, "JPEG")
        by_name(dialog, QLineEdit, "File name").setText(typed)
        assert dialog.path == tmp_path / name
        assert f"It will be saved as “{name}”." in visible_rows(dialog)

    def test_what_a_name_can_tell_is_picked_from_a_list(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        name = by_name(dialog, QLineEdit, "File name")
        name.clear()
        menu = by_name(dialog, QToolButton, "Put something into the name").menu()
        for action in menu.actions():
            action.trigger()
        assert name.text() == "{photo}{style}{engine}{version}{date}{size}{n}"

    def test_a_folder_that_goes_while_the_dialog_is_open_is_told(
        self, make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
    ) -> None:
        gone = tmp_path / "stick"
        gone.mkdir()
        dialog = make_dialog()
        by_name(dialog, QLineEdit, "Folder").setText(str(gone))
        assert button(dialog, "Export").isEnabled()
        gone.rmdir()
        qtbot.waitUntil(lambda: not button(dialog, "Export").isEnabled())
        assert "This folder does not exist." in visible_rows(dialog)

    @pytest.mark.parametrize(
        ("field", "text", "reason"),
        [
            ("File name", "", "Give the file a name."),
            ("File name", ".png", "Give the file a name."),
            ("File name", "a/b", "cannot contain"),
            ("File name", "{foto}", "“{foto}” is not known"),
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
        dialog = make_dialog(sources=[photo, style])
        press(qtbot, dialog, "Replace it")
        for name in ("photo", "style"):
            by_name(dialog, QLineEdit, "File name").setText(name)
            assert dialog.path == tmp_path / f"{name} (2).png"


class TestMemory:
    def test_the_next_dialog_begins_where_the_last_one_ended(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        first = make_dialog(recipe=RECIPE)
        press(qtbot, first, "TIFF")
        press(qtbot, first, "16 bit")
        press(qtbot, first, "Replace it")
        by_name(first, QDoubleSpinBox, "Resolution").setValue(150)
        tick(first, "Camera and lens")
        by_name(first, QLineEdit, "File name").setText("{date} {photo}")
        second = make_dialog(remembered=first.remembered(), recipe=RECIPE)
        assert second.options == first.options
        assert second.remembered() == first.remembered()
        assert by_name(second, QLineEdit, "File name").text() == "{date} {photo}"

    def test_the_size_is_not_remembered(self, make_dialog: MakeDialog) -> None:
        first = make_dialog()
        by_name(first, QDoubleSpinBox, "Long side").setValue(99)
        assert first.options.size_px == 99
        assert make_dialog(remembered=first.remembered()).options.size_px is None

    def test_nonsense_is_forgotten(self, make_dialog: MakeDialog) -> None:
        strange = {"plan": {"save": {"format": "bmp", "quality": "much"}, "unit": 3}, "ticked": [4, "own:gone"]}
        assert make_dialog(remembered=strange).options == USUAL
        assert make_dialog(remembered={"format": "png", "dpi": 3}).options == USUAL

    def test_the_pictures_own_resolution_counts_more(self, make_dialog: MakeDialog) -> None:
        first = make_dialog()
        by_name(first, QDoubleSpinBox, "Resolution").setValue(600)
        assert make_dialog(paint(dpi=72.0), remembered=first.remembered()).options.dpi == 72


class TestPresets:
    def tree(self, dialog: ExportDialog) -> QTreeWidget:
        tree = by_name(dialog, QTreeWidget, "Presets")
        assert isinstance(tree, QTreeWidget)
        return tree

    def row(self, dialog: ExportDialog, title: str) -> Any:
        return self.tree(dialog).findItems(title, Qt.MatchFlag.MatchExactly)[0]

    def click(self, dialog: ExportDialog, title: str, *, on_box: bool = False) -> None:
        area = self.tree(dialog).visualItemRect(self.row(dialog, title))
        point = QPoint(area.left() + 14, area.center().y()) if on_box else area.center()
        QTest.mouseClick(self.tree(dialog).viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)

    def titles(self, dialog: ExportDialog) -> list[str]:
        items = [self.tree(dialog).topLevelItem(row) for row in range(self.tree(dialog).topLevelItemCount())]
        return [item.text(0) for item in items if item is not None]

    def type_name(self, qtbot: QtBot, dialog: ExportDialog, name: str) -> None:
        field = next(each for each in self.tree(dialog).findChildren(QLineEdit))
        field.setText(name)
        QTest.keyClick(field, Qt.Key.Key_Return)
        key = f"own:{' '.join(name.split())}"
        qtbot.waitUntil(lambda: dialog._list.key == key)

    def deed(self, dialog: ExportDialog, words: str) -> None:
        menu = by_name(dialog, QToolButton, "Change this preset").menu()
        assert isinstance(menu, QMenu)
        next(action for action in menu.actions() if action.text() == words).trigger()

    def test_a_click_shows_a_preset_and_writes_it_alone(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        assert dialog.plans == [ExportPlan()]
        self.click(dialog, "Web")
        assert dialog.plans == [built_in()["web"]]
        assert dialog.options.format == "jpeg"
        self.click(dialog, "Layers")
        assert dialog.plans == [built_in()["layers"]]

    def test_several_are_ticked_and_counted(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog(count=3)
        self.click(dialog, "Web")
        for title in ("Print 30 cm", "Archive 16 bit"):
            self.click(dialog, title, on_box=True)
        assert dialog.plans == [built_in()[name] for name in ("web", "print", "archive")]
        assert button(dialog, "Export 9 files").isEnabled()
        self.click(dialog, "Layers")  # only looked at
        assert len(dialog.plans) == 3
        assert dialog.options.format == "ora"

    def test_nothing_ticked_writes_nothing(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        self.click(dialog, "Own settings", on_box=True)
        assert dialog.plans == []
        assert not button(dialog, "Export").isEnabled()

    def test_what_is_changed_by_hand_takes_the_place_of_the_preset(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        self.click(dialog, "Web")
        by_name(dialog, QDoubleSpinBox, "Long side").setValue(100)
        assert self.tree(dialog).currentItem() is self.row(dialog, "Own settings")
        assert len(dialog.plans) == 1
        assert dialog.plans[0] == built_in()["web"].model_copy(update={"side": 100.0})
        self.click(dialog, "Web")
        assert dialog.plans == [built_in()["web"]]

    def test_own_presets_are_saved_renamed_and_deleted(
        self, make_dialog: MakeDialog, qtbot: QtBot, presets: PresetShelf
    ) -> None:
        dialog = make_dialog()
        press(qtbot, dialog, "JPEG")
        press(qtbot, dialog, "Save as preset")
        self.type_name(qtbot, dialog, "Für die  Galerie")
        assert self.titles(dialog)[-1] == "Für die Galerie"
        assert presets.names("export") == ["Für die Galerie"]
        assert [plan.save.format for plan in dialog.plans] == ["jpeg"]
        again = make_dialog(remembered=dialog.remembered())
        assert [plan.save.format for plan in again.plans] == ["jpeg"]
        press(qtbot, again, "TIFF")
        self.click(again, "Für die Galerie")
        self.deed(again, "Replace with own settings")
        assert [plan.save.format for plan in again.plans] == ["tiff"]
        self.deed(again, "Rename")
        self.type_name(qtbot, again, "Web")
        assert presets.names("export") == ["Web"]
        assert [plan.save.format for plan in again.plans] == ["tiff"]
        self.deed(again, "Delete")
        assert presets.names("export") == []
        assert [plan.save.format for plan in again.plans] == ["tiff"]  # its settings stay on the screen

    def test_what_comes_with_the_program_cannot_be_changed(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        self.click(dialog, "Web")
        assert not by_name(dialog, QToolButton, "Change this preset").isEnabled()
        assert not self.row(dialog, "Web").flags() & Qt.ItemFlag.ItemIsEditable

    def test_the_keyboard_goes_through_the_list_and_ticks(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        tree = self.tree(dialog)
        tree.setFocus()
        QTest.keyClick(tree, Qt.Key.Key_Down)
        assert dialog.options.format == "jpeg"
        assert dialog.plans == [ExportPlan()]
        QTest.keyClick(tree, Qt.Key.Key_Space)
        assert dialog.plans == [ExportPlan(), built_in()["web"]]

    def test_each_ticked_row_tells_its_size(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog()
        self.click(dialog, "Web")
        self.click(dialog, "Layers", on_box=True)
        qtbot.waitUntil(lambda: "kB" in self.row(dialog, "Layers").text(1), timeout=10_000)
        assert "kB" in self.row(dialog, "Web").text(1)
        assert foot_text(dialog).startswith("2 files, about ")


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
        assert size.size_px() is None
        assert "Limited to what was painted" in size.facts()
        tick(size, "Allow upscaling")
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

    def test_it_shows_what_a_plan_says(self, size: SizeEditor) -> None:
        size.show_size("cm", 30.0, 150, True)
        assert (size.unit(), size.side(), size.dpi(), size.allows_upscaling()) == ("cm", 30.0, 150, True)
        assert size.size_px() == 1772
        size.show_size("px", None, 300, False)
        assert (size.side(), size.size_px()) == (None, None)


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

    def test_layers_count(self, tmp_path: Path) -> None:
        options = SaveOptions(format="ora", dpi=300)
        layers = [("Photo", paint())]
        save_picture(paint(), tmp_path / "out", options, RECIPE, layers=layers)
        assert estimated_bytes(paint(), options, RECIPE, layers) == (tmp_path / "out").stat().st_size

    def test_the_dialog_shows_it(self, make_dialog: MakeDialog, qtbot: QtBot) -> None:
        dialog = make_dialog()
        first = foot_text(dialog)
        qtbot.waitUntil(lambda: foot_text(dialog) not in ("", first) and "kB" in foot_text(dialog), timeout=10_000)
        before = foot_text(dialog)
        press(qtbot, dialog, "JPEG")
        qtbot.waitUntil(lambda: "kB" in foot_text(dialog) and foot_text(dialog) != before, timeout=10_000)

    def test_an_answer_that_comes_after_closing_is_dropped(self, make_dialog: MakeDialog) -> None:
        dialog = make_dialog()
        dialog.reject()
        shown = foot_text(dialog)
        dialog._take_bytes({ExportPlan(): 12_345})
        dialog._show_trouble("too late")
        assert foot_text(dialog) == shown


def foot_text(dialog: ExportDialog) -> str:
    """What stands at the foot of the dialog."""
    return dialog._weight.text()


def test_what_the_dialog_asks_for_can_be_saved_and_opened(
    make_dialog: MakeDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = make_dialog(recipe=RECIPE)
    by_name(dialog, QDoubleSpinBox, "Long side").setValue(60)
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, dialog, "Export")
    assert dialog.path is not None
    save_picture(paint(), dialog.path, dialog.options, RECIPE if dialog.with_recipe else None)
    assert load_picture(tmp_path / "harbour - Waves.png").size == (60, 40)
