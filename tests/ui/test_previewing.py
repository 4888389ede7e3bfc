"""The live preview, with a scripted Instant: its shade is the strength it was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from stylegui.engine.engines import EngineError, Estimate
from stylegui.engine.images import load_picture
from stylegui.engine.instant import model
from stylegui.engine.request import TransferRequest
from stylegui.resources import resource
from stylegui.ui.proofs import LARGEST_PX, SMALL_PX
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine
from tests.ui.studios import TestStudio, write_photo


@pytest.fixture
def instant(qtbot: QtBot, home: Path, engine: FakeEngine) -> Iterator[TestStudio]:
    """The whole window with Instant as its engine."""
    studio = TestStudio(qtbot, home, engine, "instant")
    with qtbot.waitSignal(studio.queue.engine_ready):
        studio.show()
    qtbot.waitExposed(studio.window)
    yield studio
    studio.end_test()


def shade(studio: TestStudio) -> int:
    """What the canvas shows: the strength of a preview or of a result of Instant."""
    image = studio.window.canvas.result_image()
    return -1 if image.isNull() else image.pixelColor(0, 0).red()


def seen_image(studio: TestStudio) -> QImage:
    """The preview on the canvas."""
    preview = studio.session.previewing.seen
    assert preview is not None
    return preview.image


def turn(studio: TestStudio, name: str, value: object) -> None:
    """Move a control."""
    panel = studio.window.paint_panel.parameters
    panel._rows[name].editor.set_value(value)
    panel.value_changed.emit(name, value)


def await_preview(studio: TestStudio, strength: int = 75) -> None:
    studio.qtbot.waitUntil(lambda: studio.window.canvas.has_preview and shade(studio) == strength)


def previews(studio: TestStudio) -> list[tuple[int, float]]:
    """Sizes and strengths that were asked for of the photo (the warm-up before is of no photo)."""
    return [
        (request.instant.size_px, request.instant.strength)
        for request in studio.engine.instant.requests
        if studio.document.photo is not None and request.photo.name == studio.document.photo.name
    ]


def pick_engine(studio: TestStudio, words: str) -> None:
    buttons = studio.window.paint_panel.findChildren(QPushButton)
    next(button for button in buttons if button.text() == words and button.isVisible()).click()


def test_a_chosen_style_is_seen_without_a_press(instant: TestStudio) -> None:
    instant.make_ready()
    await_preview(instant)
    assert instant.document.versions == ()
    assert not instant.window.canvas.has_finished_result
    assert instant.window.status._picture.text() == "Preview"
    assert instant.window.actions_by_id["compare_next"].isEnabled()


def test_another_photo_is_previewed_in_the_chosen_style(instant: TestStudio) -> None:
    instant.choose("coral")
    assert not instant.window.canvas.has_result
    instant.open_photo()
    await_preview(instant)


def test_the_preview_follows_a_slider_and_nothing_queues_up(instant: TestStudio, qtbot: QtBot) -> None:
    turn(instant, "size_px", 300)  # no sharper preview comes between
    instant.make_ready()
    await_preview(instant)
    qtbot.waitUntil(lambda: instant.session.previewing._wish is None)
    before = len(previews(instant))
    seen: list[int] = []
    instant.session.previewing.changed.connect(lambda: seen.append(shade(instant)))
    instant.engine.instant.hold()
    turn(instant, "strength", 10.0)
    qtbot.waitUntil(lambda: len(previews(instant)) == before + 1)
    for strength in range(11, 60):
        turn(instant, "strength", float(strength))
    instant.engine.instant.let_one_through()
    qtbot.waitUntil(lambda: len(seen) == 1)
    instant.engine.instant.release()
    await_preview(instant, 59)
    assert [strength for _, strength in previews(instant)[before:]] == [10, 59]
    assert seen == [10, 59], "what was under way is seen on the way"


def test_once_the_hand_rests_the_preview_is_made_at_the_size_of_the_result(instant: TestStudio, qtbot: QtBot) -> None:
    turn(instant, "size_px", 600)
    instant.make_ready()
    qtbot.waitUntil(lambda: (600, 75.0) in previews(instant))
    assert previews(instant)[0] == (SMALL_PX, 75.0)
    turn(instant, "size_px", 4000)
    qtbot.waitUntil(lambda: (LARGEST_PX, 75.0) in previews(instant))


def test_start_paints_what_is_previewed_at_full_size(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    version = instant.document.current
    assert version is not None
    assert version.result.picture.size == (1024, 683)
    assert version.result.recipe["engine"] == "instant"
    assert instant.window.canvas.has_finished_result
    assert instant.window.status._picture.text() == "Version 1 · 1024 × 683 px"


def test_a_version_gives_way_to_the_preview_of_a_change_and_is_kept(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    version = instant.document.current
    turn(instant, "size_px", 2000)
    assert instant.document.current is version, "the size changes nothing that is seen"
    turn(instant, "strength", 20.0)
    await_preview(instant, 20)
    assert instant.document.current is None
    assert instant.document.versions == (version,)
    assert "version 1 is kept" in instant.window.status._picture.text()
    way_back = instant.window.canvas._way_back
    assert way_back.isVisible()
    assert way_back.name == "Version 1"
    way_back.taken.emit()
    assert instant.document.current is version
    assert not way_back.isVisible()
    instant.trigger("newer")
    await_preview(instant, 20)
    instant.trigger("older")
    assert instant.document.current is version


def test_undoing_the_change_brings_the_version_back(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    version = instant.document.current
    turn(instant, "strength", 20.0)
    await_preview(instant, 20)
    instant.trigger("undo")
    qtbot.waitUntil(lambda: instant.document.current is version)
    assert instant.window.canvas.has_finished_result


def test_a_result_that_was_moved_on_from_is_kept_and_does_not_cover_the_preview(
    instant: TestStudio, qtbot: QtBot
) -> None:
    instant.make_ready()
    await_preview(instant)
    qtbot.waitUntil(lambda: instant.session.previewing._wish is None)
    instant.engine.instant.hold()
    instant.trigger("start")
    assert instant.window.canvas.has_preview
    turn(instant, "strength", 20.0)
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.engine.instant.release()
    await_preview(instant, 20)
    assert len(instant.document.versions) == 1
    assert instant.document.current is None
    assert instant.message == ""
    assert "kept as version 1" in instant.window.status.sentence


def test_a_discarded_version_leaves_the_preview(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    instant.trigger("discard")
    await_preview(instant)
    assert not instant.window.canvas._way_back.isVisible()


@pytest.mark.parametrize("engine_id", ["instant", "paint"])
def test_export_paints_what_is_seen_at_full_size_first(instant: TestStudio, qtbot: QtBot, engine_id: str) -> None:
    if engine_id == "paint":
        pick_engine(instant, "Paint")
    instant.make_ready()
    await_preview(instant, 60 if engine_id == "paint" else 75)
    assert instant.window.actions_by_id["export"].isEnabled()
    instant.trigger("export")
    qtbot.waitUntil(lambda: instant.session.exporter.dialog is not None)
    dialog = instant.session.exporter.dialog
    assert dialog is not None
    with qtbot.waitSignal(instant.session.exporter.saved) as caught:
        dialog.accept()
    assert caught.args is not None
    assert load_picture(caught.args[0]).size == ((1024, 683) if engine_id == "instant" else (768, 512))
    assert instant.engine.requests == []


def test_a_stopped_rendering_opens_no_export(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    instant.engine.instant.hold()
    instant.trigger("export")
    instant.trigger("stop")
    qtbot.waitUntil(lambda: not instant.session.painting.busy)
    instant.engine.instant.release()
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    assert instant.session.exporter.dialog is None


def test_a_rendering_that_fails_opens_no_export_with_the_next_picture(
    instant: TestStudio, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("not enough memory")
    instant.make_ready()
    await_preview(instant)
    instant.engine.instant.error = EngineError("There is not enough memory.", "memory")
    with qtbot.waitSignal(instant.session.painting.failed):
        instant.trigger("export")
    instant.engine.instant.error = None
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    assert instant.session.exporter.dialog is None


def test_taking_a_preview_out_by_hand_paints_it_first(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    with qtbot.waitSignal(instant.session.painting.finished):
        assert instant.session.exporter.file_for_drag() is None
    assert "dragged out" in instant.window.status.sentence
    path = instant.session.exporter.file_for_drag()
    assert path is not None
    assert path.is_file()


def test_a_style_under_the_pointer_is_tried_on_and_taken_off(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    gallery, canvas = instant.window.gallery, instant.window.canvas
    gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: canvas._preview == "Preview: Night")
    assert [style.name for style in instant.document.styles] == ["Coral"]
    assert not instant.window.actions_by_id["undo"].isEnabled()
    gallery.style_hovered.emit("")
    assert canvas._preview == "Preview"


def test_trying_on_needs_no_chosen_style_and_leaves_the_photo(instant: TestStudio, qtbot: QtBot) -> None:
    instant.open_photo()
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: instant.window.canvas.has_preview)
    instant.window.gallery.style_hovered.emit("")
    assert not instant.window.canvas.has_result


def test_trying_on_leaves_a_version_as_it_is(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    with qtbot.waitSignal(instant.session.painting.finished):
        instant.trigger("start")
    version = instant.document.current
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: instant.window.canvas.has_preview)
    assert instant.document.current is version
    instant.window.gallery.style_hovered.emit("")
    assert instant.window.canvas.has_finished_result


def test_a_tried_style_that_is_chosen_is_there_at_once(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    canvas = instant.window.canvas
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: canvas._preview == "Preview: Night")
    tried = seen_image(instant)
    instant.engine.instant.hold()
    instant.window.gallery.style_hovered.emit("")
    instant.window.gallery.view.style_chosen.emit("night")
    qtbot.waitUntil(lambda: [style.name for style in instant.document.styles] == ["Night"])
    assert canvas._preview == "Preview"
    assert seen_image(instant) is tried
    instant.engine.instant.release()
    qtbot.waitUntil(lambda: previews(instant)[-1][0] == LARGEST_PX)


def test_a_style_that_is_chosen_while_it_is_tried_on_is_made_once(instant: TestStudio, qtbot: QtBot) -> None:
    instant.open_photo()
    canvas = instant.window.canvas

    def of_night() -> list[int]:
        """The sizes at which that style was painted."""
        requests = instant.engine.instant.requests
        return [each.instant.size_px for each in requests if "night" in each.styles[0].picture.source]

    instant.engine.instant.hold()
    instant.window.gallery.style_hovered.emit("night")
    instant.engine.instant.let_one_through()  # the warm-up
    qtbot.waitUntil(lambda: of_night() == [SMALL_PX])
    instant.window.gallery.view.style_chosen.emit("night")
    qtbot.waitUntil(lambda: len(instant.document.styles) == 1)
    instant.engine.instant.release()
    qtbot.waitUntil(lambda: canvas._preview == "Preview")
    qtbot.waitUntil(lambda: of_night() == [SMALL_PX, LARGEST_PX])


def test_a_style_chosen_while_another_is_tried_on_takes_that_off(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    canvas = instant.window.canvas
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: canvas._preview == "Preview: Night")
    instant.engine.instant.hold()
    instant.window.gallery.view.style_chosen.emit("waves")
    qtbot.waitUntil(lambda: [style.name for style in instant.document.styles] == ["Waves"])
    assert canvas._preview == "Preview", "no name of a style that was not chosen"
    instant.engine.instant.release()


def test_who_turns_from_paint_to_instant_sees_what_instant_makes(studio: TestStudio, qtbot: QtBot) -> None:
    turn(studio, "strength", 50.0)
    studio.make_ready()
    await_preview(studio, 50)
    studio.paint()
    version = studio.document.current
    assert version is not None
    pick_engine(studio, "Instant")
    qtbot.waitUntil(lambda: studio.document.current is None and studio.window.canvas.has_preview)
    studio.trigger("undo")
    qtbot.waitUntil(lambda: studio.document.current is version)
    pick_engine(studio, "Instant")
    qtbot.waitUntil(lambda: studio.window.canvas.has_preview)
    studio.trigger("older")
    qtbot.wait(400)
    assert studio.document.current is version, "who goes back to it sees it"


def test_the_pass_of_instant_is_told_without_steps(instant: TestStudio, qtbot: QtBot) -> None:
    instant.make_ready()
    await_preview(instant)
    instant.engine.instant.hold()
    instant.trigger("start")
    assert instant.window.canvas._hud.lines == ("Painting at full size",)
    instant.engine.instant.release()
    qtbot.waitUntil(lambda: instant.window.canvas.has_finished_result)


def test_another_photo_takes_off_what_was_tried_on(instant: TestStudio, qtbot: QtBot) -> None:
    instant.open_photo()
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: instant.window.canvas.has_preview)
    instant.open_photo("beach.png")
    assert not instant.window.canvas.has_result


def test_paint_that_is_stopped_before_its_first_step_leaves_the_preview(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    canvas = studio.window.canvas
    qtbot.waitUntil(lambda: canvas.has_preview)
    studio.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: canvas._preview == "Preview: Night")
    studio.trigger("start")
    studio.trigger("stop")
    qtbot.waitUntil(lambda: not studio.session.painting.busy)
    qtbot.waitUntil(lambda: canvas._preview == "Preview")


def test_previews_do_not_cover_the_frames_of_paint(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    qtbot.waitUntil(lambda: studio.window.canvas.has_preview)
    studio.start()
    qtbot.waitUntil(lambda: studio.window.canvas.has_frame)
    assert studio.window.status._picture.text() == "Being painted"
    qtbot.waitUntil(lambda: studio.session.previewing._wish is None)
    before = len(studio.engine.instant.requests)
    turn(studio, "strength", 20.0)
    studio.window.gallery.style_hovered.emit("night")
    studio.engine.allow(1)
    qtbot.waitUntil(lambda: "Step 2 of 4" in studio.window.canvas._hud.lines)
    assert studio.window.canvas.has_frame
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.window.canvas.has_finished_result
    assert len(studio.engine.instant.requests) == before


def test_a_failure_is_told_once_and_the_next_change_tries_again(
    instant: TestStudio, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("not enough memory")
    instant.open_photo()
    instant.engine.instant.error = EngineError("There is not enough memory for a preview.", "memory")
    instant.choose("coral")
    qtbot.waitUntil(lambda: instant.message == "There is not enough memory for a preview.")
    assert not instant.window.canvas.has_result
    instant.session.messages.clear()
    with qtbot.waitSignal(instant.lane.preview_failed):
        turn(instant, "strength", 20.0)
    assert instant.message == "", "it was told already"
    instant.engine.instant.error = None
    turn(instant, "strength", 30.0)
    await_preview(instant, 30)


def test_a_style_that_cannot_be_tried_on_is_told_in_passing(
    instant: TestStudio, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("image.png")
    instant.open_photo()
    (instant.home / "builtin" / "night" / "image.png").write_bytes(b"broken")
    instant.window.gallery.style_hovered.emit("night")
    qtbot.waitUntil(lambda: "image.png" in instant.window.status.sentence)
    assert instant.message == ""


def test_the_engine_is_chosen_undoably_and_remembered(instant: TestStudio) -> None:
    panel = instant.window.paint_panel
    turn(instant, "strength", 33.0)
    pick_engine(instant, "Paint")
    assert (instant.document.engine, instant.document.paint_params.strength) == ("paint", 33.0)
    assert panel.panels["paint"].isVisible()
    assert not panel.panels["instant"].isVisible()
    assert panel.parameters.params() == instant.document.paint_params
    assert instant.settings.current.engine == "paint"
    instant.trigger("undo")
    assert (instant.document.engine, instant.document.paint_params.strength) == ("instant", 60.0)
    assert panel.panels["instant"].isVisible()
    assert instant.settings.current.engine == "instant"


def test_a_network_without_weights_cannot_be_chosen(instant: TestStudio, monkeypatch: pytest.MonkeyPatch) -> None:
    def weights_file(network: str) -> Path:
        if network == "fast":
            raise FileNotFoundError("gone")
        return resource("models/instant-fine.safetensors")

    monkeypatch.setattr(model, "weights_file", weights_file)
    instant.session.preferences.show_networks()
    buttons = instant.window.paint_panel.panels["instant"].findChildren(QPushButton)
    usable = {button.text(): button.isEnabled() for button in buttons if button.text() in ("Fast", "Fine")}
    assert usable == {"Fast": False, "Fine": True}


def test_what_an_instant_run_cannot_do_is_told_in_place_of_its_cost(
    instant: TestStudio, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def estimate(request: TransferRequest) -> Estimate:
        raise EngineError("The weights are missing.", "model")

    broken = replace(instant.session.painting._backend.engines["instant"], estimate=estimate)
    engines = instant.session.painting._backend.engines
    assert isinstance(engines, dict)
    monkeypatch.setitem(engines, "instant", broken)
    instant.make_ready()
    qtbot.waitUntil(lambda: instant.window.paint_panel.estimate.text() == "The weights are missing.")


def test_the_preview_of_paint_is_what_instant_makes_of_its_look(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    await_preview(studio, 60)
    turn(studio, "strength", 20.0)
    await_preview(studio, 20)
    assert studio.engine.requests == []


def test_the_recipe_of_an_instant_picture_brings_its_engine_back(studio: TestStudio, qtbot: QtBot) -> None:
    recipe = {"engine": "instant", "params": {"strength": 10, "detail": 40}, "styles": [{"title": "Night"}]}
    studio.session.restorer.offer(recipe)
    studio.window.canvas.message_action_triggered.emit()
    qtbot.waitUntil(lambda: studio.document.engine == "instant")
    assert (studio.document.instant_params.strength, studio.document.instant_params.detail) == (10, 40)
    studio.trigger("undo")
    assert studio.document.params == studio.document.paint_params


def test_a_copied_preview_is_what_is_seen(instant: TestStudio) -> None:
    instant.make_ready()
    await_preview(instant)
    instant.trigger("copy")
    assert "Copied" in instant.window.status.sentence


@pytest.mark.parametrize("size", [(8, 8), (1, 300), (2000, 40)])
def test_photos_of_odd_sizes_are_previewed(instant: TestStudio, size: tuple[int, int]) -> None:
    path = write_photo(instant.home / "odd.png", *size)
    with instant.qtbot.waitSignal(instant.session.intake.photo_loaded):
        instant.session.open_photo(path)
    instant.choose("coral")
    await_preview(instant)


def test_what_is_missing_is_taken_back_before_the_cost_is_known(instant: TestStudio, qtbot: QtBot) -> None:
    label = instant.window.paint_panel.estimate
    qtbot.waitUntil(lambda: "Open a photo" in label.text())
    instant.open_photo()
    assert label.text() == "Choose a style in the gallery first."
    instant.choose("coral")
    assert label.text() == "Getting ready…"
    qtbot.waitUntil(lambda: label.text().startswith("about"))
    instant.session.blend.set_weights([2.0])
    assert label.text().startswith("about"), "it does not flicker"
