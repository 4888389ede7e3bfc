"""Modern: facets, discs, planes and grids."""

from __future__ import annotations

from stylegui.painters.works.work import TALL, Row, Work, collection

MODERN: tuple[Work, ...] = collection(
    "Modern",
    Row("guitar-and-wine", "Table with Guitar and Wine", "cubist-facets", 1, "still life, guitar, facets", TALL),
    Row("sitter-with-a-fan", "Sitter with a Fan", "cubist-facets", 4, "portrait, facets, figure", TALL),
    Row("port-in-pieces", "Port in Pieces", "cubist-facets", 3, "harbour, sails, facets"),
    Row("tower-in-rays", "The Tower Takes the Light", "orphist-discs", 4, "tower, rays, discs, colour", TALL),
    Row("turning-light", "Turning Light", "orphist-discs", 3, "abstract, discs, colour"),
    Row("wide-white", "A Wide White Between", "de-stijl", 9, "abstract, grid, primaries, calm", TALL),
    Row("tree-lets-go", "The Tree Lets Go", "de-stijl", 17, "tree, grid, winter, brush", (960, 1024)),
    Row("planes-pale-sun", "Planes over a Pale Sun", "suprematist", 2, "abstract, flight, geometry, oil", TALL),
)
