"""Folders of pictures as a stream of augmented square crops, held in memory as bytes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp"})


class PictureSet:
    """Every readable picture below some folders, short side at most `short_px`, as uint8 (3, H, W).

    Raises ValueError where a folder holds no picture. Unreadable files are skipped and listed in `skipped`.
    """

    def __init__(self, folders: Sequence[Path], short_px: int = 320) -> None:
        self.pictures: list[Tensor] = []
        self.names: list[str] = []
        self.skipped: list[Path] = []
        paths = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix.lower() in SUFFIXES]
        for path in paths:
            try:
                with Image.open(path) as opened:
                    # Only this smaller side is ever cropped from; decoding at a reduced size is several times faster.
                    opened.draft("RGB", (short_px, short_px))
                    image = opened.convert("RGB")
            except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
                self.skipped.append(path)
                continue
            scale = short_px / min(image.size)
            if scale < 1:
                image = image.resize(
                    (round(image.width * scale), round(image.height * scale)), Image.Resampling.LANCZOS
                )
            raw = torch.frombuffer(bytearray(image.tobytes()), dtype=torch.uint8)
            self.pictures.append(raw.view(image.height, image.width, 3).permute(2, 0, 1).contiguous())
            self.names.append(path.name)
        if not self.pictures:
            raise ValueError(f"No pictures were found in {', '.join(str(f) for f in folders)}.")

    def crop(self, size_px: int, generator: torch.Generator, scale: tuple[float, float] = (0.35, 1.0)) -> Tensor:
        """One random square crop, (3, size_px, size_px) float32 in [0, 1], with random place, scale and mirror.

        `scale` is the range of the crop's side as a share of the picture's short side.
        """

        def uniform(low: float, high: float) -> float:
            return low + (high - low) * float(torch.rand((), generator=generator))

        picture = self.pictures[int(torch.randint(len(self.pictures), (), generator=generator))]
        height, width = picture.shape[1:]
        side = max(16, int(min(height, width) * uniform(*scale)))
        side = min(side, height, width)
        top = int(torch.randint(height - side + 1, (), generator=generator))
        left = int(torch.randint(width - side + 1, (), generator=generator))
        piece = picture[:, top : top + side, left : left + side].float().div(255).unsqueeze(0)
        piece = F.interpolate(piece, size=(size_px, size_px), mode="bicubic", antialias=True).clamp(0, 1)[0]
        if uniform(0, 1) < 0.5:
            piece = piece.flip(2)
        return piece

    def batch(
        self, count: int, size_px: int, generator: torch.Generator, scale: tuple[float, float] = (0.35, 1.0)
    ) -> Tensor:
        """`count` crops, (count, 3, size_px, size_px)."""
        return torch.stack([self.crop(size_px, generator, scale) for _ in range(count)])


def calibration_batches(pictures: PictureSet, device: torch.device, count: int = 32) -> Iterator[Tensor]:
    """The same batches (8, 3, 160, 160) of large crops every time: what mean activations are measured on."""
    generator = torch.Generator().manual_seed(1)
    for _ in range(count):
        yield pictures.batch(8, 160, generator, (0.7, 1.0)).to(device)
