"""Print: wood and lino, cut and printed."""

from __future__ import annotations

from stylegui.painters.colour import Palette
from stylegui.painters.works.work import TALL, UPRIGHT, Row, Work, collection

STREET = Palette(("#efe3c8", "#17110f", "#b0563a", "#f0b94a", "#2f7f86"))

PRINTS: tuple[Work, ...] = collection(
    "Print",
    Row("gulls-at-sunrise", "Gulls at Sunrise", "linocut", 2, "sea, sun, birds, cut"),
    Row("fox-among-ferns", "Fox among Ferns", "linocut", 1, "fox, ferns, moon, cut", TALL),
    Row("village-at-sundown", "Village at Sundown", "linocut", 3, "village, hill, sun, cut"),
    Row("claws-of-the-sea", "Claws of the Sea", "ukiyo-e", 0, "wave, boats, mountain, woodblock, storm"),
    Row(
        "snow-on-the-drum-bridge",
        "Snow on the Drum Bridge",
        "ukiyo-e",
        1,
        "bridge, snow, winter, river, woodblock, quiet",
    ),
    Row(
        "cranes-at-the-red-mountain",
        "Cranes at the Red Mountain",
        "ukiyo-e",
        2,
        "cranes, mountain, pine, morning, woodblock",
    ),
    Row("home-through-the-wood", "Home Through the Wood", "woodcut", 0, "forest, night, moon, path, woodcut, lonely"),
    Row(
        "crooked-street",
        "Crooked Street, Late",
        "woodcut",
        1,
        "city, night, houses, cat, woodcut, eerie",
        UPRIGHT,
        palette=STREET,
    ),
    Row("half-in-the-dark", "Half in the Dark", "woodcut", 5, "portrait, face, shadow, woodcut, expressive", TALL),
)
