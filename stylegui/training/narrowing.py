"""A smaller network cut out of a larger one, so that its training does not begin from nothing.

The larger one's reader and bases are kept as they are; of every layer of its decoder those channels that speak loudest
to the next layer (Li et al., "Pruning Filters for Efficient ConvNets", ICLR 2017). As the decoder normalises each
channel anew, what is left still paints, if roughly, and a few thousand steps mend it.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from stylegui.engine.instant.network import InstantNet, InstantSize

NEXT = {"fire5": "fire3", "fire3": "conv1"}
TAPS = ("fire5", "fire3", "conv1")
# The way to the pixels counts for more than a way to other channels.
OUT_WEIGHT = 10.0


def narrowed(state: Mapping[str, Tensor], larger: InstantSize, smaller: InstantSize) -> dict[str, Tensor]:
    """The state of an `InstantNet` of size `smaller`, cut out of that of one of size `larger`.

    Raises ValueError where the larger has fewer channels or other blocks, KeyError where `state` is another network's.
    """
    if larger.blocks != smaller.blocks or any(a < b for a, b in zip(larger.widths, smaller.widths, strict=True)):
        raise ValueError("A network can only be cut out of a wider one with as many blocks.")
    with torch.device("meta"):
        wide, slim = InstantNet(larger), InstantNet(smaller)
    kept = _loudest(state, smaller)
    cut: dict[str, Tensor] = {}
    for name, tensor in state.items():
        module = name.rpartition(".")[0]
        rows, columns = kept.get(module, (None, None))
        if name.startswith("correlated."):
            rows, columns = kept[module.replace("correlated", "read")][0], None
        if rows is not None:
            tensor = tensor[rows]
        if columns is not None and name.endswith(".weight"):
            tensor = tensor[:, columns]
        cut[name] = tensor.clone()
    for name in ("predictor.2.weight", "predictor.2.bias"):
        cut[name] = _predictions(state[name], kept, _places(wide), _places(slim))
    return cut


def _loudest(state: Mapping[str, Tensor], size: InstantSize) -> dict[str, tuple[Tensor | None, Tensor | None]]:
    """By convolution, the outputs and the inputs to keep; None keeps all."""

    def loudness(name: str) -> Tensor:
        """How much weight the convolution `name` gives to each of its inputs."""
        return state[f"{name}.weight"].float().abs().sum((0, 2, 3))

    def top(values: Tensor, count: int) -> Tensor:
        return values.topk(count).indices.sort().values

    kept: dict[str, tuple[Tensor | None, Tensor | None]] = {}
    stream: dict[str, Tensor] = {}
    for tap, width, count in zip(TAPS, size.widths, size.blocks, strict=True):
        onwards = loudness(f"up.{NEXT[tap]}") if tap in NEXT else OUT_WEIGHT * loudness("out")
        first = sum((loudness(f"blocks.{tap}.{2 * block}") for block in range(count)), onwards)
        stream[tap] = top(first, width)
        kept[f"read.{tap}"] = (stream[tap], None)
        for block in range(count):
            one, other = f"blocks.{tap}.{2 * block}", f"blocks.{tap}.{2 * block + 1}"
            inner = top(loudness(other), width)
            kept[one], kept[other] = (inner, stream[tap]), (stream[tap], inner)
    for tap, following in NEXT.items():
        kept[f"up.{following}"] = (stream[following], stream[tap])
    kept["out"] = (None, stream["conv1"])
    return kept


def _places(net: InstantNet) -> dict[str, tuple[int, int]]:
    """Where the predictor keeps each convolution's scales, and how many; its shifts follow after all scales."""
    names: dict[nn.Module, str] = {module: name for name, module in net.named_modules()}
    places, start = {}, 0
    for convolution, count in zip(net.convolutions, net.counts, strict=True):
        places[names[convolution]] = (start, count)
        start += count
    return places


def _predictions(
    wide: Tensor,
    kept: Mapping[str, tuple[Tensor | None, Tensor | None]],
    wide_places: Mapping[str, tuple[int, int]],
    slim_places: Mapping[str, tuple[int, int]],
) -> Tensor:
    """The rows of the predictor's last layer for the channels that are kept: scales, shifts, and the photo's share."""
    every = sum(count for _, count in wide_places.values())
    rows: list[Tensor] = []
    for part in (0, every):
        for name in slim_places:
            start, count = wide_places[name]
            outputs = kept[name][0]
            rows.append(part + start + (torch.arange(count) if outputs is None else outputs.cpu()))
    rows.append(torch.arange(2 * every, wide.shape[0]))
    return wide[torch.cat(rows)].clone()
