"""Drawing: charcoal and pen."""

from __future__ import annotations

from stylegui.painters.works.work import TALL, UPRIGHT, Row, Work, collection

DRAWING: tuple[Work, ...] = collection(
    "Drawing",
    Row(
        "chambered-nautilus", "The Chambered Nautilus", "pen-stipple", 0, "shell, sea, stipple, pen, sepia, naturalist"
    ),
    Row(
        "moth-before-the-moon",
        "Moth before the Moon",
        "pen-stipple",
        1,
        "moth, moon, leaves, stipple, pen, night",
        UPRIGHT,
    ),
    Row("bare-trees-low-sun", "Bare Trees, Low Sun", "charcoal", 3, "trees, winter, hatching, chalk"),
    Row("dancer-arms-raised", "Dancer, Arms Raised", "charcoal", 2, "dancer, hatching, chalk, figure", TALL),
    Row("listening-profile", "Listening", "charcoal", 1, "portrait, hatching, chalk", TALL),
)
