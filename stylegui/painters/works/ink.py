"""Ink: brush and ink on absorbent paper."""

from __future__ import annotations

from stylegui.painters.works.work import Row, Work, collection

INK: tuple[Work, ...] = collection(
    "Ink",
    Row("bamboo-mist", "Bamboo and Morning Mist", "ink-wash", 1, "bamboo, mountains, mist, brush"),
    Row("plum-before-the-moon", "Plum Branch before the Moon", "ink-wash", 3, "plum, moon, night, brush"),
    Row("the-kingfisher-waits", "The Kingfisher Waits", "ink-wash", 2, "lotus, bird, water, brush"),
)
