"""One picture from bytes to bytes, with the real engine; and that nothing that goes wrong gets further."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image

from stylegui.batch import painting
from stylegui.batch.order import Failed, Order, Painted, Source
from stylegui.batch.painting import NO_MEMORY, carry_out
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, EngineError, Result, Sink
from stylegui.engine.images import read_recipe
from stylegui.engine.request import InstantParams, TransferRequest
from tests.conftest import ExpectLog
from tests.unit.batch.batches import FILE, save_noise

SAVE = {name: value for name, value in FILE.items() if name != "recipe"}


@pytest.fixture
def order(tmp_path: Path) -> Order:
    photo = save_noise(tmp_path / "photo.png", 1, 80, 64).read_bytes()
    style = save_noise(tmp_path / "style.png", 2, 64, 64).read_bytes()
    params = {"size_px": 64, "strength": 60.0}
    return Order(
        Source(photo, "photo.png"),
        Source(style, "style.png", "Noise"),
        "instant",
        params,
        SAVE,
        "a.jpg",
        True,
        "cpu",
        1,
    )


@pytest.fixture(autouse=True)
def _threads() -> Any:
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


def test_the_same_order_gives_the_same_bytes_whatever_came_before(order: Order, tmp_path: Path) -> None:
    shares: list[float] = []
    first = carry_out(order, shares.append)
    other = carry_out(replace(order, params={"size_px": 64, "strength": 20.0}))
    again = carry_out(order)
    assert isinstance(first, Painted) and isinstance(again, Painted) and isinstance(other, Painted)
    assert first.data == again.data != other.data
    assert shares and shares[-1] == 1
    with Image.open(io.BytesIO(first.data)) as image:
        assert (image.format, image.size) == ("JPEG", (64, 51))
    (tmp_path / "a.jpg").write_bytes(first.data)
    recipe = read_recipe(tmp_path / "a.jpg")
    assert recipe is not None and recipe["params"]["strength"] == 60 and recipe["threads"] == 1
    assert recipe["styles"][0]["title"] == "Noise"
    assert first.recipe["dtype"] == "float32" and first.seconds > 0


def test_an_order_says_how_it_is_computed(order: Order) -> None:
    tuning = {"dtype": "bfloat16", "channels_last": False, "threads": "all"}
    answer = carry_out(replace(order, tuning=tuning))
    assert isinstance(answer, Painted)
    assert (answer.recipe["dtype"], answer.recipe["network"]["channels_last"]) == ("bfloat16", False)
    assert carry_out(replace(order, tuning={"dtype": "float8"})) == Failed(
        "How the picture is to be computed cannot be understood."
    )


def test_a_file_without_its_recipe(order: Order, tmp_path: Path) -> None:
    answer = carry_out(replace(order, recipe=False))
    assert isinstance(answer, Painted) and answer.recipe
    (tmp_path / "a.jpg").write_bytes(answer.data)
    assert read_recipe(tmp_path / "a.jpg") is None


def test_a_bad_picture_is_one_sentence(order: Order) -> None:
    answer = carry_out(replace(order, photo=Source(b"no picture", "cat.jpg")))
    assert answer == Failed("“cat.jpg” is not a picture, or of a kind that cannot be opened.")


def stands_in(monkeypatch: pytest.MonkeyPatch, run: Callable[..., Result]) -> None:
    engine = Engine("instant", "Instant", InstantParams, run, lambda _: pytest.fail("nobody asked"))
    monkeypatch.setattr(painting, "engines", lambda: {"instant": engine})


@pytest.mark.parametrize(
    ("error", "answer"),
    [
        (EngineError("The weights are broken.", "model"), Failed("The weights are broken.", hopeless=True)),
        (EngineError("This photo will not do.", "input"), Failed("This photo will not do.")),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), Failed(NO_MEMORY)),
        (MemoryError(), Failed(NO_MEMORY)),
    ],
)
def test_what_an_engine_cannot_do_is_an_answer(
    order: Order, monkeypatch: pytest.MonkeyPatch, error: Exception, answer: Failed
) -> None:
    def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        raise error

    stands_in(monkeypatch, run)
    assert carry_out(order) == answer


def test_an_error_of_the_program_is_an_answer_and_logged(
    order: Order, monkeypatch: pytest.MonkeyPatch, expect_log: ExpectLog
) -> None:
    def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        raise ZeroDivisionError("oh")

    stands_in(monkeypatch, run)
    expect_log("an error in the program while a.jpg was painted")
    assert carry_out(order) == Failed("This should not have happened: ZeroDivisionError: oh.")


def test_what_the_engine_has_to_say_comes_along(order: Order, monkeypatch: pytest.MonkeyPatch) -> None:
    def run(request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        assert not sink.wants_frame()
        sink.notice("It is painted smaller.")
        return Result(request.photo, {})

    stands_in(monkeypatch, run)
    answer = carry_out(order)
    assert isinstance(answer, Painted) and answer.notes == ("It is painted smaller.",)
