"""`stylegui train encoder`: what is handed to the training, and what is refused before it begins."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from safetensors.torch import save_file

from stylegui.cli import main
from stylegui.commands import meter
from stylegui.engine.control import RunControl
from stylegui.engine.encoders import fire
from stylegui.engine.encoders.vgg import VGG19
from stylegui.engine.encoders.weights import weights_path
from stylegui.engine.images import Picture, SaveOptions, save_picture
from stylegui.paths import Paths
from stylegui.training import card, encoder
from stylegui.training.encoder import EncoderRecipe, StepProgress
from stylegui.training.teachers import FireTeacher, VGGTeacher

Capture = pytest.CaptureFixture[str]


@dataclass
class School:
    """Stands in for the training, which takes hours, and keeps what it was asked for."""

    act: Callable[[Any], None] = lambda _training: None
    trainings: list[Any] = field(default_factory=list)
    finished: list[tuple[Path, str]] = field(default_factory=list)

    def training(self, *arguments: Any) -> Any:
        school = self

        class Training:
            recipe, teacher, photos, paintings, folder, device = arguments
            step, seconds = 0, 7.0
            resumed, minutes = False, 0.0

            def resume(self) -> bool:
                self.resumed = True
                return True

            def train(self, minutes: float, control: RunControl, progress: StepProgress) -> None:
                self.minutes = minutes
                self.step = 12
                progress(self.step, self.recipe.steps)
                school.act(self)
                control.checkpoint()

        self.trainings.append(Training())
        return self.trainings[-1]

    def finish(self, _training: Any, target: Path, terms: str, date: str) -> None:
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", date)
        self.finished.append((target, terms))


@pytest.fixture
def school(monkeypatch: pytest.MonkeyPatch) -> School:
    school = School()
    monkeypatch.setattr(encoder, "EncoderTraining", school.training)
    monkeypatch.setattr(card, "finish", school.finish)
    return school


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with pictures to learn from, and SqueezeNet among the networks."""
    monkeypatch.chdir(tmp_path)
    for name in ("photos", "paintings"):
        (tmp_path / name).mkdir()
        save_picture(Picture(np.full((40, 30, 3), 99, np.uint8)), tmp_path / name / "a.png", SaveOptions(), None)
    path = weights_path("squeezenet", Paths.of_user().models)
    path.parent.mkdir(parents=True)
    torch.manual_seed(0)
    save_file(fire.FireNet(fire.SQUEEZE_SQUEEZENET).state_dict(), path)
    return tmp_path


def run(*words: str) -> int:
    return main(["train", "encoder", "--photos", "photos", "--paintings", "paintings", "--out", "out", *words])


def test_the_recipe_and_the_pictures_reach_the_training(school: School, folder: Path, capsys: Capture) -> None:
    words = ["--steps", "100", "--seed", "3", "--minutes", "2", "--device", "cpu", "--data-terms", "my own"]
    assert run(*words) == 0
    (training,) = school.trainings
    assert training.recipe == EncoderRecipe(steps=100, decay=20, seed=3)
    assert training.minutes == 2 and not training.resumed
    assert training.folder == Path("out") and training.device == torch.device("cpu")
    assert [tuple(p.shape) for p in (*training.photos.pictures, *training.paintings.pictures)] == [(3, 40, 30)] * 2
    assert not any(parameter.requires_grad for parameter in training.teacher.net.parameters())
    assert school.finished == [(Path("out/builtin.safetensors"), "my own")]
    lines = capsys.readouterr().err.splitlines()
    assert lines[-2] == "The time was over at step 12 of 100; --resume goes on from there."
    assert lines[-1] == "out/builtin.safetensors: 12 steps, 0:07"


def test_the_usual_recipe_is_the_programs_own(school: School) -> None:
    assert run() == 0
    assert school.trainings[0].recipe == EncoderRecipe()
    assert school.trainings[0].minutes == float("inf")


def test_a_teacher_from_a_file(school: School, folder: Path) -> None:
    net = fire.FireNet(fire.SQUEEZE_SQUEEZENET)
    parts = {"squeeze": "squeeze1x1", "expand1": "expand1x1", "expand3": "expand3x3"}
    state = {}
    for name, tensor in net.state_dict().items():
        words = name.removeprefix("fires.").split(".")
        state[".".join(parts.get(word, word) for word in words)] = tensor
    save_file(state, folder / "teacher.safetensors")
    assert run("--teacher", "squeezenet-file=teacher.safetensors") == 0
    teacher = school.trainings[0].teacher
    assert isinstance(teacher, FireTeacher) and teacher.net.bgr
    assert torch.equal(teacher.net.conv1.weight, net.conv1.weight)


def test_vgg_19_as_the_teacher(school: School) -> None:
    assert run("--teacher", "vgg19") == 1
    net = VGG19()
    save_file(net.state_dict(), weights_path("vgg19", Paths.of_user().models))
    assert run("--teacher", "vgg19") == 0
    teacher = school.trainings[0].teacher
    assert isinstance(teacher, VGGTeacher)
    assert torch.equal(teacher.net.convolution("relu1_1").weight, net.convolution("relu1_1").weight)


def test_progress_is_shown_while_it_trains(school: School, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meter, "PLAIN_INTERVAL_S", 0.0)
    assert run() == 0
    assert "step 12 of 40000" in capsys.readouterr().err


def interrupt(_training: Any) -> None:
    signal.raise_signal(signal.SIGINT)


def test_ctrl_c_leaves_a_training_to_be_resumed(school: School, capsys: Capture) -> None:
    school.act = interrupt
    assert run() == 130
    text = "Stopped at step 12 of 40000; --resume goes on from there."
    assert capsys.readouterr().err.splitlines()[-1] == text
    assert not school.finished


def test_a_training_is_resumed_only_when_asked(school: School, folder: Path, capsys: Capture) -> None:
    assert run("--resume") == 2
    assert "There is nothing to resume in out." in capsys.readouterr().err
    (folder / "out").mkdir()
    checkpoint = folder / "out" / "encoder.checkpoint.pt"
    checkpoint.write_bytes(b"a checkpoint")
    assert run() == 2
    assert "out holds a training already" in capsys.readouterr().err
    assert run("--resume") == 2
    assert "cannot be read as a checkpoint" in capsys.readouterr().err
    assert not school.trainings
    torch.save({"recipe": asdict(EncoderRecipe(steps=900, decay=70, seed=5))}, checkpoint)
    assert run("--resume") == 0
    assert school.trainings[0].resumed


@pytest.mark.parametrize(
    ("words", "recipe"),
    [
        ([], EncoderRecipe(steps=900, decay=70, seed=5)),
        (["--steps", "500", "--seed", "5"], EncoderRecipe(steps=500, decay=100, seed=5)),
        (["--decay", "30"], EncoderRecipe(steps=900, decay=30, seed=5)),
    ],
)
def test_a_resumed_training_may_be_of_another_length(
    school: School, folder: Path, words: list[str], recipe: EncoderRecipe
) -> None:
    (folder / "out").mkdir()
    torch.save({"recipe": asdict(EncoderRecipe(steps=900, decay=70, seed=5))}, folder / "out" / "encoder.checkpoint.pt")
    assert run("--resume", *words) == 0
    assert school.trainings[0].recipe == recipe


def test_a_resumed_training_keeps_its_seed(school: School, folder: Path, capsys: Capture) -> None:
    (folder / "out").mkdir()
    torch.save({"recipe": asdict(EncoderRecipe(seed=5))}, folder / "out" / "encoder.checkpoint.pt")
    assert run("--resume", "--seed", "4") == 2
    assert "has the seed 5" in capsys.readouterr().err
    assert not school.trainings


@pytest.mark.parametrize(
    ("words", "code", "text"),
    [
        (["--photos", "nowhere"], 1, "There is no folder nowhere."),
        (["--paintings", "empty"], 1, "No pictures were found in empty."),
        (["--teacher", "vgg19"], 1, "VGG-19 is not downloaded yet: stylegui models download vgg19"),
        (["--teacher", "vgg"], 2, "--teacher vgg is none of squeezenet, vgg19 and squeezenet-file=PATH."),
        (["--teacher", "squeezenet-file=photos/a.png"], 1, "photos/a.png does not hold SqueezeNet 1.1"),
        (["--teacher", "squeezenet-file=gone"], 1, "gone"),
        (["--steps", "0"], 2, "“0” is not a whole number of at least 1"),
    ],
)
def test_what_cannot_work_is_one_sentence(
    school: School, folder: Path, capsys: Capture, words: list[str], code: int, text: str
) -> None:
    (folder / "empty").mkdir()
    assert run(*words) == code
    assert text in capsys.readouterr().err.splitlines()[-1]
    assert not school.trainings


def test_a_teacher_that_is_not_there_tells_how_to_get_it(school: School, capsys: Capture) -> None:
    weights_path("squeezenet", Paths.of_user().models).unlink()
    assert run() == 1
    assert capsys.readouterr().err.endswith("stylegui models download squeezenet\n")


def test_unreadable_pictures_are_named_and_left_out(school: School, folder: Path, capsys: Capture) -> None:
    (folder / "photos" / "b.jpg").write_bytes(b"no picture")
    assert run() == 0
    assert "photos/b.jpg cannot be read and is left out." in capsys.readouterr().err.splitlines()
    assert len(school.trainings[0].photos.pictures) == 1
