"""Palettes: the named ones, one taken from any picture, and any of them fitted to a painter's places.

>>> fitted(PALETTES["sumi"].palette, PAINTERS["linocut"].palette)
"""

from __future__ import annotations

from dataclasses import dataclass

from stylegui.painters.colour import Palette
from stylegui.painters.extraction import palette_from
from stylegui.painters.fitting import fitted

__all__ = ["PALETTES", "NamedPalette", "fitted", "palette_from"]


@dataclass(frozen=True)
class NamedPalette:
    """A palette to choose by name; its colours stand in the order in which a swatch strip shows them."""

    id: str
    title: str
    palette: Palette


def _named(id_: str, title: str, colours: str) -> NamedPalette:
    return NamedPalette(id_, title, Palette(tuple(f"#{colour}" for colour in colours.split())))


PALETTES: dict[str, NamedPalette] = {
    each.id: each
    for each in (
        # Night and winter
        _named("blue-nocturne", "Blue Nocturne", "0b1330 1d3565 3f6ea8 8fb8cf f4e3a1 e8a33d"),
        _named("harbour-fog", "Harbour Fog", "1f2a33 4a5b66 7f929b b5c1c2 e7e6dd c98f5e"),
        _named("northern-lights", "Northern Lights", "0a1026 1b2f55 1f7a78 58c99a c6f0b4 8b5fbf"),
        _named("nordic-winter", "Nordic Winter", "22303f 58758c 9db6c4 d3dee2 f7f6f1 a8574a"),
        _named("moonlit-plum", "Moonlit Plum", "180f24 43265a 7c4a86 b98bb0 efdbe0 e0c36a"),
        # Earth and fire
        _named("old-master", "Old Master", "15110e 3d2417 7a4322 b98242 e6cf9b 51563c 8c2a20"),
        _named("terracotta", "Terracotta", "33201b 7d3f2b c4673f e3a579 f5e3cc 4f7170"),
        _named("indigo-ochre", "Indigo and Ochre", "141c3a 2b4478 6f8db0 e9e2cf d99b2e 8d5a1e"),
        _named("desert-road", "Desert Road", "3a2438 86423f d1704a edaa62 f8dfae 6fa3a5"),
        _named("volcano", "Volcano", "120d10 3d1418 8e1d1b e0451f f9a02b fde9a9"),
        _named("cave-wall", "Cave Wall", "241a15 5d3a26 a0552d c98f55 e6cda5 8a8073"),
        # Water
        _named("sea-glass", "Sea Glass", "123a44 2b7a78 6db7a5 bfe0d0 f4f3e6 e8b77d"),
        _named("island-noon", "Island Noon", "10375c 0f7fb3 43c0cf f3e6c2 f9faf5 f08a5d"),
        _named("deep-reef", "Deep Reef", "071f33 0e4f6b 1593a0 f27059 f9c784 f6efe2"),
        _named("rain-on-slate", "Rain on Slate", "1a2127 3c4a52 6c7f83 a9b7b0 dfe0d2 e1b12c"),
        # Garden and season
        _named("spring-orchard", "Spring Orchard", "2f4a34 6f9a4d b9cf7a f6e9ea f1a7b8 c7577b 8fc1dc"),
        _named("lily-pond", "Lily Pond", "1e3440 3d6a62 7fa07a a9b8d6 d7c4dd f4eedd"),
        _named("september", "September", "2b1d1e 7c2f26 c75b27 e8a33a f3e0b0 5f6b35"),
        _named("lavender-field", "Lavender Field", "2c2547 5b4b8a 9384c2 cbb8dc f7e9c8 8a9a4b"),
        _named("moss-and-fern", "Moss and Fern", "14231b 2f4f33 5d7f3f a3b565 e5e4bf b8763c"),
        _named("peony", "Peony", "3a1225 8e2450 d6547e f3a6b4 fbe9e2 5f8a6a"),
        # Bright and modern
        _named("fauve", "Fauve", "1d2a6b 1f8f5f f2c230 ef6a2a d92555 f7e9d7 5bb5d9"),
        _named("primaries", "Primaries", "141414 1f4aa0 d9291c f4c81c f3efe4 9aa0a3"),
        _named("carnival", "Carnival", "2a1745 6b2fa0 e0338a ff7a3d ffd23f f6f3e8 1fb5a8"),
        _named("neon-rain", "Neon Rain", "0b0a1f 2a1a5e 7b2ff7 f72fb0 22d3ee f2f7a1"),
        _named("candy-poster", "Candy Poster", "2d3047 419d78 e0a4b4 fffdf0 f6ae2d e4572e"),
        # Print and paper
        _named("sumi", "Sumi and Vermilion", "16161a 4b4a4d 8d8a86 cfc7b8 f3ead8 c8371f"),
        _named("blueprint", "Blueprint", "0c2350 173f86 3f6fb8 8fb4de e9f1f7 f2c14e"),
        _named("woodblock", "Woodblock", "1b2a41 2f5d7c 8fb3b0 ecdfc4 d98a6a a8322d"),
        _named("riso", "Riso", "1f2a5a 0078bf ff665e ffb3a7 f6e7c8 fdf8ec"),
        _named("sepia", "Sepia", "1f1611 4a3424 80603f b6946a dec8a2 f7eedb"),
        _named("graphite", "Graphite", "121314 3a3c3f 6b6e72 a3a6a8 d4d5d3 f5f4f0"),
    )
}
