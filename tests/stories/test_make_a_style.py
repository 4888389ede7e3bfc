"""An artist makes a style: with the real program, its real painters, and the colours of the photo."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from stylegui.painters import PAINTERS, Palette
from stylegui.painters.palettes import fitted, palette_from
from stylegui.resources import resource
from stylegui.ui.maker import StyleMaker
from stylegui.ui.maker.palette_list import PHOTO
from tests.stories.artist import Artist, Story, live_through

PAINTER = "stained-glass"


def open_maker() -> StyleMaker:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, StyleMaker) and w.isVisible())


def test_a_style_in_the_colours_of_the_photo_is_kept_and_chosen(qtbot: QtBot, home: Path) -> None:
    photo = resource("samples/coast-at-dusk.jpg")
    told: list[str] = []

    def story(artist: Artist) -> Story:
        window = artist.window
        yield lambda: window.canvas.has_photo
        window.actions_by_id["make_style"].trigger()
        maker = open_maker()
        palettes = maker.palette_list.palettes

        yield lambda: bool(palettes.entries[palettes.row_of(PHOTO)].colours)
        painter = maker.painter_list.table.index(maker.painter_list.table.row_of(PAINTER), 0)
        maker.painter_list.scrollTo(painter)
        QTest.mouseClick(
            maker.painter_list.viewport(),
            Qt.MouseButton.LeftButton,
            pos=maker.painter_list.visualRect(painter).center(),
        )
        row = palettes.index(palettes.row_of(PHOTO), 0)
        QTest.mouseClick(
            maker.palette_list.viewport(), Qt.MouseButton.LeftButton, pos=maker.palette_list.visualRect(row).center()
        )
        yield lambda: maker.wall.image is not None and maker.wall.image.width() == 512
        artist.click(maker.bar.shuffle)
        assert maker.design.seed > 1
        yield lambda: maker.previews.main[0] is not None and not maker.previews.main[1]
        told.append(maker.foot.title.text())
        artist.click(maker.foot.keep)
        yield lambda: "is in the gallery" in maker.foot.words
        told.append(str(maker.design.seed))
        maker.close()
        yield lambda: window.paint_panel.blend.isVisible() and " · " in window.paint_panel.estimate.text()
        (style_id,) = window.gallery.current_ids()
        told.append(style_id)

    assert live_through(story, photo) == 0
    title, seed, style_id = told
    card = json.loads((home / "data" / "styles" / style_id / "style.json").read_text(encoding="utf-8"))
    with Image.open(photo) as image:
        colours = palette_from(np.asarray(image.convert("RGB")))
    assert card["title"] == title
    assert (card["painter"], card["seed"], card["licence"]) == (PAINTER, int(seed), "CC0-1.0")
    assert Palette(tuple(card["palette"])) == fitted(colours, PAINTERS[PAINTER].palette)
    with Image.open(home / "data" / "styles" / style_id / "image.jpg") as image:
        assert image.size == (1024, 768)
