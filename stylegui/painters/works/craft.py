"""Craft: folded and marbled paper, mended ware."""

from __future__ import annotations

from stylegui.painters.works.work import SQUARE, TALL, Row, Work, collection

CRAFT: tuple[Work, ...] = collection(
    "Craft",
    Row("fox-in-folded-paper", "What the Fox Heard", "low-poly", 3, "fox, forest, dusk, paper, facets", TALL),
    Row("lake-in-folded-paper", "A Lake Kept in Folds", "low-poly", 0, "mountains, lake, moon, paper, facets"),
    Row(
        "plate-with-cranes",
        "Cranes before the Broken Moon",
        "kintsugi",
        0,
        "plate, cranes, porcelain, gold, blue and white",
        SQUARE,
    ),
    Row("moon-jar", "Moon Jar with Plum", "kintsugi", 14, "still life, jar, blossom, gold, dark", TALL),
    Row("ebru-tulips", "Tulips Drawn on Water", "marbling", 4, "tulips, marbling, paper, spring"),
    Row("peacock-paper", "Peacock Paper", "marbling", 0, "abstract, marbling, combed, endpaper"),
)
