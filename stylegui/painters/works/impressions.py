"""Impressions: light in divided strokes and points."""

from __future__ import annotations

from stylegui.painters.works.work import TALL, Row, Work, collection

IMPRESSIONS: tuple[Work, ...] = collection(
    "Impressions",
    Row("river-at-noon", "The River at Noon", "divided-strokes", 1, "river, summer, dabs, light"),
    Row("orchard-in-snow", "Orchard, First Snow", "divided-strokes", 4, "snow, orchard, winter, dabs, sunset"),
    Row("morning-on-the-square", "Morning on the Square", "points-fine", 1, "cathedral, points, haze, light", TALL),
    Row("poplars-at-evening", "Poplars at Evening", "divided-long", 1, "poplars, river, evening, long strokes"),
)
