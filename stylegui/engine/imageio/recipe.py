"""The recipe inside a picture file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PIL import Image


def read_recipe(path: Path | str) -> dict[str, Any] | None:
    with Image.open(path) as image:
        text = image.info.get("stylegui")
    return json.loads(text) if text else None
