"""`stylegui render`: what is asked of the engine, what is saved, and what is refused before any work is done."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest

import stylegui
from stylegui.cli import main
from stylegui.commands import render
from stylegui.engine.control import Cancelled, RunControl
from stylegui.engine.engines import Engine, EngineError, Estimate, Progress, Result, Sink
from stylegui.engine.images import Picture, SaveOptions, load_picture, read_recipe, save_picture
from stylegui.engine.request import PaintParams, TransferRequest
from stylegui.library import StyleLibrary
from stylegui.paths import Paths

Capture = pytest.CaptureFixture[str]


def picture(seed: int, width: int = 32, height: int = 24) -> Picture:
    values = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    return Picture(values, name=f"picture {seed}")


def paint_to_the_end(control: RunControl, sink: Sink) -> bool:
    return True


@dataclass
class Studio:
    """An engine that does what the test says and keeps what it was asked for."""

    act: Callable[[RunControl, Sink], bool] = paint_to_the_end
    requests: list[TransferRequest] = field(default_factory=list)

    def run(self, request: TransferRequest, control: RunControl, sink: Sink) -> Result:
        self.requests.append(request)
        sink.progress(Progress(3, 10, 32, 24, 61.0, 120.0, "CPU"))
        complete = self.act(control, sink)
        return Result(picture(9), {"seed": request.paint.seed}, complete)

    def estimate(self, _request: TransferRequest) -> Estimate:
        raise AssertionError("nothing asked for an estimate")


@pytest.fixture
def studio(monkeypatch: pytest.MonkeyPatch) -> Studio:
    studio = Studio()
    engine = Engine("paint", "Paint", PaintParams, studio.run, studio.estimate)
    monkeypatch.setattr(render, "engines", lambda: {"paint": engine})
    return studio


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with a photo and two style pictures."""
    monkeypatch.chdir(tmp_path)
    for seed, name in enumerate(("photo.png", "style.png", "other.png")):
        save_picture(picture(seed), tmp_path / name, SaveOptions(), None)
    return tmp_path


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"photo.png", "style.png", "other.png"}


def test_the_picture_is_saved_with_its_recipe(studio: Studio, folder: Path, capsys: Capture) -> None:
    assert main(["render", "photo.png", "style.png", "-o", "out.png", "--seed", "5"]) == 0
    assert np.array_equal(load_picture(folder / "out.png").pixels, picture(9).pixels)
    assert read_recipe(folder / "out.png") == {"seed": 5}
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.splitlines() == [
        "Getting ready …",
        " 30 %  step 3 of 10  32 × 24  CPU  2:00 left",
        "out.png: 32 × 24 px, 10 steps, 1:01",
    ]


def test_quiet_says_nothing(studio: Studio, capsys: Capture) -> None:
    assert main(["render", "photo.png", "style.png", "-o", "out.png", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_the_engine_is_asked_for(studio: Studio) -> None:
    words = "--size 300 --preset draft --strength 75 --colour photo --seed 4 --encoder builtin --brush-size 80"
    words += " --device cpu --style-weights fire3=1,fire5=0.5 --optimiser lbfgs"
    assert main(["render", "photo.png", "style.png", "-o", "out.png", *words.split()]) == 0
    (request,) = studio.requests
    assert request.params == PaintParams(
        size_px=300,
        preset="draft",
        strength=75,
        colour="photo",
        seed=4,
        brush_size=80,
        style_weights={"fire3": 1.0, "fire5": 0.5},
        optimiser="lbfgs",
    )
    assert request.device == "cpu"
    assert np.array_equal(request.photo.pixels, picture(0).pixels)
    assert np.array_equal(request.styles[0].picture.pixels, picture(1).pixels)


def test_without_options_the_parameters_are_the_engines_own(studio: Studio) -> None:
    assert main(["render", "photo.png", "style.png", "-o", "out.png"]) == 0
    assert studio.requests[0].params == PaintParams()
    assert studio.requests[0].device == "auto"


def test_several_styles_are_blended(studio: Studio) -> None:
    assert main(["render", "photo.png", "style.png", "other.png", "-o", "out.png", "--blend", "70,30"]) == 0
    assert [style.weight for style in studio.requests[0].styles] == [70, 30]
    assert main(["render", "photo.png", "style.png", "other.png", "-o", "out.png"]) == 0
    assert [style.weight for style in studio.requests[1].styles] == [1, 1]


def test_a_style_from_the_library(studio: Studio, folder: Path) -> None:
    style = StyleLibrary(Paths.of_user()).add(folder / "style.png", "Old masters").style
    assert main(["render", "photo.png", style.id, "-o", "out.png"]) == 0
    (used,) = studio.requests[0].styles
    assert used.name == "Old masters"
    assert np.array_equal(used.picture.pixels, picture(1).pixels)


def test_a_start_picture_is_what_the_run_starts_from(studio: Studio) -> None:
    assert main(["render", "photo.png", "style.png", "-o", "out.png", "--start-picture", "other.png"]) == 0
    request = studio.requests[0]
    assert request.paint.start == "picture"
    assert request.start_picture is not None
    assert np.array_equal(request.start_picture.pixels, picture(2).pixels)


@pytest.mark.parametrize(
    ("name", "signature"),
    [("a.png", b"\x89PNG"), ("a.JPG", b"\xff\xd8"), ("a.jpeg", b"\xff\xd8"), ("a.webp", b"RIFF"), ("a.tif", b"II")],
)
def test_the_ending_says_the_format(studio: Studio, folder: Path, name: str, signature: bytes) -> None:
    assert main(["render", "photo.png", "style.png", "-o", name]) == 0
    assert (folder / name).read_bytes().startswith(signature)


def test_options_of_the_file(studio: Studio, folder: Path) -> None:
    words = ["--bits", "16", "--dpi", "300", "--no-recipe"]
    assert main(["render", "photo.png", "style.png", "-o", "out.png", *words]) == 0
    saved = load_picture(folder / "out.png")
    assert saved.bits == 16
    assert saved.dpi == pytest.approx(300, abs=0.1)
    assert read_recipe(folder / "out.png") is None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["-o", "out.bmp"], "out.bmp should end in .png"),
        (["-o", "out"], "out should end in .png"),
        (["-o", "out.jpg", "--bits", "16"], ".jpg files have 8 bits per channel"),
        (["-o", "out.png", "--blend", "1,2"], "--blend has 2 shares for 1 styles"),
        (["-o", "out.png", "--blend", "0"], "at least one share must be more than 0"),
        (["-o", "out.png", "--blend", "a"], "“a” is not a number of at least 0"),
        (["-o", "out.png", "--start", "picture"], "--start-picture FILE"),
        (["-o", "out.png", "--size", "12"], "“12” is not a whole number from 64 to 8192"),
        (["-o", "out.png", "--engine", "crayon"], "invalid choice: 'crayon'"),
        (["-o", "out.png", "--siz", "100"], "unrecognized arguments: --siz"),
        (["-o", "photo.png"], "photo.png is one of the pictures to work from"),
        (["-o", "./style.png"], "style.png is one of the pictures to work from"),
        (["-o", "other.png", "--start-picture", "other.png"], "is one of the pictures to work from"),
        (["-o", "link.png"], "link.png is one of the pictures to work from"),
    ],
)
def test_a_wrong_command_line_is_refused_before_the_work(
    studio: Studio, folder: Path, words: list[str], text: str, capsys: Capture
) -> None:
    if "link.png" in words:
        (folder / "link.png").symlink_to("photo.png")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert main(["render", "photo.png", "style.png", *words]) == 2
    assert text in capsys.readouterr().err
    assert not studio.requests
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (["gone.png", "style.png", "-o", "out.png"], "gone.png"),
        (["photo.png", "gone.png", "-o", "out.png"], "There is no file gone.png."),
        (["photo.png", "style.png", "-o", "no/where.png"], "There is no folder no."),
        (["photo.png", "style.png", "-o", "folder.png"], "folder.png is a folder"),
        (["text.txt", "style.png", "-o", "out.png"], "text.txt"),
        (
            ["photo.png", "style.png", "-o", "out.png", "--encoder", "vgg19"],
            "VGG-19 is not downloaded yet (548 MB): stylegui models download vgg19",
        ),
    ],
)
def test_what_cannot_work_is_one_sentence_before_the_work(
    studio: Studio, folder: Path, words: list[str], text: str, capsys: Capture
) -> None:
    (folder / "folder.png").mkdir()
    (folder / "text.txt").write_text("not a picture")
    assert main(["render", *words]) == 1
    error = capsys.readouterr().err.splitlines()[-1]
    assert error.startswith("stylegui: ") and text in error
    assert not studio.requests
    assert names(folder) == {"folder.png", "text.txt"}


def test_a_misspelt_style_gets_a_suggestion(studio: Studio, folder: Path, capsys: Capture) -> None:
    style = StyleLibrary(Paths.of_user()).add(folder / "style.png", "Old masters").style
    assert main(["render", "photo.png", "old-mastres", "-o", "out.png"]) == 1
    assert capsys.readouterr().err == (f"stylegui: There is no style or file old-mastres; did you mean {style.id}?\n")
    assert main(["render", "photo.png", "xyzzy", "-o", "out.png"]) == 1
    assert "“stylegui styles” lists them all" in capsys.readouterr().err


def fails(error: Exception) -> Callable[[RunControl, Sink], bool]:
    def act(control: RunControl, sink: Sink) -> bool:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (EngineError("The weights are broken.", "model"), "The weights are broken."),
        (RuntimeError("DefaultCPUAllocator: can't allocate memory"), "There was not enough memory for this size"),
        (MemoryError(), "There is not enough memory for this."),
        (RuntimeError("odd"), "This should not have happened: RuntimeError: odd."),
    ],
)
def test_a_run_that_fails_is_one_sentence_and_leaves_the_old_file(
    studio: Studio, folder: Path, error: Exception, text: str, capsys: Capture
) -> None:
    (folder / "out.png").write_bytes(b"old")
    studio.act = fails(error)
    assert main(["render", "photo.png", "style.png", "-o", "out.png"]) == 1
    assert text in capsys.readouterr().err.splitlines()[-1]
    assert (folder / "out.png").read_bytes() == b"old"


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="needs a folder that even root cannot write to")
def test_a_folder_that_takes_no_files_is_told_before_the_work(studio: Studio, capsys: Capture) -> None:
    assert main(["render", "photo.png", "style.png", "-o", "/proc/out.png"]) == 1
    assert "Nothing can be saved in /proc: " in capsys.readouterr().err
    assert not studio.requests


def test_a_picture_that_cannot_be_saved_at_the_end_is_kept_elsewhere(
    studio: Studio,
    folder: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    spare = tmp_path_factory.mktemp("spare")
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    (folder / "out").mkdir()

    def act(control: RunControl, sink: Sink) -> bool:
        (folder / "out").rmdir()
        return True

    studio.act = act
    assert main(["render", "photo.png", "style.png", "-o", "out/a.png"]) == 1
    (kept,) = spare.iterdir()
    assert capsys.readouterr().err.endswith(f"It is kept as {kept}.\n")
    assert np.array_equal(load_picture(kept).pixels, picture(9).pixels)


def test_notices_of_the_engine_are_shown(studio: Studio, capsys: Capture) -> None:
    def act(control: RunControl, sink: Sink) -> bool:
        sink.notice("It is painted smaller.")
        assert not sink.wants_frame()
        return True

    studio.act = act
    assert main(["render", "photo.png", "style.png", "-o", "out.png"]) == 0
    assert "It is painted smaller." in capsys.readouterr().err.splitlines()


def press_ctrl_c(control: RunControl, sink: Sink) -> bool:
    os.kill(os.getpid(), signal.SIGINT)
    try:
        control.checkpoint()
    except Cancelled:
        return False
    raise AssertionError("the run went on after Ctrl+C")


def test_ctrl_c_stops_and_saves_nothing(studio: Studio, folder: Path, capsys: Capture) -> None:
    studio.act = press_ctrl_c
    handler = signal.getsignal(signal.SIGINT)
    assert main(["render", "photo.png", "style.png", "-o", "out.png"]) == 130
    assert capsys.readouterr().err.splitlines()[-1] == "Stopped at step 3 of 10; nothing was saved."
    assert names(folder) == set()
    assert signal.getsignal(signal.SIGINT) is handler


def test_ctrl_c_with_keep_partial_saves_what_there_is(studio: Studio, folder: Path, capsys: Capture) -> None:
    studio.act = press_ctrl_c
    assert main(["render", "photo.png", "style.png", "-o", "out.png", "--keep-partial"]) == 130
    text = "Stopped at step 3 of 10; the unfinished picture is saved as out.png."
    assert capsys.readouterr().err.splitlines()[-1] == text
    assert np.array_equal(load_picture(folder / "out.png").pixels, picture(9).pixels)


def test_ctrl_c_before_the_first_picture_saves_nothing(studio: Studio, folder: Path) -> None:
    studio.act = fails(Cancelled())
    assert main(["render", "photo.png", "style.png", "-o", "out.png", "--keep-partial"]) == 130
    assert names(folder) == set()


def test_a_second_ctrl_c_ends_at_once(studio: Studio, folder: Path, capsys: Capture) -> None:
    def act(control: RunControl, sink: Sink) -> bool:
        os.kill(os.getpid(), signal.SIGINT)
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("the second one was not heard")

    studio.act = act
    assert main(["render", "photo.png", "style.png", "-o", "out.png"]) == 130
    assert capsys.readouterr().err.endswith("stylegui: interrupted.\n")
    assert names(folder) == set()


def paint(*words: str) -> list[str]:
    return ["render", "photo.png", "style.png", "--size", "64", "--preset", "draft", "--device", "cpu", *words]


def start(*words: str) -> subprocess.Popen[str]:
    code = "import sys; from stylegui.cli import main; sys.exit(main(sys.argv[1:]))"
    path = str(Path(stylegui.__file__).parents[1])
    environment = os.environ | {"PYTHONPATH": path}
    command = [sys.executable, "-c", code, *paint(*words)]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=environment)


def test_the_same_command_gives_the_same_file_bit_by_bit(folder: Path) -> None:
    """The real engine with the program's own network, each time in a fresh process."""
    for name in ("first.png", "second.png"):
        with start("-o", name, "--seed", "3", "--start", "noise") as process:
            _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert (folder / "first.png").read_bytes() == (folder / "second.png").read_bytes()
    assert main(paint("-o", "other-seed.png", "--seed", "4", "--start", "noise")) == 0
    first, other = (load_picture(folder / name) for name in ("first.png", "other-seed.png"))
    assert not np.array_equal(first.pixels, other.pixels)
    recipe = read_recipe(folder / "first.png")
    assert recipe is not None and recipe["params"]["seed"] == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C cannot be sent to one process on Windows")
def test_ctrl_c_stops_the_real_engine(folder: Path) -> None:
    with start("-o", "out.png", "--size", "512", "--preset", "fine") as process:
        assert process.stderr is not None
        for line in process.stderr:
            if "step 1 of" in line:
                process.send_signal(signal.SIGINT)
                break
        rest = process.stderr.read()
    assert process.returncode == 130
    assert re.fullmatch(r"Stopped at step \d+ of \d+; nothing was saved\.", rest.splitlines()[-1])
    assert names(folder) == set()
