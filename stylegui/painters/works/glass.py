"""Glass: leaded windows and mosaics."""

from __future__ import annotations

from stylegui.painters.works.work import BROAD, SQUARE, TALL, Row, Work, collection

GLASS: tuple[Work, ...] = collection(
    "Glass",
    Row("sun-tree-window", "The Sun Tree", "stained-glass", 1, "tree, sun, lead, light"),
    Row("rose-window", "Rose Window", "stained-glass", 3, "rose, circle, lead, light", SQUARE),
    Row("dove-over-lilies", "Dove over Lilies", "stained-glass", 2, "dove, lilies, rays, lead", TALL),
    Row("bird-and-pomegranates", "A Bird among Pomegranates", "mosaic", 1, "bird, tree, gold, mosaic, tesserae", TALL),
    Row("sun-with-a-face", "The Watchful Sun", "mosaic", 2, "sun, face, night, stars, mosaic", BROAD),
    Row("three-fish", "Three Fish, One Tide", "mosaic", 3, "fish, sea, waves, mosaic, tesserae"),
)
