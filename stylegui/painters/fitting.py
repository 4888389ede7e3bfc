"""Any palette in any painter's places: which of its colours becomes the paper, which the ink, which the sun.

A picture is read by its lights and darks, so lightness decides first: the lightest colour goes where the painter has
its lightest one, the darkest where it has its darkest, and those between keep their order and spacing as far as they
differ. Chroma and hue decide among places that are about equally light. Where colours are missing, mixes and shades
are made.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np

from stylegui.painters.colour import Array, Palette, from_oklab

LIGHTNESS = 10.0  # weights of the three terms; lightness is squared in units of the whole range
CHROMA = 0.7
HUE = 0.9
FIRST = 1.6  # how much more than a middle place the first one counts there; the last one as much less
CLEAR = 0.2  # of the whole range of lightness: what differs by more is never turned round
FAR = 1e3  # a cost no sum of the others reaches
FULL_HUE = 0.10  # OKLab chroma from which on a hue speaks with its full voice
LEAST_RANGE = 0.45  # where a palette spans less lightness than this, made colours widen it
CROWDING = 0.06  # OKLab: a made colour nearer than this to another one brings nothing new


def fitted(palette: Palette, roles: Palette) -> Palette:
    """`palette`'s colours in the places of `roles`: as many as `roles` has, each near to its place's part.

    With equally many colours the result is a permutation. With too many the best are picked (the lightest and the
    darkest always), with too few all are used and the rest is mixed from them.
    """
    wanted, colours = roles.lab.astype(np.float64), palette.lab.astype(np.float64)
    if len(colours) < len(wanted):
        return _ordered(_filled(palette, colours, wanted), wanted)
    chosen = assignment(_costs(wanted, colours))
    return _ordered([palette.colours[index].lower() for index in chosen], wanted)


def assignment(costs: Array) -> list[int]:
    """For each row of (N, M) costs, N <= M, a column of its own so that the sum is least.

    Source: the shortest augmenting path form of H. Kuhn's "Hungarian method" (1955), after R. Jonker and A. Volgenant,
    "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (1987).
    """
    rows, columns = costs.shape
    if rows > columns:
        raise ValueError("There are more rows than columns.")
    row_price, column_price = np.zeros(rows + 1), np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=int)  # rows and columns count from 1 here; column 0 is where a path begins
    for row in range(1, rows + 1):
        owner[0] = row
        least = np.full(columns + 1, np.inf)
        before = np.zeros(columns + 1, dtype=int)
        visited = np.zeros(columns + 1, dtype=bool)
        column = 0
        while owner[column]:
            visited[column] = True
            reduced = costs[owner[column] - 1] - row_price[owner[column]] - column_price[1:]
            shorter = ~visited[1:] & (reduced < least[1:])
            least[1:][shorter] = reduced[shorter]
            before[1:][shorter] = column
            nearest = int(np.argmin(np.where(visited[1:], np.inf, least[1:]))) + 1
            step = least[nearest]
            row_price[owner[visited]] += step
            column_price[visited] -= step
            least[~visited] -= step
            column = nearest
        while column:
            owner[column] = owner[before[column]]
            column = before[column]
    result = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            result[owner[column] - 1] = column - 1
    return result


def _costs(roles: Array, colours: Array, *, pinned: bool = True) -> Array:
    """(R, C): how badly each colour would do in each place. `pinned` keeps the extremes of lightness together."""
    part, given = _relative(roles[:, 0]), _relative(colours[:, 0])
    costs = LIGHTNESS * (part[:, None] - given[None]) ** 2 + _looks(roles, colours)
    if pinned and len(roles) > 1 and len(colours) > 1:
        for pick in (np.argmax, np.argmin):
            place, colour = int(pick(roles[:, 0])), int(pick(colours[:, 0]))
            costs[place] += FAR
            costs[place, colour] -= FAR
    return np.asarray(costs)


def _looks(roles: Array, colours: Array) -> Array:
    """(R, C): how unlike the colours are in chroma (each beside the strongest of its own set) and in hue."""
    strong, vivid = np.hypot(roles[:, 1], roles[:, 2]), np.hypot(colours[:, 1], colours[:, 2])
    chroma = np.abs(_share(strong)[:, None] - _share(vivid)[None])
    # A painter names first what carries its picture: of two reds, the sun before the seal.
    weight = np.linspace(FIRST, 2 - FIRST, len(roles))[:, None]
    turn = np.arctan2(roles[:, 2], roles[:, 1])[:, None] - np.arctan2(colours[:, 2], colours[:, 1])[None]
    voice = np.minimum(strong / FULL_HUE, 1)[:, None] * np.minimum(vivid / FULL_HUE, 1)[None]
    return np.asarray(weight * (CHROMA * chroma + HUE * voice * (1 - np.cos(turn)) / 2))


def _relative(lightness: Array) -> Array:
    low, high = float(lightness.min()), float(lightness.max())
    return (lightness - low) / (high - low) if high > low else np.full_like(lightness, 0.5)


def _share(chroma: Array) -> Array:
    return chroma / max(float(chroma.max()), 0.04)  # greys stay near zero


def _ordered(colours: list[str], roles: Array) -> Palette:
    """Colours in their places, swapped where a clearly lighter one stands in a clearly darker place.

    Each swap lessens the sum of (place - colour)² of the lightnesses, so this ends.
    """
    part, result = _relative(roles[:, 0]), Palette(tuple(colours))
    given = _relative(result.lab[:, 0].astype(np.float64))
    rising = [
        (dark, light) for dark in range(len(part)) for light in range(len(part)) if part[light] - part[dark] > CLEAR
    ]
    while wrong := next(((dark, light) for dark, light in rising if given[dark] - given[light] > CLEAR), None):
        dark, light = wrong
        colours[dark], colours[light] = colours[light], colours[dark]
        given[[dark, light]] = given[[light, dark]]
    return Palette(tuple(colours))


def _filled(palette: Palette, colours: Array, roles: Array) -> list[str]:
    """Fewer colours than places: each colour gets the place it does best in, the others are filled with made ones."""
    low, high = float(colours[:, 0].min()), float(colours[:, 0].max())
    missing = max(0.0, LEAST_RANGE - (high - low))
    low, high = max(0.0, low - missing / 2), min(1.0, high + missing / 2)
    goal = low + (high - low) * _relative(roles[:, 0])  # the lightness each place should have
    costs = LIGHTNESS * ((goal[:, None] - colours[None, :, 0]) / (high - low)) ** 2 + _looks(roles, colours)
    if missing == 0:
        for pick in (np.argmax, np.argmin):
            place, colour = int(pick(roles[:, 0])), int(pick(colours[:, 0]))
            costs[:, colour] += FAR
            costs[place, colour] -= FAR
    place_of = assignment(costs.T)
    result: dict[int, str] = {place: palette.colours[index].lower() for index, place in enumerate(place_of)}
    taken = [colours[index] for index in range(len(colours))]
    strays = [place for place in range(len(roles)) if place not in result]
    for place in sorted(strays, key=lambda each: (-float(np.hypot(*roles[each, 1:])), each)):  # accents choose first
        pool = _mixes(colours, goal[place])
        off = LIGHTNESS * ((goal[place] - pool[:, 0]) / (high - low)) ** 2
        near = np.min(np.linalg.norm(pool[:, None] - np.stack(taken)[None], axis=2), axis=1)
        merit = 4 * off + _looks(roles[place : place + 1], pool)[0] + np.maximum(0, CROWDING - near) / CROWDING
        best = pool[int(np.argmin(merit))]
        taken.append(best)
        result[place] = _hexadecimal(best)
    return [result[place] for place in range(len(roles))]


def _mixes(colours: Array, lightness: float) -> Array:
    """What can be made of `colours` for a place of this lightness: mixes of two, and shades or tints of each."""
    mixes = [
        first + (second - first) * share for first, second in combinations(colours, 2) for share in (0.25, 0.5, 0.75)
    ]
    shades = []
    for colour in colours:
        move = float(np.clip(lightness - colour[0], -0.4, 0.4))
        # Pigment loses strength towards white and black.
        shades.append(np.array([colour[0] + move, *(colour[1:] * (1 - 0.9 * abs(move)))]))
    return np.stack([*mixes, *shades])


def _hexadecimal(colour: Array) -> str:
    return f"#{np.rint(from_oklab(colour) * 255).astype(np.uint8).tobytes().hex()}"
