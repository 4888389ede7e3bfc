"""`stylegui render --engine instant`: one pass, told without steps, with the options of its own engine."""

from __future__ import annotations

import os
import re
import signal
from pathlib import Path

import numpy as np
import pytest

from stylegui.cli import main
from stylegui.commands import render
from stylegui.engine.control import RunControl
from stylegui.engine.engines import Engine, Estimate, Progress, Result, Sink
from stylegui.engine.images import Picture, SaveOptions, load_picture, read_recipe, save_picture
from stylegui.engine.request import InstantParams, TransferRequest

Capture = pytest.CaptureFixture[str]


def command(*words: str) -> list[str]:
    return ["render", "photo.png", "style.png", "--engine", "instant", "--device", "cpu", *words]


def a_picture(seed: int, width: int, height: int) -> Picture:
    return Picture(np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    save_picture(a_picture(1, 96, 64), tmp_path / "photo.png", SaveOptions(), None)
    save_picture(a_picture(2, 64, 64), tmp_path / "style.png", SaveOptions(), None)
    return tmp_path


class Pen:
    """An engine of one pass that keeps what it was asked for, and hears Ctrl+C in the middle where it is told to."""

    def __init__(self) -> None:
        self.requests: list[TransferRequest] = []
        self.interrupted = False

    def run(self, request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        self.requests.append(request)
        if self.interrupted:
            os.kill(os.getpid(), signal.SIGINT)
        control.checkpoint()
        sink.progress(Progress(100, 100, 30, 20, 0.42, 0.0, "CPU"))
        return Result(a_picture(3, 30, 20), {"strength": request.instant.strength})

    def estimate(self, _request: TransferRequest) -> Estimate:
        raise AssertionError("nothing asked for an estimate")


@pytest.fixture
def pen(monkeypatch: pytest.MonkeyPatch) -> Pen:
    pen = Pen()
    engine = Engine("instant", "Instant", InstantParams, pen.run, pen.estimate, one_pass=True)
    monkeypatch.setattr(render, "engines", lambda: {"paint": engine, "instant": engine})
    return pen


def test_options_are_those_of_instant(pen: Pen) -> None:
    assert main(command("-o", "a.png")) == 0
    words = "--model fast --size 2000 --strength 40 --brush-size 150 --colour luminance --detail 25"
    assert main(command("-o", "b.png", *words.split())) == 0
    assert [request.params for request in pen.requests] == [
        InstantParams(model="fine"),
        InstantParams(model="fast", size_px=2000, strength=40, brush_size=150, colour="luminance", detail=25),
    ]
    assert {request.engine for request in pen.requests} == {"instant"}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["--preset", "good"], "unrecognized arguments: --preset good"),
        (["--model", "huge"], "invalid choice: 'huge'"),
        (["--detail", "101"], "“101” is not a number from 0 to 100"),
        (["--start-picture", "style.png"], "--start-picture is for --engine paint"),
    ],
)
def test_what_instant_does_not_know_is_refused(
    pen: Pen, folder: Path, words: list[str], text: str, capsys: Capture
) -> None:
    assert main(command("-o", "out.png", *words)) == 2
    assert text in capsys.readouterr().err
    assert not pen.requests and not (folder / "out.png").exists()


def test_one_pass_is_told_without_steps(pen: Pen, capsys: Capture) -> None:
    assert main(command("-o", "out.png")) == 0
    assert capsys.readouterr().err.splitlines() == [
        "Getting ready …",
        "100 %  30 × 20  CPU  0:00 left",
        "out.png: 30 × 20 px, painted in 0.4 s",
    ]


def test_ctrl_c_leaves_nothing_even_where_a_part_would_be_kept(pen: Pen, folder: Path, capsys: Capture) -> None:
    pen.interrupted = True
    assert main(command("-o", "out.png", "--keep-partial")) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Stopped before the end; nothing was saved."
    assert not (folder / "out.png").exists()


def test_the_shipped_network_paints_the_same_file_bit_by_bit(folder: Path, capsys: Capture) -> None:
    for name in ("first.png", "second.png"):
        assert main(command("-o", name, "--size", "96")) == 0
    assert re.search(r"second\.png: 96 × 64 px, painted in ", capsys.readouterr().err)
    assert (folder / "first.png").read_bytes() == (folder / "second.png").read_bytes()
    assert not np.array_equal(load_picture(folder / "first.png").pixels, load_picture(folder / "photo.png").pixels)
    recipe = read_recipe(folder / "first.png")
    assert recipe is not None and recipe["engine"] == "instant" and recipe["params"]["model"] == "fine"
