"""An export is opened again: photo, styles, settings and the way its run went come back."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.engine.request import PaintParams
from stylegui.project.exports import ExportPlan
from stylegui.project.outgoing import Subject, write_to
from stylegui.project.recipes import parse_recipe
from tests.ui.studios import TestStudio, write_photo


def known(picture: Picture, **more: Any) -> dict[str, Any]:
    """A picture as it stands in a recipe."""
    return {"name": picture.name, "sha256": picture.digest, "width": picture.width, "height": picture.height, **more}


def recipe_of(studio: TestStudio, **changes: Any) -> dict[str, Any]:
    """The recipe of what the studio has before it, steered in its third step."""
    photo = studio.document.photo
    assert photo is not None
    styles = [known(style.picture, title=style.name, weight=style.weight) for style in studio.document.styles]
    return {
        "engine": "paint",
        "params": PaintParams(strength=25).model_dump(mode="json"),
        "photo": known(photo),
        "styles": styles,
        "steering": [{"step": 3, "changes": {"strength": 80.0}}],
        "steps": 60,
        "complete": True,
        **changes,
    }


def exported(studio: TestStudio, recipe: dict[str, Any], folder: str = "exports") -> Path:
    path = studio.home / folder / "painted.png"
    path.parent.mkdir(exist_ok=True)
    photo = load_picture(studio.home / "photos" / "harbour.png")
    save_picture(Picture(255 - photo.pixels), path, SaveOptions(), recipe)
    return path


@pytest.fixture
def ready(studio: TestStudio) -> TestStudio:
    studio.open_photo()
    studio.choose("coral", "waves")
    studio.session.blend.set_weights([1.5, 0.5])
    return studio


def open_and_restore(studio: TestStudio, path: Path) -> None:
    with studio.qtbot.waitSignal(studio.session.intake.recipe_found):
        studio.session.open_photo(path)
    assert "can be restored" in studio.message
    count = studio.session._undo_stack.count()
    studio.window.canvas.message_action_triggered.emit()
    studio.qtbot.waitUntil(lambda: studio.session._undo_stack.count() > count)


def test_everything_comes_back_in_one_step(ready: TestStudio, qtbot: QtBot) -> None:
    digest = load_picture(ready.home / "photos" / "harbour.png").digest
    path = exported(ready, recipe_of(ready), "photos")
    ready.choose("night")
    ready.document.set_params(PaintParams(strength=90))
    open_and_restore(ready, path)
    photo = ready.document.photo
    assert photo is not None and photo.digest == digest
    assert ready.document.params == PaintParams(strength=25)
    assert [(style.name, style.weight) for style in ready.document.styles] == [("Coral", 1.5), ("Waves", 0.5)]
    assert ready.session.blend.ids == ["coral", "waves"]
    assert ready.document.request().replay.steering[0].changes == {"strength": 80.0}
    assert ready.window.status.sentence == "All is as it was: Start paints the same picture again."
    ready.trigger("undo")
    assert ready.document.params == PaintParams(strength=90)
    assert ready.session.blend.ids == ["night"]
    assert ready.document.photo is not None and ready.document.photo.source == str(path)
    assert not ready.document.request().replay


def test_what_start_paints_next_is_steered_as_it_was(ready: TestStudio) -> None:
    path = exported(ready, recipe_of(ready), "photos")
    open_and_restore(ready, path)
    ready.paint()
    assert [event.step for event in ready.engine.requests[-1].replay.steering] == [3]
    ready.document.set_params(PaintParams(strength=26))
    ready.paint()
    assert not ready.engine.requests[-1].replay


def test_the_photo_is_found_where_it_lay_when_the_picture_was_exported(ready: TestStudio) -> None:
    """In no folder that is looked into, and under another name than then."""
    recipe = recipe_of(ready)
    ready.session.restorer._whereabouts.remember(recipe["photo"]["sha256"], ready.home / "photos" / "harbour.png")
    path = exported(ready, recipe)
    ready.session._recent.clear()
    ready.document.set_photo(None)
    open_and_restore(ready, path)
    assert ready.document.photo is not None
    assert ready.document.photo.source == str(ready.home / "photos" / "harbour.png")


def test_exporting_puts_down_where_the_photo_lies(ready: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    ready.paint()
    version = ready.document.versions[0]
    version.recipe = recipe_of(ready)
    ready.trigger("export")
    dialog = ready.session.exporter.dialog
    assert dialog is not None
    with ready.qtbot.waitSignal(ready.session.exporter.saved):
        dialog.accept()
    digest = version.recipe["photo"]["sha256"]
    assert ready.session.restorer._whereabouts.path(digest) == ready.home / "photos" / "harbour.png"


def test_no_folder_of_the_artist_is_told_in_an_export(ready: TestStudio) -> None:
    ready.paint()
    path = ready.home / "out.png"
    write_to(Subject.of(ready.document.versions[0]), ExportPlan(), path)
    assert str(ready.home).encode() not in path.read_bytes()


def test_a_photo_that_is_nowhere_is_asked_for(ready: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    recipe = recipe_of(ready)
    path = exported(ready, recipe)
    hidden = ready.home / "elsewhere" / "x.png"
    hidden.parent.mkdir()
    (ready.home / "photos" / "harbour.png").rename(hidden)
    ready.document.set_photo(None)
    open_and_restore(ready, path)
    assert "The photo “harbour.png” was not found." in ready.message
    assert ready.document.params.strength == 25
    wrong = write_photo(ready.home / "elsewhere" / "wrong.png", shade=3)
    monkeypatch.setattr("stylegui.ui.restoring.ask_for_pictures", lambda *_words, **_more: [wrong])
    ready.window.canvas.message_action_triggered.emit()
    ready.qtbot.waitUntil(lambda: "“wrong.png” does not show the same" in ready.message)
    monkeypatch.setattr("stylegui.ui.restoring.ask_for_pictures", lambda *_words, **_more: [hidden])
    understood = parse_recipe(recipe)
    assert understood.photo is not None
    ready.session.restorer._ask_for_photo(understood.photo, understood.rerun)
    ready.qtbot.waitUntil(lambda: ready.document.photo is not None and ready.document.photo.source == str(hidden))
    assert ready.document.request().replay.steering


def test_settings_with_a_style_that_is_gone_say_so(studio: TestStudio, qtbot: QtBot) -> None:
    recipe = {"engine": "paint", "params": {"strength": 10}, "styles": [{"title": "Gone"}, {"title": "Night"}]}
    steered = {**recipe, "steering": [{"step": 3, "changes": {"blend": [1.0, 2.0]}}]}
    studio.session.restorer.offer(steered)
    studio.window.canvas.message_action_triggered.emit()
    qtbot.waitUntil(lambda: studio.document.params.strength == 10)
    assert studio.session.blend.ids == ["night"]
    assert "Gone" in studio.message
    assert not studio.document.working.rerun.replay


def test_settings_that_cannot_be_understood_are_no_trouble(studio: TestStudio) -> None:
    studio.session.restorer.offer({"engine": "hologram"})
    assert studio.message == ""
    assert "does not know" in studio.window.status.sentence
