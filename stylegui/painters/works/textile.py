"""Textile: embroidery, tapestry and batik."""

from __future__ import annotations

from stylegui.painters.works.work import BROAD, TALL, UPRIGHT, Row, Work, collection

TEXTILE: tuple[Work, ...] = collection(
    "Textile",
    Row(
        "two-birds-one-tree", "Two Birds, One Tree", "embroidery", 0, "birds, flowers, folk, satin stitch, linen", TALL
    ),
    Row("garden-after-dark", "The Garden after Dark", "embroidery", 1, "garden, moon, moths, night, stitches"),
    Row("two-carp", "Two Carp, Turning", "embroidery", 2, "fish, pond, lotus, silk, stitches"),
    Row("river-from-the-sun", "A River out of the Sun", "tapestry", 4, "sun, river, hills, weaving, wool"),
    Row("kilim-with-birds", "Four Birds at the Gate", "tapestry", 1, "kilim, birds, medallion, geometric, wool", TALL),
    Row("carp-in-surf", "Carp below the Surf", "batik", 9, "fish, waves, wax, indigo", BROAD),
    Row("two-birds-in-wax", "Moonless Bough", "batik", 1, "birds, leaves, wax, night", UPRIGHT),
)
