"""What can be seen of a document before it is painted, and what has been wished for of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtGui import QImage

from stylegui.engine.images import Picture
from stylegui.engine.request import InstantParams

Look: TypeAlias = tuple[Picture, tuple[tuple[Picture, float], ...], InstantParams]
"""All that decides how a preview looks, but its size."""
Subject: TypeAlias = tuple[Picture, str, InstantParams]
"""What a trial shows: a photo, the file of its one style, and the settings."""
Scene: TypeAlias = tuple[Look | None, str]
"""What was set when a version was shown: the look, and the engine."""


@dataclass(frozen=True, eq=False)
class Preview:
    """A picture for the canvas, and the title of the style that is only tried on ("" for the document's own)."""

    image: QImage
    trial: str = ""


@dataclass(frozen=True, eq=False)
class Wish:
    """What the lane is busy with: its ticket, and the look and size, or what is tried on and its title."""

    ticket: int
    look: Look | None
    size_px: int
    trial: str = ""
    subject: Subject | None = None


def is_choice(before: Look | None, after: Look | None) -> bool:
    """Whether photo or styles are others, not just their weights or the settings."""
    if before is None or after is None:
        return after is not None
    return before[0] is not after[0] or [one for one, _ in before[1]] != [one for one, _ in after[1]]
