"""Writing `Picture`s to files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from PIL import Image, PngImagePlugin
from pydantic import BaseModel, ConfigDict, Field

from stylegui.engine.imageio.picture import Picture


class SaveOptions(BaseModel):
    """How a picture is written."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["png", "jpeg", "webp", "tiff"] = "png"
    quality: int = Field(default=95, ge=1, le=100)
    lossless: bool = False
    bit_depth: Literal[8, 16] = 8
    dpi: float | None = Field(default=None, gt=0, le=65535)
    profile: Literal["srgb", "source"] = "srgb"
    compression: int = Field(default=4, ge=0, le=9)
    metadata: Literal["all", "no-gps", "none"] = "no-gps"
    size_px: int | None = Field(default=None, ge=1)


def save_picture(
    picture: Picture,
    path: Path | str,
    options: SaveOptions,
    recipe: Mapping[str, Any] | None = None,
) -> None:
    info = PngImagePlugin.PngInfo()
    if recipe is not None:
        info.add_itxt("stylegui", json.dumps(dict(recipe)))
    extra = {"pnginfo": info} if options.format == "png" else {}
    Image.fromarray(picture.to_uint8()).save(path, format=options.format, **extra)
