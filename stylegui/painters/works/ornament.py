"""Ornament: panels, posters and shawls of 1900 to 1930."""

from __future__ import annotations

from stylegui.painters.works.work import POSTER, Row, Work, collection

ORNAMENT: tuple[Work, ...] = collection(
    "Ornament",
    Row("city-of-brass", "City of Brass", "art-deco", 3, "city, night, gold, lacquer, searchlights", POSTER),
    Row("peacock-screen", "The Peacock Screen", "art-deco", 1, "peacock, feathers, enamel, gold", POSTER),
    Row("lily-hour", "The Lily Hour", "art-nouveau", 15, "woman, lilies, lithograph, halo, dreamy", POSTER),
    Row("irises-low-sun", "Irises, Low Sun", "art-nouveau", 10, "irises, water, evening, lithograph", POSTER),
    Row(
        "shawl-corner", "Corner of a Wedding Shawl", "paisley", 9, "paisley, flowers, block print, festive", (1024, 736)
    ),
)
