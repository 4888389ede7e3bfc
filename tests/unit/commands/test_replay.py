"""`stylegui replay`: pictures painted again from their own recipes, with the real Instant; what is found, and told."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from stylegui.cli import main
from stylegui.commands import replay
from stylegui.engine.control import RunControl, Steering
from stylegui.engine.engines import Engine, Estimate, Result, Sink
from stylegui.engine.images import Picture, SaveOptions, load_picture, read_recipe, save_picture
from stylegui.engine.replay import Replay
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.project.finding import Whereabouts
from tests.unit.batch.batches import save_noise

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a photo and two styles."""
    monkeypatch.chdir(tmp_path)
    save_noise(tmp_path / "photo.png", 1, 96, 64)
    save_noise(tmp_path / "style.png", 2, 64, 64)
    save_noise(tmp_path / "other.png", 3, 64, 64)
    return tmp_path


@pytest.fixture(autouse=True)
def _threads() -> Iterator[None]:
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def render(output: str, *words: str) -> None:
    options = ["--engine", "instant", "--model", "fast", "--device", "cpu", "--size", "64", "--quiet"]
    assert main(["render", "photo.png", "style.png", "-o", output, *options, *words]) == 0


def changed(path: Path, recipe: dict[str, Any] | None = None, **changes: Any) -> None:
    """Save a picture anew with another recipe."""
    content = recipe or read_recipe(path)
    assert content is not None
    save_picture(load_picture(path), path, SaveOptions(), {**content, **changes})


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.png", ()),
        ("a.png", ("--bits", "16")),
        ("a.jpg", ("--quality", "70")),
        ("a.webp", ()),
        ("a.webp", ("--lossless",)),
        ("a.tiff", ("--bits", "16")),
    ],
)
def test_a_picture_comes_out_the_same_whatever_its_format(name: str, words: tuple[str, ...], capsys: Capture) -> None:
    render(name, *words)
    assert main(["replay", name, "-q"]) == 0
    assert capsys.readouterr().out == "identical\n"


def test_the_result_is_saved_as_the_first_one_was(folder: Path, capsys: Capture) -> None:
    render("a.jpg", "--quality", "70")
    before = (folder / "a.jpg").read_bytes()
    assert main(["replay", "a.jpg", "-o", "b.jpg"]) == 0
    assert (folder / "b.jpg").read_bytes() == before == (folder / "a.jpg").read_bytes()
    captured = capsys.readouterr()
    assert captured.out == "identical\n" and "b.jpg: 64 × 43 px" in captured.err


def test_the_number_of_threads_and_the_number_format_are_those_of_then(folder: Path, capsys: Capture) -> None:
    render("a.png")
    content = read_recipe(folder / "a.png")
    assert content is not None and content["threads"] == 1
    dtype = "float32" if content["dtype"] == "bfloat16" else "bfloat16"
    network = {**content["network"], "channels_last": not content["network"]["channels_last"]}
    changed(folder / "a.png", threads=2, dtype=dtype, network=network)
    main(["replay", "a.png", "-o", "b.png", "-q"])
    again = read_recipe(folder / "b.png")
    assert again is not None and (again["threads"], again["dtype"], again["network"]) == (2, dtype, network)


def test_what_differs_is_told(folder: Path, capsys: Capture) -> None:
    render("a.png")
    pixels = load_picture(folder / "a.png").pixels.copy()
    pixels[:, : pixels.shape[1] // 4] ^= 16
    save_picture(Picture(pixels), folder / "a.png", SaveOptions(), read_recipe(folder / "a.png"))
    assert main(["replay", "a.png"]) == 1
    assert capsys.readouterr().out == "differs: 25.0 % of pixels, by 16.0 of 255 steps at most\n"


def test_another_way_of_computing_is_told(folder: Path, capsys: Capture) -> None:
    render("a.png")
    changed(folder / "a.png", torch="1.0")
    assert main(["replay", "a.png"]) == 0
    assert f"Computed otherwise than then: torch 1.0 → {torch.__version__}." in capsys.readouterr().err


def test_another_network_is_told_before_the_work(folder: Path, capsys: Capture) -> None:
    render("a.png")
    content = read_recipe(folder / "a.png")
    assert content is not None
    changed(folder / "a.png", network={**content["network"], "sha256": "0" * 64})
    main(["replay", "a.png"])
    told = capsys.readouterr().err
    assert "The network “instant-fast” is another one than then, so the picture will not be the same." in told


def test_a_crop_of_the_picture_is_another_one(folder: Path, capsys: Capture) -> None:
    render("a.png")
    save_picture(
        Picture(load_picture(folder / "a.png").pixels[:20]),
        folder / "a.png",
        SaveOptions(),
        read_recipe(folder / "a.png"),
    )
    assert main(["replay", "a.png"]) == 1
    assert capsys.readouterr().out == "differs: 64 × 43 px and not 64 × 20 px\n"


def test_photo_and_style_are_known_by_what_they_show(folder: Path, capsys: Capture) -> None:
    render("a.png")
    (folder / "photo.png").rename(folder / "holiday.png")
    (folder / "style.png").rename(folder / "monet.png")
    shutil.copy(folder / "other.png", folder / "photo.png")
    shutil.copy(folder / "other.png", folder / "style.png")
    (folder / "broken.png").write_bytes(b"nothing")
    assert main(["replay", "a.png", "-q"]) == 0
    assert capsys.readouterr().out == "identical\n"


def test_a_style_is_found_in_the_library(folder: Path, capsys: Capture) -> None:
    StyleLibrary(Paths.of_user()).add(folder / "style.png", "Lilies")
    render("a.png")
    (folder / "style.png").unlink()
    assert main(["replay", "a.png", "-q"]) == 0


def test_they_are_found_where_the_batch_had_them(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    words = ["--styles", "style.png", "-o", "out", "--model", "fast", "--size", "64", "--device", "cpu", "-q"]
    (folder / "photos" / "deep").mkdir(parents=True)
    (folder / "photo.png").rename(folder / "photos" / "deep" / "photo.png")
    assert main(["batch", str(folder / "photos"), *words, "--workers", "1", "--threads", "1"]) == 0
    assert main(["replay", "out/deep/photo--style.jpg", "-q"]) == 0
    assert capsys.readouterr().out == "identical\n"


def test_a_photo_is_found_where_it_lay_when_the_picture_was_exported(folder: Path, capsys: Capture) -> None:
    render("a.png")
    digest = load_picture(folder / "photo.png").digest
    (folder / "deep").mkdir()
    (folder / "photo.png").rename(folder / "deep" / "photo.png")
    Whereabouts(Paths.of_user().state / "photos.json").remember(digest, folder / "deep" / "photo.png")
    assert main(["replay", "a.png", "-q"]) == 0


def test_they_may_be_named(folder: Path, capsys: Capture) -> None:
    render("a.png")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    for name in ("photo.png", "style.png"):
        (folder / name).rename(elsewhere / name)
    named = ["--photo", "elsewhere/photo.png", "--style", "elsewhere/style.png"]
    assert main(["replay", "a.png", "-q", *named]) == 0
    assert main(["replay", "a.png", "-q", *named[:2]]) == 1
    assert "The style “style.png” (64 × 64 px) is not in the library, nor in" in capsys.readouterr().err
    assert main(["replay", "a.png", "-q", *named[2:]]) == 1
    told = capsys.readouterr().err
    assert f"The photo “photo.png” (96 × 64 px) is not in {folder}: say where it is with --photo FILE." in told


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--photo", "other.png"], "other.png does not show the same as the photo “photo.png” (96 × 64 px)"),
        (["--style", "other.png"], "other.png is none of the styles that this was painted in."),
        (["--photo", "gone.png"], "“gone.png” was not found"),
        (["-o", "photo.png"], "photo.png is one of the pictures to work from and is not overwritten."),
        (["-o", "a.png"], "a.png is one of the pictures to work from and is not overwritten."),
        (["-o", "b.xyz"], "b.xyz should end in"),
    ],
)
def test_what_does_not_fit_is_refused(words: list[str], sentence: str, capsys: Capture) -> None:
    render("a.png")
    assert main(["replay", "a.png", *words]) in (1, 2)
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    ("recipe", "sentence"),
    [
        ({"engine": "dream"}, "does not know"),
        ({"engine": "instant", "params": {"size_px": "huge"}}, "cannot be understood"),
        ({"engine": "instant", "photo": {}, "styles": []}, "does not say from which pictures"),
        ({"engine": "instant", "styles": [{"title": "x"}]}, "does not say from which pictures"),
    ],
)
def test_a_recipe_of_no_use_says_so(folder: Path, recipe: dict[str, Any], sentence: str, capsys: Capture) -> None:
    changed(folder / "photo.png", recipe)
    assert main(["replay", "photo.png"]) == 1
    assert sentence in capsys.readouterr().err


def test_a_picture_without_a_recipe_says_so(capsys: Capture) -> None:
    assert main(["replay", "photo.png"]) == 1
    assert "photo.png holds no recipe" in capsys.readouterr().err


class Hand:
    """A Paint that only keeps what it was asked for, and tells of the same steps."""

    def __init__(self, steps: int) -> None:
        self.requests: list[TransferRequest] = []
        self._steps = steps

    def run(self, request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        self.requests.append(request)
        assert not control.cancelled and not sink.wants_frame()
        return Result(request.photo, {"steps": self._steps}, complete=False)

    def estimate(self, _request: TransferRequest) -> Estimate:
        raise AssertionError("nobody asked")


@pytest.mark.parametrize(("steps", "code"), [(40, 0), (12, 130)])
def test_a_run_that_was_steered_and_stopped_is_asked_for_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture, steps: int, code: int
) -> None:
    hand = Hand(steps)
    engine = Engine("paint", "Paint", PaintParams, hand.run, hand.estimate)
    monkeypatch.setattr(replay, "engines", lambda: {"paint": engine})
    photo, style, start = (load_picture(folder / name) for name in ("photo.png", "style.png", "other.png"))

    def entry(picture: Picture, **more: Any) -> dict[str, Any]:
        return {"sha256": picture.digest, "width": picture.width, "height": picture.height, **more}

    recipe = {
        "engine": "paint",
        "params": PaintParams(start="picture", seed=7).model_dump(mode="json"),
        "photo": entry(photo),
        "styles": [entry(style, title="Lilies", weight=0.25)],
        "start_picture": entry(start),
        "steering": [{"step": 9, "changes": {"strength": 80.0}}],
        "steps": 40,
        "complete": False,
        "device": "cpu",
        "threads": 1,
    }
    save_picture(replace(photo, source=""), folder / "a.png", SaveOptions(), recipe)
    assert main(["replay", "a.png"]) == code
    (request,) = hand.requests
    assert request.paint == PaintParams(start="picture", seed=7)
    assert request.replay == Replay((Steering(9, {"strength": 80.0}),), stop_after=40)
    assert [(each.name, each.weight) for each in request.styles] == [("Lilies", 0.25)]
    assert request.start_picture is not None and np.array_equal(request.start_picture.pixels, start.pixels)
    assert capsys.readouterr().out == ("identical\n" if code == 0 else "")
