"""Impasto: thick paint, laid with the brush and the knife."""

from __future__ import annotations

from stylegui.painters.works.work import TALL, Row, Work, collection

IMPASTO: tuple[Work, ...] = collection(
    "Impasto",
    Row("night-wind", "Night Wind over the Furrows", "flow-impasto", 1, "night, sky, hills, swirl"),
    Row("wheat-before-the-wind", "Wheat before the Wind", "flow-impasto", 4, "wheat, cypress, clouds, swirl, summer"),
    Row(
        "sunflowers-blue-jar",
        "Sunflowers, Blue Jar",
        "flow-impasto",
        2,
        "flowers, still life, yellow, thick paint",
        TALL,
    ),
    Row("harbour-morning", "Harbour, First Light", "palette-knife", 1, "harbour, boats, houses, knife"),
    Row("birches-in-october", "Birches in October", "palette-knife", 4, "birches, autumn, pond, knife"),
    Row("lighthouse-weather", "Lighthouse Weather", "palette-knife", 2, "cliffs, storm, sea, lighthouse, knife"),
    Row(
        "avenue-in-the-rain", "The Avenue in the Rain", "palette-knife", 3, "rain, street, umbrella, night, knife", TALL
    ),
)
