"""The same request gives the same bytes, whatever was painted before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch

from stylegui.engine.control import RunControl
from stylegui.engine.engines import Result
from stylegui.engine.images import Picture
from stylegui.engine.instant.model import load_instant
from stylegui.engine.instant.run import run_with
from stylegui.engine.instant.style import StyleShelf
from stylegui.engine.request import InstantParams, StyleInput, TransferRequest
from tests.unit.engine.painting import KeepingSink, style, waves

SIZE_PX = 160


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def paint(shelf: Path | None, threads: int) -> Result:
    """A picture by the shipped network in two styles, as a thread with so many helpers paints it."""
    torch.set_num_threads(threads)
    styles = (StyleInput(style(1, 160), 2.0), StyleInput(style(2, 160), 1.0))
    request = TransferRequest(Picture(waves(120, 160)), styles, InstantParams(size_px=SIZE_PX), engine="instant")
    return run_with(load_instant("fine", torch.device("cpu")), StyleShelf(shelf), request, RunControl(), KeepingSink())


def test_a_picture_is_the_same_whether_its_styles_are_read_or_recalled(tmp_path: Path) -> None:
    first, again, alone = paint(tmp_path, 1), paint(tmp_path, 1), paint(None, 1)
    assert np.array_equal(first.picture.pixels, again.picture.pixels)
    assert np.array_equal(first.picture.pixels, alone.picture.pixels)
    assert first.recipe == again.recipe == alone.recipe


def test_styles_that_were_read_with_other_threads_do_not_change_it(tmp_path: Path) -> None:
    paint(tmp_path, 1)
    after_another = paint(tmp_path, 2)
    assert np.array_equal(after_another.picture.pixels, paint(None, 2).picture.pixels)
    # Two styles, for one thread and for two: what differs in the last bit is not shared.
    assert len(list(tmp_path.iterdir())) == 4


def test_the_recipe_has_all_that_a_replay_needs() -> None:
    recipe = paint(None, 2).recipe
    assert recipe["engine"] == "instant"
    assert InstantParams.model_validate(recipe["params"]) == InstantParams(size_px=SIZE_PX)
    assert recipe["network"]["id"] == "instant-fine" and len(recipe["network"]["sha256"]) == 64
    assert recipe["encoder"]["id"] == "builtin" and len(recipe["encoder"]["sha256"]) == 64
    assert recipe["device"] == "cpu"
    assert recipe["dtype"] in ("float32", "bfloat16")
    assert recipe["threads"] == 2
