"""Titles for pictures without one, in the manner of painters who named theirs like pieces of music."""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array, Palette, lab

FORMS = (
    "Arrangement", "Ballade", "Bagatelle", "Caprice", "Fantasia", "Harmony", "Impromptu", "Interlude", "Novelette",
    "Prelude", "Reverie", "Rhapsody", "Romance", "Serenade", "Study", "Variation",
)  # fmt: skip
DARK_FORMS = ("Nocturne", "Vesper", "Lullaby")
LIGHT_FORMS = ("Aubade", "Pastorale", "Idyll")
DARK, LIGHT = 0.43, 0.72  # mean OKLab lightness
GREY_CHROMA = 0.03

COLOURS = {
    "Black": "#141416", "Charcoal": "#37383b", "Grey": "#808285", "Silver": "#b9bcbd", "Pearl": "#e2e0d8",
    "White": "#f8f7f3", "Cream": "#f6e7c4", "Sand": "#d9bf92", "Ochre": "#c8902f", "Gold": "#e8b83a",
    "Lemon": "#f6e860", "Amber": "#f09a2e", "Apricot": "#f5b98a", "Orange": "#ee7428", "Coral": "#f2765f",
    "Terracotta": "#bf6240", "Rust": "#94441f", "Umber": "#5c3a22", "Sienna": "#84502b", "Scarlet": "#dc3022",
    "Crimson": "#a3202f", "Wine": "#5f1a2b", "Rose": "#dc6f8c", "Blush": "#f3c3c4", "Magenta": "#dd2f95",
    "Plum": "#6d3168", "Violet": "#7a43c2", "Lavender": "#a893d0", "Lilac": "#cdb6dd", "Indigo": "#29306e",
    "Ultramarine": "#2544ad", "Blue": "#2f74c0", "Slate": "#53687a", "Sky": "#8fc3e6", "Ice": "#d3e6ee",
    "Midnight": "#111a36", "Turquoise": "#2fbcc0", "Teal": "#1e7279", "Mint": "#a9dcc2", "Jade": "#3f9d77",
    "Emerald": "#17864a", "Green": "#4c8c3a", "Lime": "#a8cf45", "Moss": "#6c7c35", "Sage": "#a4b193",
    "Forest": "#234a2f",
}  # fmt: skip


def proposed_title(palette: Palette, seed: int) -> str:
    """A title such as “Nocturne in Indigo and Gold”: what the colours are, and a form that changes with the seed."""
    colours = palette.lab.astype(np.float64)
    first, second = _pair(colours)
    light = float(colours[:, 0].mean())
    forms = FORMS + (DARK_FORMS * 2 if light < DARK else ()) + (LIGHT_FORMS * 2 if light > LIGHT else ())
    form = forms[int(np.random.default_rng(seed).integers(len(forms)))]
    one, other = colour_name(colours[first]), colour_name(colours[second])
    return f"{form} in {one}" if one == other else f"{form} in {one} and {other}"


def colour_name(colour: Array) -> str:
    """The name nearest to an OKLab colour."""
    names = list(COLOURS)
    known = np.stack([lab(COLOURS[name]) for name in names])
    apart = (known - colour) * np.array([0.7, 1.6, 1.6])  # a name stands for a hue more than for a lightness
    return names[int(np.argmin(np.sum(apart**2, axis=1)))]


def _pair(colours: Array) -> tuple[int, int]:
    """The strongest colour and the strong one least like it; the darkest and the lightest of greys."""
    chroma = np.hypot(colours[:, 1], colours[:, 2])
    if chroma.max() < GREY_CHROMA:
        return int(np.argmin(colours[:, 0])), int(np.argmax(colours[:, 0]))
    accent = int(np.argmax(chroma))
    apart = np.linalg.norm((colours - colours[accent]) * np.array([0.5, 1.0, 1.0]), axis=1)
    other = int(np.argmax(apart * (chroma + 0.02)))
    # The cooler or darker one is named first: Blue and Gold.
    return (other, accent) if colours[other, 0] <= colours[accent, 0] else (accent, other)
