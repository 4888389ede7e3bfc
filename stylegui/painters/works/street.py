"""Screen & Street: screen prints, plans, circuits and walls."""

from __future__ import annotations

from stylegui.painters.works.work import TALL, UPRIGHT, Row, Work, collection

STREET: tuple[Work, ...] = collection(
    "Screen & Street",
    Row(
        "summer-in-her-glasses",
        "Summer in Her Glasses",
        "risograph",
        3,
        "portrait, sunglasses, summer, halftone, pop",
        TALL,
    ),
    Row("saguaro-sundown", "Saguaro Sundown", "risograph", 1, "desert, cactus, sun, halftone, warm, retro"),
    Row("bridge-of-lamps", "Bridge of Lamps", "risograph", 2, "city, night, bridge, moon, halftone, river", UPRIGHT),
    Row("under-full-sail", "Under Full Sail", "blueprint", 1, "ship, blueprint, lines, blue"),
    Row("thinking-head", "A Head Full of Roads", "circuit", 0, "head, circuit, copper, lights"),
    Row("crowned-heart", "Crowned Heart", "graffiti", 3, "heart, wings, spray, wall"),
    Row("alley-cat", "King of the Alley", "graffiti", 5, "cat, spray, brick, street"),
)
