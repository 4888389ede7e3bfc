"""The one table of painters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from stylegui.painters import (
    art_deco,
    art_nouveau,
    aurora,
    batik,
    blueprint,
    charcoal,
    circuit,
    cubist_facets,
    de_stijl,
    divided_strokes,
    embroidery,
    flow_impasto,
    frost,
    graffiti,
    ink_wash,
    kintsugi,
    linocut,
    low_poly,
    marbling,
    mosaic,
    nebula,
    orphist_discs,
    paisley,
    palette_knife,
    pen_stipple,
    reaction_diffusion,
    risograph,
    stained_glass,
    suprematist,
    tapestry,
    ukiyo_e,
    watercolour,
    woodcut,
)
from stylegui.painters.colour import Array, Palette
from stylegui.painters.field import Size


@dataclass(frozen=True)
class Painter:
    """A way of painting: `paint(size, seed, palette)` gives (H, W, 3) uint8 sRGB, the same for the same arguments."""

    id: str
    title: str
    paint: Callable[[Size, int, Palette], Array]
    palette: Palette


PAINTERS: dict[str, Painter] = {
    painter.id: painter
    for painter in (
        Painter("flow-impasto", "Flow impasto", flow_impasto.paint, flow_impasto.PALETTE),
        Painter("points-fine", "Fine points", divided_strokes.paint_points, divided_strokes.PALETTE),
        Painter("divided-strokes", "Divided dabs", divided_strokes.paint, divided_strokes.PALETTE),
        Painter("divided-long", "Long divided strokes", divided_strokes.paint_long, divided_strokes.PALETTE),
        Painter("palette-knife", "Palette knife", palette_knife.paint, palette_knife.PALETTE),
        Painter("watercolour", "Watercolour", watercolour.paint, watercolour.PALETTE),
        Painter("ink-wash", "Ink wash", ink_wash.paint, ink_wash.PALETTE),
        Painter("linocut", "Linocut", linocut.paint, linocut.PALETTE),
        Painter("ukiyo-e", "Ukiyo-e print", ukiyo_e.paint, ukiyo_e.PALETTE),
        Painter("woodcut", "Woodcut", woodcut.paint, woodcut.PALETTE),
        Painter("risograph", "Risograph", risograph.paint, risograph.PALETTE),
        Painter("pen-stipple", "Pen stipple", pen_stipple.paint, pen_stipple.PALETTE),
        Painter("stained-glass", "Stained glass", stained_glass.paint, stained_glass.PALETTE),
        Painter("cubist-facets", "Cubist facets", cubist_facets.paint, cubist_facets.PALETTE),
        Painter("orphist-discs", "Orphist discs", orphist_discs.paint, orphist_discs.PALETTE),
        Painter("charcoal", "Charcoal and chalk", charcoal.paint, charcoal.PALETTE),
        Painter("marbling", "Marbling", marbling.paint, marbling.PALETTE),
        Painter("graffiti", "Spray paint", graffiti.paint, graffiti.PALETTE),
        Painter("mosaic", "Mosaic", mosaic.paint, mosaic.PALETTE),
        Painter("embroidery", "Embroidery", embroidery.paint, embroidery.PALETTE),
        Painter("aurora", "Aurora in pastel", aurora.paint, aurora.PALETTE),
        Painter("blueprint", "Blueprint", blueprint.paint, blueprint.PALETTE),
        Painter("de-stijl", "De Stijl", de_stijl.paint, de_stijl.PALETTE),
        Painter("suprematist", "Suprematist", suprematist.paint, suprematist.PALETTE),
        Painter("art-deco", "Art deco inlay", art_deco.paint, art_deco.PALETTE),
        Painter("art-nouveau", "Art nouveau poster", art_nouveau.paint, art_nouveau.PALETTE),
        Painter("paisley", "Paisley print", paisley.paint, paisley.PALETTE),
        Painter("batik", "Batik", batik.paint, batik.PALETTE),
        Painter("frost", "Frost on glass", frost.paint, frost.PALETTE),
        Painter("tapestry", "Tapestry", tapestry.paint, tapestry.PALETTE),
        Painter("reaction-diffusion", "Grown relief", reaction_diffusion.paint, reaction_diffusion.PALETTE),
        Painter("low-poly", "Folded paper", low_poly.paint, low_poly.PALETTE),
        Painter("nebula", "Nebula in acrylic", nebula.paint, nebula.PALETTE),
        Painter("circuit", "Circuit board", circuit.paint, circuit.PALETTE),
        Painter("kintsugi", "Kintsugi", kintsugi.paint, kintsugi.PALETTE),
    )
}
