"""Styles as Instant knows them: a few kilobytes each, made once, kept, and blended."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors import SafetensorError
from safetensors.torch import load, save
from torch import Tensor

import stylegui
from stylegui.engine.colour import ColourStatistics
from stylegui.engine.instant.model import InstantModel
from stylegui.engine.instant.network import BASIS, CONTENT_TAPS, STYLE_TAPS, Colours, Statistics, StyleCode
from stylegui.folder_cache import FolderCache, mark_used

FORMAT = 1
"""Raised with every change of what is in a code or of how it is read from a picture: kept ones are left alone then."""

LIMIT_BYTES = 64 * 2**20
"""Room for some eight thousand codes."""


@dataclass(frozen=True, eq=False)
class InstantStyle:
    """A style's code (a batch of 1) and the statistics of its colours, on the CPU."""

    code: StyleCode
    colours: ColourStatistics

    def to_bytes(self) -> bytes:
        """Under 10 KB; the same style gives the same bytes."""
        tensors = {"vector": self.code.vector, "colour mean": self.colours.mean, "colour cov": self.colours.covariance}
        tensors |= {"paint mean": self.code.colours.mean, "paint cov": self.code.colours.covariance}
        for tap, each in self.code.statistics.items():
            tensors |= {f"mean {tap}": each.mean, f"deviation {tap}": each.deviation}
        kept = {name: each.float().contiguous() for name, each in tensors.items()}
        for tap, each in self.code.statistics.items():
            kept[f"correlation {tap}"] = each.correlation[0][_lower(each.correlation)].half()
        return save(kept)

    @classmethod
    def from_bytes(cls, data: bytes) -> InstantStyle:
        """Raises SafetensorError or KeyError where `data` is something else."""
        tensors = load(data)
        statistics = {}
        for tap in CONTENT_TAPS:
            triangle = torch.zeros(1, BASIS[tap], BASIS[tap])
            triangle[0][_lower(triangle)] = tensors[f"correlation {tap}"].float()
            whole = triangle + triangle.tril(-1).transpose(1, 2)
            statistics[tap] = Statistics(tensors[f"mean {tap}"], tensors[f"deviation {tap}"], whole)
        colours = ColourStatistics(tensors["colour mean"].double(), tensors["colour cov"].double())
        paint = Colours(tensors["paint mean"], tensors["paint cov"])
        return cls(StyleCode(statistics, tensors["vector"], paint), colours)


def _lower(square: Tensor) -> tuple[Tensor, Tensor]:
    """Places of the lower triangle, its diagonal included, of matrices (1, K, K)."""
    rows, columns = torch.tril_indices(*square.shape[1:])
    return rows, columns


@torch.no_grad()
def read_style(model: InstantModel, picture: Tensor) -> InstantStyle:
    """The style of a picture (1, 3, H, W), sRGB in [0, 1], at least 32 px to each side."""
    seen = picture.to(model.device)
    code = model.net.style(seen, model.encoder.features(seen, STYLE_TAPS))
    style = InstantStyle(code.to(torch.device("cpu")), ColourStatistics.of(picture.cpu()))
    # With the digits that are kept, so that a style is the same whether it was just read or is recalled.
    return InstantStyle.from_bytes(style.to_bytes())


def blend_codes(styles: Sequence[InstantStyle], weights: Sequence[float]) -> StyleCode:
    """The code between several styles. Raises ValueError where the weights have no positive sum."""
    total = sum(weights)
    if not total > 0:
        raise ValueError("The weights of blended styles must have a positive sum.")
    shares = [weight / total for weight in weights]

    def mixed(parts: Sequence[Tensor]) -> Tensor:
        return torch.stack([part * share for part, share in zip(parts, shares, strict=True)]).sum(0)

    statistics = {}
    for tap in CONTENT_TAPS:
        each = [style.code.statistics[tap] for style in styles]
        deviation = mixed([one.deviation for one in each])
        correlation = mixed([one.correlation for one in each])
        statistics[tap] = Statistics(mixed([one.mean for one in each]), deviation, correlation)
    palettes = [style.code.colours for style in styles]
    colours = Colours(mixed([each.mean for each in palettes]), mixed([each.covariance for each in palettes]))
    return StyleCode(statistics, mixed([style.code.vector for style in styles]), colours)


class StyleShelf:
    """Styles that were read before, one small file each, by picture, size and network. A damaged file is read anew.

    Each kind of device and each number of threads has its own, because the last bit differs between them: whatever was
    painted before, the same request gives the same bytes. For the same reason each version of the program has its own.
    """

    def __init__(self, folder: Path | None, limit_bytes: int = LIMIT_BYTES) -> None:
        """`folder` None keeps nothing."""
        self._files = None if folder is None else FolderCache(folder, ".style", limit_bytes)

    def path(self, model: InstantModel, digest: str, variant: str) -> Path | None:
        """Where the style of the picture `digest` is kept; `variant` says what else went into it."""
        if self._files is None:
            return None
        program = f"{stylegui.__version__} {FORMAT} {torch.__version__}"
        machine = f"{model.device.type} {torch.get_num_threads()}"
        name = hashlib.sha256(f"{program} {model.digest} {machine} {digest} {variant}".encode()).hexdigest()[:40]
        return self._files.path(name)

    def get(self, path: Path | None) -> InstantStyle | None:
        if path is None:
            return None
        try:
            style = InstantStyle.from_bytes(path.read_bytes())
        except (OSError, SafetensorError, KeyError):
            return None
        mark_used(path)
        return style

    def put(self, path: Path | None, style: InstantStyle) -> None:
        """Keep a style; that the disk is full only means that it is read again next time."""
        if self._files is None or path is None:
            return
        with suppress(OSError):
            self._files.put(path, style.to_bytes())
