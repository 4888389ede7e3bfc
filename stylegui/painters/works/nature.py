"""Nature: what grows, freezes and shines by itself."""

from __future__ import annotations

from stylegui.painters.works.work import Row, Work, collection

NATURE: tuple[Work, ...] = collection(
    "Nature",
    Row("tiger-in-grass", "Tiger in Long Grass", "reaction-diffusion", 1, "tiger, relief, maze, glaze"),
    Row("frost-ferns", "Ferns of Frost", "frost", 3, "frost, window, winter, lamplight"),
    Row("green-fire", "Green Fire over the Lake", "aurora", 3, "aurora, night, pastel, snow"),
    Row("ringed-world", "The Ringed World", "nebula", 5, "planet, stars, acrylic, sponge"),
)
