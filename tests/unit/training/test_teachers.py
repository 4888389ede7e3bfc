"""What teachers say: shapes of the student's layers, channels of mean 1, and hints where they are known."""

from __future__ import annotations

import copy

import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import save_file
from torch import Tensor

from stylegui.engine.encoders.fire import LAYERS
from stylegui.engine.encoders.vgg import VGG19
from stylegui.training.encoder import layer_errors, shared_error
from stylegui.training.student import init_student
from stylegui.training.teachers import Teacher, VGGTeacher, downloaded_teacher, squeezenet_teacher
from tests.unit.training.conftest import random_fire_teacher


def batch(side: int = 32) -> Tensor:
    return torch.rand(2, 3, side, side, generator=torch.Generator().manual_seed(1))


@pytest.fixture(scope="module")
def vgg() -> VGG19:
    torch.manual_seed(2)
    return VGG19()


@pytest.fixture(params=["squeezenet", "vgg19"])
def teacher(request: pytest.FixtureRequest, vgg: VGG19) -> Teacher:
    return VGGTeacher(copy.deepcopy(vgg)) if request.param == "vgg19" else random_fire_teacher()


@pytest.mark.parametrize("side", [32, 48])
def test_a_lesson_has_the_shapes_of_the_student(teacher: Teacher, side: int) -> None:
    student, lesson = init_student(0), teacher.lesson(batch(side))
    features = student(batch(side))
    assert {name: known.shape for name, known in lesson.layers.items()} == {
        name: features[name].shape for name in lesson.layers
    }
    for name, hint in lesson.hints.items():
        assert hint.shape[1] < student.fire(name).squeeze.out_channels
    assert not any(known.requires_grad for known in (*lesson.layers.values(), *lesson.hints.values()))


def test_channels_are_normalised_to_a_mean_of_one(teacher: Teacher) -> None:
    teacher.normalise([batch()])
    lesson = teacher.lesson(batch())
    for known in (*lesson.layers.values(), *lesson.hints.values()):
        mean = known.mean((0, 2, 3))
        # Channels that hardly speak are not raised all the way.
        assert float(mean.median()) == pytest.approx(1, abs=1e-3)
        assert float(mean.max()) == pytest.approx(1, abs=1e-3)


def test_centres_fit_what_the_modules_read(teacher: Teacher) -> None:
    student = init_student(0)
    centres = teacher.centres([batch()])
    assert tuple(centres) == LAYERS[1:]
    for name, centre in centres.items():
        assert centre.shape == (student.fire(name).squeeze.in_channels,)


def test_squeezenet_knows_every_layer_and_vgg_four(vgg: VGG19) -> None:
    lesson = random_fire_teacher().lesson(batch())
    assert tuple(lesson.layers) == LAYERS and tuple(lesson.hints) == LAYERS[1:]
    lesson = VGGTeacher(vgg).lesson(batch())
    assert tuple(lesson.layers) == ("conv1", "fire3", "fire5", "fire8") and not lesson.hints
    torch.testing.assert_close(lesson.layers["fire3"], F.avg_pool2d(vgg(batch())["relu2_2"], 2))


def test_vgg_refuses_pictures_that_do_not_halve_four_times(vgg: VGG19) -> None:
    with pytest.raises(ValueError, match="multiples of 16"):
        VGGTeacher(vgg).lesson(batch(40))


def test_forced_modules_read_the_teacher_where_it_is_known(vgg: VGG19) -> None:
    """fire2 follows conv1, which VGG-19 teaches; fire3 follows fire2, which nobody teaches."""
    student, lesson = init_student(0), VGGTeacher(vgg).lesson(batch())
    free, forced = (layer_errors(student, lesson, batch(), forced) for forced in (False, True))
    assert tuple(free) == tuple(forced) == ("conv1", "fire3", "fire5", "fire8")
    assert torch.equal(free["conv1"], forced["conv1"])
    x = student.block("fire3", student.block("fire2", lesson.layers["conv1"]))
    assert torch.equal(forced["fire3"], shared_error(x, lesson.layers["fire3"]))
    assert not torch.equal(free["fire3"], forced["fire3"])


def test_a_student_that_is_the_teacher_has_no_error() -> None:
    teacher = random_fire_teacher()
    net, lesson = teacher.net, teacher.lesson(batch())
    for forced in (False, True):
        errors = layer_errors(net, lesson, batch(), forced)
        assert set(errors) == {*LAYERS, *(f"{name} narrow" for name in LAYERS[1:])}
        assert max(float(error) for error in errors.values()) < 1e-9


def test_teachers_are_read_from_files(vgg: VGG19, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("models")
    net = random_fire_teacher().net
    save_file(net.state_dict(), folder / "squeezenet.safetensors")
    published = {"squeeze": "squeeze1x1", "expand1": "expand1x1", "expand3": "expand3x3"}
    names = {
        name: ".".join(published.get(part, part) for part in name.removeprefix("fires.").split("."))
        for name in net.state_dict()
    }
    save_file({names[name]: tensor for name, tensor in net.state_dict().items()}, folder / "caffe.safetensors")
    downloaded = downloaded_teacher("squeezenet", folder / "squeezenet.safetensors")
    assert torch.equal(downloaded.lesson(batch()).layers["fire8"], net(batch())["fire8"])
    # The published file wants blue first, in [0, 255] around the means of its training.
    raw = squeezenet_teacher(folder / "caffe.safetensors").net
    expected = (batch() * 255 - torch.tensor([123.68, 116.779, 103.939]).view(1, 3, 1, 1)).flip(1)
    padded = F.pad(expected, (1, 1, 1, 1), mode="replicate")
    conv1 = F.relu(F.conv2d(padded, net.conv1.weight, net.conv1.bias, stride=2))
    torch.testing.assert_close(raw.stem(batch()), conv1, rtol=1e-3, atol=1e-3)
