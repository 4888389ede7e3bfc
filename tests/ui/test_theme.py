"""All themes can be read, are complete, and reach what is on the screen; the icons follow them."""

from __future__ import annotations

import gc
import re
from dataclasses import fields
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication

from stylegui.resources import resource
from stylegui.ui import icons, theme
from stylegui.ui.theme import CONTRAST, DARK, LIGHT, Theme, contrast

SURFACES = ("window", "raised", "hover", "field", "accent_soft")


@pytest.mark.parametrize("look", [DARK, LIGHT, CONTRAST], ids=lambda look: look.name)
class TestContrast:
    @pytest.mark.parametrize("surface", SURFACES)
    @pytest.mark.parametrize("text", ["text", "text_dim"])
    def test_text_keeps_aa_on_every_surface(self, look: Theme, text: str, surface: str) -> None:
        assert contrast(getattr(look, text), getattr(look, surface)) >= 4.5

    @pytest.mark.parametrize("surface", ["window", "raised", "field"])
    @pytest.mark.parametrize("text", ["accent", "warning", "error", "success"])
    def test_messages_and_links_keep_aa(self, look: Theme, text: str, surface: str) -> None:
        assert contrast(getattr(look, text), getattr(look, surface)) >= 4.5

    @pytest.mark.parametrize("surface", ["accent", "accent_hover"])
    def test_text_on_accent_keeps_aa(self, look: Theme, surface: str) -> None:
        assert contrast(look.accent_text, getattr(look, surface)) >= 4.5

    @pytest.mark.parametrize("mark", ["accent", "outline"])
    @pytest.mark.parametrize("surface", ["window", "field"])
    def test_marks_and_focus_rings_stand_out(self, look: Theme, mark: str, surface: str) -> None:
        assert contrast(getattr(look, mark), getattr(look, surface)) >= 3

    def test_greys_around_the_picture_are_neutral(self, look: Theme) -> None:
        for name in ("canvas", "edge", "window", "raised", "field"):
            colour = QColor(getattr(look, name))
            assert colour.red() == colour.green() == colour.blue()


def test_contrast_of_black_and_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("look", [DARK, LIGHT, CONTRAST], ids=lambda look: look.name)
def test_style_sheet_names_only_colours_and_pictures_that_exist(look: Theme) -> None:
    sheet = theme.style_sheet(look)
    assert "$" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    pictures = re.findall(r'url\("([^"]+)"\)', sheet)
    assert pictures
    assert [path for path in pictures if not Path(path).is_file()] == []


@pytest.mark.parametrize("look", [DARK, LIGHT, CONTRAST], ids=lambda look: look.name)
def test_pictures_of_a_theme_use_its_own_colours(look: Theme) -> None:
    own = {getattr(look, item.name) for item in fields(look)}
    for picture in resource(f"themes/{look.name}").glob("*.svg"):
        assert set(re.findall(r"#[0-9a-f]{6}", picture.read_text())) <= own, picture.name


def test_applying_a_theme_changes_palette_and_accent(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "light")
    assert theme.current() is LIGHT
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(LIGHT.window)
    theme.apply_theme(qapp, "dark")
    assert theme.current() is DARK
    assert theme.accent() == QColor(DARK.accent)
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == QColor(DARK.text_off)


def test_high_contrast_keeps_seven_to_one_for_all_text(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "contrast")
    assert theme.current() is CONTRAST
    for ground in (CONTRAST.window, CONTRAST.raised, CONTRAST.hover, CONTRAST.field, CONTRAST.accent_soft):
        for text in (CONTRAST.text, CONTRAST.text_dim, CONTRAST.accent):
            assert contrast(text, ground) >= 7
    theme.apply_theme(qapp, "dark")


def test_system_theme_is_one_of_the_two_and_can_be_left_again(qapp: QApplication) -> None:
    theme.apply_theme(qapp, "system")
    assert theme.current() in (DARK, LIGHT)
    theme.apply_theme(qapp, "light")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert theme.current() is LIGHT
    theme.apply_theme(qapp, "dark")


class TestIcons:
    @pytest.mark.parametrize("name", icons.names())
    def test_every_icon_draws_something(self, qapp: QApplication, name: str) -> None:
        theme.apply_theme(qapp, "dark")
        assert _colours(icons.icon(name)) == {DARK.text}

    @pytest.mark.parametrize("name", icons.names())
    def test_every_icon_is_of_one_set(self, name: str) -> None:
        drawing = resource(f"icons/{name}.svg").read_text()
        assert 'viewBox="0 0 24 24"' in drawing
        assert 'stroke-width="1.75"' in drawing
        assert "#" not in drawing

    def test_colours_follow_the_theme_and_the_state(self, qapp: QApplication) -> None:
        theme.apply_theme(qapp, "dark")
        icon = icons.icon("open")
        assert _colours(icon) == {DARK.text}
        theme.apply_theme(qapp, "light")
        assert _colours(icon) == {LIGHT.text}
        assert _colours(icon, QIcon.Mode.Disabled) == {LIGHT.text_off}
        assert _colours(icon, state=QIcon.State.On) == {LIGHT.accent}
        theme.apply_theme(qapp, "dark")

    def test_a_named_colour_replaces_that_of_the_text(self, qapp: QApplication) -> None:
        theme.apply_theme(qapp, "dark")
        assert _colours(icons.icon("warning", "warning")) == {DARK.warning}

    @pytest.mark.usefixtures("qapp")
    def test_pixels_follow_the_screen(self) -> None:
        pixmap = icons.icon("star").pixmap(QSize(20, 20), 2.0)
        assert pixmap.size() == QSize(40, 40)
        assert pixmap.devicePixelRatio() == 2

    @pytest.mark.usefixtures("qapp")
    def test_an_unknown_icon_is_an_error(self) -> None:
        with pytest.raises(FileNotFoundError):
            icons.icon("no such icon")

    @pytest.mark.usefixtures("qapp")
    def test_copies_of_an_icon_live_on(self) -> None:
        original = icons.icon("play")
        copy = QIcon(original)
        del original
        gc.collect()
        assert _colours(copy) == {theme.current().text}


def test_shipped_pictures_of_the_program_icon_are_the_drawing(qapp: QApplication, tmp_path: Path) -> None:
    written = icons.write_app_icons(tmp_path)
    assert [path.name for path in written] == [f"stylegui-{size}.png" for size in icons.APP_ICON_SIZES_PX]
    for path in written:
        made, shipped = QImage(str(path)), QImage(str(resource(f"icons/app/{path.name}")))
        assert shipped.size() == made.size()
        assert _difference(made, shipped) < 3


def _colours(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off) -> set[str]:
    """The colours of the opaque pixels."""
    image = icon.pixmap(QSize(96, 96), 1.0, mode, state).toImage()
    found = (image.pixelColor(x, y) for x in range(96) for y in range(96))
    return {colour.name() for colour in found if colour.alpha() == 255}


def _difference(first: QImage, second: QImage) -> float:
    """Mean difference of the channels on a grid, 0 to 255 (renderers differ a little at the edges)."""
    step = max(1, first.width() // 16)
    differences = []
    for x in range(0, first.width(), step):
        for y in range(0, first.height(), step):
            one, other = first.pixelColor(x, y).getRgb(), second.pixelColor(x, y).getRgb()
            differences += [abs(int(a) - int(b)) for a, b in zip(one, other, strict=True)]  # type: ignore[call-overload]
    return sum(differences) / len(differences)
