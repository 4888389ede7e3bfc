"""The student's coordinates: centred convolutions are plain ones in another form."""

from __future__ import annotations

import torch

from stylegui.engine.encoders import fire
from stylegui.engine.encoders.encoder import builtin_net
from stylegui.engine.encoders.fire import LAYERS
from stylegui.training.student import CentredConv, init_student, plain, set_centres


def test_a_centred_convolution_sees_its_input_without_the_centre() -> None:
    torch.manual_seed(0)
    conv = CentredConv(3, 5, 1)
    conv.centre.copy_(torch.tensor([1.0, 2.0, 3.0]))
    x = torch.rand(2, 3, 6, 6)
    expected = torch.nn.functional.conv2d(x - conv.centre.view(1, 3, 1, 1), conv.weight, conv.bias)
    torch.testing.assert_close(conv(x), expected)


def test_the_plain_network_computes_what_the_student_does() -> None:
    student = init_student(4)
    widths = {"conv1": fire.CONV1_CHANNELS, **fire.WIDTHS}
    generator = torch.Generator().manual_seed(5)
    before = dict(zip(LAYERS[1:], LAYERS, strict=False))
    set_centres(student, {name: torch.rand(widths[before[name]], generator=generator) for name in before})
    net = plain(student)
    x = torch.rand(2, 3, 48, 32, generator=generator)
    with torch.no_grad():
        ours, theirs = net(x), student(x)
    for name in LAYERS:
        torch.testing.assert_close(ours[name], theirs[name], rtol=1e-4, atol=1e-5)
    assert net.state_dict().keys() == builtin_net().state_dict().keys()
    assert not any(parameter.requires_grad for parameter in net.parameters())
    # The centres did something: without them it is another network.
    set_centres(student, {name: torch.zeros(widths[before[name]]) for name in before})
    assert not torch.allclose(student(x)["fire8"], theirs["fire8"], rtol=1e-2)


def test_the_seed_decides_the_first_weights() -> None:
    first, same, other = (init_student(seed).conv1.weight for seed in (1, 1, 2))
    assert torch.equal(first, same)
    assert not torch.equal(first, other)
