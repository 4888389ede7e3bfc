"""From the press of Start to a result, with a scripted engine."""

import functools
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from stylegui.engine.encoders.encoder import ENCODERS, MissingWeights
from stylegui.engine.engines import EngineError, Frame, Progress
from stylegui.project.document import Version
from stylegui.ui.orders import steerable_names
from stylegui.ui.painting import PaintState
from tests.conftest import ExpectLog
from tests.ui.fakes import FakeEngine, make_picture
from tests.ui.studios import TestStudio


def hud(studio: TestStudio) -> tuple[str, ...]:
    return studio.window.canvas._hud.lines


def test_start_without_a_photo_says_what_is_missing(studio: TestStudio) -> None:
    studio.trigger("start")
    assert "photo" in studio.message
    assert studio.session.painting.state is PaintState.IDLE


def test_start_without_a_style_says_what_is_missing(studio: TestStudio) -> None:
    studio.open_photo()
    studio.trigger("start")
    assert "style" in studio.message


def test_a_run_streams_and_its_result_becomes_the_current_version(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    qtbot.waitUntil(lambda: studio.window.canvas.has_result)
    assert not studio.window.canvas.has_finished_result
    assert hud(studio)[0] == "Step 1 of 4"
    assert "48 × 32 px" in hud(studio)
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.window.canvas.has_finished_result
    assert studio.document.current is not None
    assert studio.document.current.result.complete
    assert studio.document.current.title == "Coral"
    assert hud(studio) == ()
    assert studio.message == ""


def test_buttons_follow_the_run(studio: TestStudio, qtbot: QtBot) -> None:
    actions = studio.window.actions_by_id

    def enabled() -> list[str]:
        return [name for name in ("start", "pause", "stop", "export") if actions[name].isEnabled()]

    assert enabled() == ["start"]
    studio.make_ready()
    studio.start()
    assert enabled() == ["start", "pause", "stop"]
    assert actions["start"].text() == "&Add to queue"
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.trigger("stop")
        assert enabled() == ["start"]
    assert enabled() == ["start", "export"]
    assert actions["start"].text() == "&Start"


def test_pause_holds_and_goes_on(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    states: list[PaintState] = []
    studio.session.painting.state_changed.connect(states.append)
    studio.trigger("pause")
    assert studio.window.actions_by_id["pause"].text() == "&Resume"
    assert hud(studio)[0] == "Paused (P to go on)"
    studio.trigger("pause")
    assert states == [PaintState.PAUSED, PaintState.PAINTING]
    assert studio.window.actions_by_id["pause"].text() == "&Pause"
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()


def test_a_stopped_run_keeps_its_picture(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.trigger("stop")
    assert studio.document.current is not None
    assert not studio.document.current.result.complete
    assert studio.window.canvas.has_finished_result
    assert studio.window.status.sentence.startswith("Stopped.")


def test_stop_before_the_first_step_leaves_the_photo(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.trigger("start")
    qtbot.waitUntil(lambda: len(studio.engine.requests) == 1)
    studio.trigger("stop")
    qtbot.waitUntil(lambda: not studio.session.painting.busy)
    assert studio.document.versions == ()
    assert not studio.window.canvas.has_frame
    assert studio.window.status.sentence == ""


def test_a_slider_steers_the_running_picture(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    panel = studio.window.paint_panel.parameters
    panel._rows["strength"].editor.set_value(85.0)
    panel.value_changed.emit("strength", 85.0)
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.engine.changes == [(2, {"strength": 85.0})]
    assert studio.document.params.strength == 85.0


def test_what_cannot_be_steered_waits_for_the_next_run(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    studio.document.set_params(studio.document.params.model_copy(update={"size_px": 512, "brush_size": 150.0}))
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.engine.changes == [(2, {"brush_size": 150.0})]
    assert "size_px" not in steerable_names()


def test_weights_of_the_blend_bend_the_running_picture(studio: TestStudio, qtbot: QtBot) -> None:
    studio.open_photo()
    studio.choose("coral", "waves")
    studio.start()
    studio.window.paint_panel.blend.weights_changed.emit([1.5, 0.5])
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.engine.changes == [(2, {"blend": [1.5, 0.5]})]


def test_other_styles_chosen_during_a_run_are_for_the_next_one(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    studio.choose("night", "waves")
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.engine.changes == []
    studio.paint()
    assert [style.name for style in studio.engine.requests[1].styles] == ["Night", "Waves"]


def test_another_photo_does_not_disturb_the_run(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    first = studio.document.photo
    studio.start()
    studio.open_photo("beach.png")
    second = studio.document.photo
    assert not studio.window.canvas.has_result
    studio.engine.allow(1)
    qtbot.waitUntil(lambda: "Step 2 of 4" in hud(studio))
    assert not studio.window.canvas.has_frame
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.document.photo is second
    assert "harbour.png" in studio.message
    studio.window.canvas.message_action_triggered.emit()
    assert studio.document.photo is first
    assert studio.window.canvas.has_finished_result


def test_a_failure_is_told_on_the_canvas_and_the_next_run_works(
    studio: TestStudio, qtbot: QtBot, expect_log: ExpectLog
) -> None:
    expect_log("memory")
    studio.make_ready()
    studio.engine.fail(EngineError("There is not enough memory for 8192 px.", "memory"), at_step=2)
    with qtbot.waitSignal(studio.session.painting.failed):
        studio.trigger("start")
        studio.engine.allow(2)
    assert studio.message == "There is not enough memory for 8192 px."
    assert not studio.window.canvas.has_frame
    studio.engine.error = None
    studio.paint()
    assert studio.message == ""


def test_missing_weights_are_offered_for_download(studio: TestStudio, qtbot: QtBot, expect_log: ExpectLog) -> None:
    expect_log("has not been downloaded")
    studio.make_ready()
    studio.engine.allow_all()
    studio.engine.fail(MissingWeights(ENCODERS["vgg19"]))
    with qtbot.waitSignal(studio.session.painting.failed):
        studio.trigger("start")
    assert "VGG-19" in studio.message
    studio.window.canvas.message_action_triggered.emit()
    dialog = studio.session.downloads.dialog
    assert dialog is not None
    assert "download.pytorch.org" in dialog.text()
    dialog.reject()


def test_a_notice_of_the_engine_is_shown(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.engine.notice = "8192 px need more memory than is free, so 4096 px are painted."
    studio.start()
    assert studio.message == studio.engine.notice
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
    assert studio.message == studio.engine.notice


def test_the_cost_is_told_before_start(studio: TestStudio, qtbot: QtBot) -> None:
    label = studio.window.paint_panel.estimate
    with qtbot.waitSignal(studio.session.painting.estimate_changed):
        studio.make_ready()
    assert "12 s" in label.text()


def test_too_little_memory_is_told_before_start(studio: TestStudio, qtbot: QtBot, engine: FakeEngine) -> None:
    engine.estimated = replace(engine.estimated, fits_px=400)
    with qtbot.waitSignal(studio.session.painting.estimate_changed):
        studio.make_ready()
    assert "400 px" in studio.window.paint_panel.estimate.text()


def test_only_the_last_of_many_changes_is_estimated(studio: TestStudio, qtbot: QtBot) -> None:
    with qtbot.waitSignal(studio.session.painting.estimate_changed):
        studio.make_ready()
    before = len(studio.engine.estimates)
    with qtbot.waitSignal(studio.session.painting.estimate_changed):
        for size_px in range(300, 340):
            studio.document.set_params(studio.document.params.model_copy(update={"size_px": size_px}))
    new = studio.engine.estimates[before:]
    assert [request.params.size_px for request in new] == [339]


def test_earlier_results_can_be_looked_at_again(studio: TestStudio) -> None:
    studio.make_ready()
    studio.paint()
    studio.paint()
    first, second = studio.document.versions
    studio.trigger("older")
    assert studio.document.current is first
    studio.trigger("older")
    assert studio.document.current is first
    studio.trigger("newer")
    assert studio.document.current is second


def test_a_discarded_result_can_be_brought_back(studio: TestStudio) -> None:
    studio.make_ready()
    studio.paint()
    version = studio.document.current
    assert version is not None
    studio.trigger("discard")
    assert studio.document.versions == ()
    assert not studio.window.canvas.has_finished_result
    studio.window.canvas.message_action_triggered.emit()
    assert studio.document.current is not None
    assert studio.document.current.result is version.result


def test_the_settings_memory_limit_holds_for_estimates_and_runs(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.settings.change(memory_cap_mb=512)
    qtbot.waitUntil(lambda: any(each.memory_cap_bytes == 512_000_000 for each in studio.engine.estimates))
    studio.start()
    assert studio.engine.requests[0].memory_cap_bytes == 512_000_000
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.trigger("stop")


def test_the_bar_tells_the_share_of_time_and_never_runs_back(studio: TestStudio, qtbot: QtBot) -> None:
    studio.make_ready()
    studio.start()
    view, hud_pill = studio.session.view, studio.window.canvas._hud
    assert hud_pill.progress == 0.25
    for elapsed_s, eta_s, share in ((30.0, 30.0, 0.5), (31.0, 60.0, 0.5), (90.0, 30.0, 0.75)):
        view._on_progress(Progress(2, 4, 48, 32, elapsed_s, eta_s, "cpu"))
        assert hud_pill.progress == share
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.trigger("stop")


def test_the_settings_device_is_asked_for(studio: TestStudio) -> None:
    studio.settings.change(device="cpu")
    studio.make_ready()
    studio.paint()
    assert studio.engine.requests[0].device == "cpu"


@pytest.mark.parametrize("complete", [True, False])
def test_what_became_of_it_is_said(studio: TestStudio, qtbot: QtBot, complete: bool) -> None:
    studio.make_ready()
    seen: list[Version] = []
    studio.session.painting.finished.connect(functools.partial(list.append, seen))
    studio.start()
    if complete:
        studio.engine.allow_all()
    else:
        studio.trigger("stop")
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert "48 × 32 px" in studio.window.status.sentence
    assert studio.window.status.sentence.startswith("Painted" if complete else "Stopped")


def test_reduced_motion_shows_few_frames(studio: TestStudio, qtbot: QtBot) -> None:
    studio.settings.change(reduced_motion=True)
    studio.make_ready()
    frames: list[object] = []
    studio.session.painting.frame_arrived.connect(frames.append)
    studio.start()
    qtbot.waitUntil(lambda: len(frames) == 1)
    first = studio.window.canvas.shown_image()
    studio.session.painting.frame_arrived.emit(Frame(make_picture(shade=1).pixels, 2))
    assert studio.window.canvas.shown_image() == first
    with qtbot.waitSignal(studio.session.painting.finished):
        studio.engine.allow_all()
