"""Watercolour: washes on paper."""

from __future__ import annotations

from stylegui.painters.colour import Palette
from stylegui.painters.works.work import Row, Work, collection

CANAL = Palette(
    ("#5b9bd0", "#f6b66a", "#8d86bf", "#4f7fae", "#2f4a80", "#2c6550", "#9fae3c", "#c8563c", "#d0923f", "#24304f")
)
POPPIES = Palette(
    ("#6aa6d6", "#f7a14a", "#8d86bf", "#4f7fae", "#2f4a80", "#2f7a58", "#a9b83e", "#d42a2c", "#c98a3a", "#2a2340")
)

WATERCOLOUR: tuple[Work, ...] = collection(
    "Watercolour",
    Row("mountain-lake", "Below the White Peak", "watercolour", 1, "mountains, lake, flowers, wash"),
    Row(
        "canal-with-striped-poles",
        "Canal with Striped Poles",
        "watercolour",
        3,
        "canal, boats, houses, wash",
        palette=CANAL,
    ),
    Row(
        "poppies-seen-close",
        "Poppies, Seen Close",
        "watercolour",
        2,
        "poppies, flowers, red, wet in wet",
        palette=POPPIES,
    ),
)
