"""What a painting is called when it is saved. No Qt."""

from __future__ import annotations

import re
from pathlib import Path

LONGEST = 80
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def painting_name(photo_name: str, style_title: str) -> str:
    """A file name without suffix, such as "harbour - Coral Waves", that every system accepts."""
    parts = [Path(photo_name).stem or "painting", style_title]
    name = " - ".join(part for part in (_FORBIDDEN.sub(" ", part).strip(" .") for part in parts) if part)
    return re.sub(r"\s+", " ", name)[:LONGEST].strip(" .") or "painting"


def unique_path(path: Path) -> Path:
    """`path`, or the first of "name (2).png", "name (3).png" … that does not exist."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free
