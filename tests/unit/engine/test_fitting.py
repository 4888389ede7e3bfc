"""What is painted whole, what in tiles and what smaller, by memory."""

from __future__ import annotations

from dataclasses import replace

import pytest

from stylegui.engine import cost
from stylegui.engine.encoders.encoder import ENCODERS
from stylegui.engine.fitting import TILES_PX, Shape, fitted, in_tiles, peak_bytes, smaller_tiles
from stylegui.engine.plan import Scale, make_plan
from stylegui.engine.request import Preset

PRINT = Shape(ENCODERS["builtin"], aspect=2 / 3, fullness=1.0)
GB = 1e9


@pytest.mark.parametrize("preset", ["draft", "good", "fine"])
@pytest.mark.parametrize("encoder", ["builtin", "squeezenet", "vgg19"])
def test_forty_megapixels_fit_into_four_gigabytes(preset: Preset, encoder: str) -> None:
    asked = make_plan(preset, 7746)
    shape = replace(PRINT, kind=ENCODERS[encoder])
    plan = fitted(asked, shape, 4 * GB)
    assert [replace(scale, tile_px=0) for scale in plan] == list(asked)
    assert plan[-1].tile_px and not plan[0].tile_px
    assert peak_bytes(plan, shape) <= cost.USABLE_SHARE * 4 * GB


def test_what_fits_whole_is_painted_whole() -> None:
    asked = make_plan("fine", 1500)
    assert fitted(asked, PRINT, 32 * GB) == asked
    assert fitted(asked, PRINT, 0) == asked


def test_only_stages_that_do_not_fit_are_in_tiles_and_those_as_large_as_can_be() -> None:
    plan = fitted(make_plan("good", 6000), PRINT, 8 * GB)
    room = 8 * GB * cost.USABLE_SHARE
    for scale in plan:
        assert PRINT.bytes(scale) <= room
        if scale.tile_px:
            assert PRINT.bytes(replace(scale, tile_px=0)) > room
            larger = [px for px in TILES_PX if px > scale.tile_px]
            assert all(PRINT.bytes(replace(scale, tile_px=px)) > room for px in larger)
    assert {bool(scale.tile_px) for scale in plan} == {True, False}


def test_more_memory_never_means_smaller_tiles() -> None:
    asked = (Scale(5000, 10),)
    sizes = [fitted(asked, PRINT, gigabytes * GB)[0].tile_px or 9999 for gigabytes in (2, 2.5, 3, 4, 8, 64)]
    assert sizes == sorted(sizes) and sizes[0] < sizes[-2] < sizes[-1]


def test_a_picture_too_large_even_for_tiles_is_made_as_large_as_fits() -> None:
    asked = make_plan("good", 8192)
    plan = fitted(asked, PRINT, 1 * GB)
    long_px = plan[-1].long_px
    assert plan[-1].tile_px == TILES_PX[-1]
    assert 1000 < long_px < 8192
    assert peak_bytes(plan, PRINT) <= cost.USABLE_SHARE * GB
    assert PRINT.bytes(replace(plan[-1], long_px=long_px + 4)) > cost.USABLE_SHARE * GB
    # More than could be painted at once.
    assert long_px > cost.fitting_px(asked, PRINT.fullness, "builtin", 2, 1 * GB)


def test_without_tiles_the_size_shrinks() -> None:
    plan = fitted(make_plan("good", 4000), PRINT, 2 * GB, tiles=False)
    assert plan[-1].long_px < 4000 and not any(scale.tile_px for scale in plan)


def test_tiles_that_are_asked_for_are_kept_or_made_smaller() -> None:
    assert fitted((Scale(3000, 2, tile_px=768),), PRINT, 64 * GB)[0].tile_px == 768
    assert 0 < fitted((Scale(3000, 2, tile_px=1024),), PRINT, 1.2 * GB)[0].tile_px < 1024


def test_after_running_out_of_memory_tiles_are_halved_until_that_does_not_help() -> None:
    scale, seen = Scale(3000, 2), []
    while tile_px := smaller_tiles(scale, PRINT):
        seen.append(tile_px)
        scale = replace(scale, tile_px=tile_px)
    assert seen == [1024, 512, 256]
    assert smaller_tiles(Scale(400, 2), PRINT) == 0


def test_in_tiles_leaves_small_stages_and_smaller_tiles_alone() -> None:
    plan = (Scale(400, 1), Scale(3000, 1), Scale(4000, 1, tile_px=256), Scale(5000, 1, tile_px=1024))
    assert [scale.tile_px for scale in in_tiles(plan, PRINT, 512)] == [0, 512, 256, 512]
