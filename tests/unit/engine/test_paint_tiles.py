"""Runs of Paint in tiles: the same picture, stopped, paused, steered, kept and gone on with as any other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from torch import Tensor

from stylegui.engine import fitting, paint, snapshot
from stylegui.engine.control import RunControl
from stylegui.engine.encoders.encoder import Encoder
from stylegui.engine.encoders.interrupt import Check
from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.plan import Scale
from stylegui.engine.request import StyleInput, TransferRequest
from tests.unit.engine.painting import KeepingSink, request, style, waves
from tests.unit.engine.test_paint_failures import CPU_TEXT, FaultyNet

# Taller than a tile with its surroundings: five tiles below each other.
SIDE_PX, WIDTH_PX, TILE_PX = 304, 112, 64
# Passes through the network up to the first step in tiles, and of each: moments, content and gradient of each tile.
PASSES_BEFORE, PASSES_A_STEP = 15, 15
TILED_PLAN = (Scale(64, 3), Scale(SIDE_PX, 4, tile_px=TILE_PX))
WHOLE_PLAN = (Scale(64, 3), Scale(SIDE_PX, 4))
PATIENCE_S = 60


def asked(**params: Any) -> TransferRequest:
    """A tall photo and a style that are as large as the canvas, so that nothing is resized on the way to it."""
    of = Picture(waves(SIDE_PX, WIDTH_PX), name="photo")
    tall = Picture(style(side=SIDE_PX).pixels[:, :96])
    return request(of, (StyleInput(tall),), size_px=SIDE_PX, **({"start": "photo"} | params))


def run(
    encoder: Encoder, plan: tuple[Scale, ...] = TILED_PLAN, control: RunControl | None = None, **params: Any
) -> tuple[Result, KeepingSink]:
    sink = KeepingSink()
    return paint.run_with(encoder, asked(**params), control or RunControl(), sink, plan), sink


@pytest.mark.parametrize("colour", ["style", "photo", "luminance"])
def test_a_run_in_tiles_paints_what_a_whole_one_paints(encoder: Encoder, colour: str) -> None:
    # The first stage is whole and the same for both.
    tiled, sink = run(encoder, (Scale(SIDE_PX, 2), Scale(SIDE_PX, 4, tile_px=TILE_PX)), colour=colour)
    whole, _ = run(encoder, (Scale(SIDE_PX, 2), Scale(SIDE_PX, 4)), colour=colour)
    assert tiled.complete and tiled.picture.size == whole.picture.size == (WIDTH_PX, SIDE_PX)
    assert tiled.picture.bits == 16
    difference = np.abs(tiled.picture.to_float() - whole.picture.to_float())
    assert difference.mean() < 0.05 / 255
    assert tiled.recipe["tiles_px"] == {str(SIDE_PX): TILE_PX} and "tiles_px" not in whole.recipe
    assert [progress.step for progress in sink.steps] == list(range(1, 7))


def test_the_same_run_gives_the_same_bits(encoder: Encoder) -> None:
    first, second = (run(encoder)[0] for _ in range(2))
    assert first.picture.digest == second.picture.digest and first.recipe == second.recipe


def test_large_frames_are_shown_reduced(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paint, "FRAME_PX", 160)
    _, sink = run(encoder)
    assert [frame.pixels.shape[:2] for frame in sink.frames[3:]] == [(152, 56)] * 4
    assert sink.steps[-1].height == SIDE_PX


def test_a_run_is_stopped_inside_a_step_and_keeps_its_picture(encoder: Encoder) -> None:
    control = RunControl()
    net = _Watched(encoder, lambda count: control.cancel() if count == PASSES_BEFORE + 2 * PASSES_A_STEP - 3 else None)
    result, sink = run(replace(encoder, net=net), control=control)
    assert not result.complete
    assert result.recipe["steps"] == len(sink.steps) == 4
    assert net.count == PASSES_BEFORE + 2 * PASSES_A_STEP - 3
    assert result.picture.size == (WIDTH_PX, SIDE_PX)
    # The picture is the one after the last full step.
    np.testing.assert_allclose(result.picture.to_float().mean(), sink.frames[-1].pixels.mean() / 255, atol=0.01)


def test_a_pause_inside_a_step_changes_nothing(encoder: Encoder) -> None:
    plain, _ = run(encoder)
    control, paused = RunControl(), threading.Event()

    def halfway(count: int) -> None:
        if count == PASSES_BEFORE + PASSES_A_STEP + 3:
            control.pause()
            paused.set()

    found: list[Result] = []
    net = _Watched(encoder, halfway)
    thread = threading.Thread(target=lambda: found.append(run(replace(encoder, net=net), control=control)[0]))
    thread.start()
    assert paused.wait(PATIENCE_S)
    thread.join(0.3)
    assert thread.is_alive() and net.count == PASSES_BEFORE + PASSES_A_STEP + 3
    control.resume()
    thread.join(PATIENCE_S)
    assert found[0].picture.digest == plain.picture.digest


def test_steering_reaches_tiles_as_it_reaches_the_whole(encoder: Encoder) -> None:
    changes = {"brush_size": 150.0, "strength": 90.0, "smoothness": 100.0, "blend": (0.2, 0.8)}
    styles = (StyleInput(style(1, SIDE_PX)), StyleInput(style(2, SIDE_PX)))

    def steered(tile_px: int) -> Result:
        control = RunControl()
        sink = KeepingSink(on_progress=lambda progress: control.steer(**changes) if progress.step == 3 else None)
        plan = (Scale(SIDE_PX, 2), Scale(SIDE_PX, 3, tile_px=tile_px))
        return paint.run_with(encoder, replace(asked(), styles=styles), control, sink, plan)

    tiled, whole = steered(TILE_PX), steered(0)
    assert tiled.recipe["steering"] == whole.recipe["steering"] == [{"step": 4, "changes": changes}]
    # Larger than it is, a style is enlarged once in 8 bits and once in float32.
    assert np.abs(tiled.picture.to_float() - whole.picture.to_float()).mean() < 0.2 / 255


def test_a_run_torn_off_in_tiles_goes_on_bit_by_bit(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "TILES_PX", (*fitting.TILES_PX, TILE_PX))
    plain, _ = run(encoder)
    kept = tmp_path / "kept"

    def keep(pieces: Iterable[memoryview]) -> None:
        kept.write_bytes(b"".join(pieces))

    control = RunControl(keep=keep)
    net = _Watched(encoder, lambda count: control.cancel() if count == PASSES_BEFORE + 3 * PASSES_A_STEP - 1 else None)
    torn, _ = run(replace(encoder, net=net), control=control)
    assert not torn.complete and torn.recipe["steps"] == 5
    resumed, sink = run(encoder, control=RunControl(resume_from=kept))
    assert not sink.notices
    assert sink.steps[0].step == torn.recipe["steps"] + 1
    assert resumed.picture.digest == plain.picture.digest and resumed.recipe == plain.recipe


def test_out_of_memory_in_a_tile_halves_the_tiles_and_the_size_stays(
    encoder: Encoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "TILES_PX", (64, 32, 16))
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), passes=range(14, 15))
    result, sink = run(replace(encoder, net=net), (Scale(64, 3), Scale(SIDE_PX, 4, tile_px=32)))
    assert result.complete and result.picture.size == (WIDTH_PX, SIDE_PX)
    assert result.recipe["tiles_px"] == {str(SIDE_PX): 16}
    assert not sink.notices
    assert [progress.step for progress in sink.steps] == list(range(1, 8))


def test_out_of_memory_at_once_goes_on_in_tiles_and_says_so(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "TILES_PX", (64, 32, 16))
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), passes=range(5, 6))
    result, sink = run(replace(encoder, net=net), WHOLE_PLAN)
    assert result.complete and result.picture.size == (WIDTH_PX, SIDE_PX)
    assert len(sink.notices) == 1 and "in tiles" in sink.notices[0]
    assert result.recipe["tiles_px"] == {str(SIDE_PX): 64}
    assert [progress.step for progress in sink.steps] == list(range(1, 8))


def test_lbfgs_is_never_painted_in_tiles(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "TILES_PX", (64, 32, 16))
    net = FaultyNet(encoder, lambda: RuntimeError(CPU_TEXT), limit_px=90)
    result, _ = run(replace(encoder, net=net), WHOLE_PLAN, optimiser="lbfgs")
    assert result.complete and max(result.picture.size) < SIDE_PX and "tiles_px" not in result.recipe


def test_a_tile_out_of_range_is_taken_back(encoder: Encoder) -> None:
    result, sink = run(replace(encoder, net=FaultyNet(encoder, passes=range(10, 11))))
    assert result.complete and [progress.step for progress in sink.steps] == list(range(1, 8))
    assert result.picture.to_float().std() > 0.1


class _Watched:
    """The network, which tells the number of each pass before it begins."""

    def __init__(self, encoder: Encoder, tell: Callable[[int], None]) -> None:
        self.net, self.tell, self.count = encoder.net, tell, 0

    def __call__(
        self, x: Tensor, taps: tuple[str, ...], stride: int = 2, check: Check | None = None
    ) -> dict[str, Tensor]:
        self.count += 1
        self.tell(self.count)
        return self.net(x, taps, stride, check)

    def scale_channels(self, scales: Any) -> None:
        raise NotImplementedError
