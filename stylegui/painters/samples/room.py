"""A room in the afternoon: an armchair by a curtained window, a patch of sun on the boards.

Path-traced: sun and sky come through the window; the light the sun's patch throws back is carried by points that were
lit first (A. Keller, "Instant Radiosity", 1997); one more bounce brings the sky's light around the room.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, blurred, fbm, noise, smoothstep
from stylegui.painters.samples import furniture
from stylegui.painters.samples.camera import denoised, developed
from stylegui.painters.samples.furniture import WALL_X, WINDOW_Y, WINDOW_Z
from stylegui.painters.samples.solids import FAR, Cluster, Turned

EYE = np.array([0.95, 1.28, 2.75], np.float32)
LOOK = np.array([-0.46, 0.98, -2.6], np.float32)
HALF, FOCUS = 0.60, 4.3
TOWARD_SUN = np.array([-0.745, 0.56, -0.13], np.float32) / np.float32(np.sqrt(0.745**2 + 0.56**2 + 0.13**2))
SUN = np.array([14.0, 11.0, 7.3], np.float32)
SKY = np.array([5.2, 6.0, 7.2], np.float32)
AMBIENT = np.array([0.105, 0.094, 0.078], np.float32)
BACK_Z, RIGHT_X, CEILING = -2.6, 2.5, 2.72
REVEAL = 0.22
PICTURE = (0.12, 0.98, 1.28, 1.90)  # x and y of the frame on the back wall
PASSES = 7
SURFACES = {"floor": -2, "left": -3, "back": -4, "ceiling": -5, "right": -6, "front": -7, "reveal": -8, "out": -9}


class Room:
    """Everything that stands in the room, and the light in it."""

    def __init__(self, cell: float, rng: np.random.Generator) -> None:
        self.chair, self.curtains = furniture.volumes(cell)
        self.solids: list[Turned | furniture.Box | Cluster] = [
            *furniture.turned_things(),
            *furniture.boxes(rng),
            *furniture.plant(rng),
        ]
        self.grain = 0.7 * fbm((1200, 900), (5, 60), rng, 6) + 0.4 * noise((1200, 900), (12, 300), rng)
        self.plaster = fbm((700, 700), 12, rng, 6)
        self.weave = noise((600, 600), 200, rng)
        self.canvas = furniture.landscape(rng)
        self.lamps = self._first_lit(700, rng)

    def meet(self, origin: Array, ray: Array) -> tuple[Array, Array]:
        """Distance (N,) and number (N,) of the first thing: SURFACES, 0 chair, 1 curtains, 2… solids."""
        n = len(ray)
        best, which = np.full(n, FAR, np.float32), np.full(n, SURFACES["out"])
        with np.errstate(divide="ignore", invalid="ignore"):
            for axis, level, name in ((1, 0.0, "floor"), (1, CEILING, "ceiling"), (2, BACK_Z, "back"),
                                      (2, 3.2, "front"), (0, RIGHT_X, "right"), (0, WALL_X, "left")):  # fmt: skip
                t = (level - origin[:, axis]) / ray[:, axis]
                nearer = (t > 1e-4) & (t < best)
                best, which = np.where(nearer, t, best), np.where(nearer, SURFACES[name], which)
        left = np.flatnonzero(which == SURFACES["left"])
        if len(left):
            at = origin[left] + ray[left] * best[left, None]
            through = left[_in_window(at)]
            way = ray[through]
            with np.errstate(divide="ignore", invalid="ignore"):
                side = np.where(way[:, 2] > 0, WINDOW_Z[1], WINDOW_Z[0])
                tz = (side - origin[through, 2]) / way[:, 2]
                ty = (np.where(way[:, 1] > 0, WINDOW_Y[1], WINDOW_Y[0]) - origin[through, 1]) / way[:, 1]
            tx = (WALL_X - REVEAL - origin[through, 0]) / way[:, 0]
            t = np.minimum(tx, np.minimum(np.where(tz > 0, tz, FAR), np.where(ty > 0, ty, FAR)))
            glass = t == tx
            end = origin[through] + way * t[:, None]
            bare = glass & ~_bars(end)
            best[through] = t
            which[through] = np.where(bare, SURFACES["out"], SURFACES["reveal"])
        for number, form in enumerate((self.chair, self.curtains)):
            t = form.meet(origin, ray, best, steps=56)
            nearer = t < best
            best, which = np.where(nearer, t, best), np.where(nearer, number, which)
        for number, solid in enumerate(self.solids):
            t = solid.meet(origin, ray)
            nearer = t < best
            best, which = np.where(nearer, t, best), np.where(nearer, number + 2, which)
        return best.astype(np.float32), which

    def blocked(self, origin: Array, ray: Array, reach: Array) -> Array:
        """True where furniture stands within `reach` (N,)."""
        hit = (self.chair.meet(origin, ray, reach, steps=40) < reach) | (
            self.curtains.meet(origin, ray, reach, steps=40) < reach
        )
        for solid in self.solids:
            hit |= solid.meet(origin, ray) < reach
        return hit

    def sun(self, place: Array, normal: Array, rng: np.random.Generator, both_sides: bool = False) -> Array:
        """Irradiance / π of the sun (N,), before its colour."""
        way = TOWARD_SUN + rng.standard_normal(place.shape).astype(np.float32) * np.float32(0.004)
        facing = normal @ TOWARD_SUN
        facing = np.abs(facing) if both_sides else np.clip(facing, 0, 1)
        t = (WALL_X - place[:, 0]) / TOWARD_SUN[0]
        inner = place + TOWARD_SUN * t[:, None]
        outer = inner - TOWARD_SUN * (REVEAL / TOWARD_SUN[0])
        soft = 0.003 + 0.006 * np.clip(t, 0, 5)  # the sun is half a degree wide
        lit = facing * (t > 0) * _clear(inner, soft, bars=False) * _clear(outer, soft)
        on = np.flatnonzero(lit > 1e-3)
        result = np.zeros(len(place), np.float32)
        if len(on):
            start = place[on] + way[on] * (0.03 if both_sides else 0.012) + normal[on] * 0.006
            dark = self.blocked(start, way[on], t[on])
            result[on] = lit[on] * ~dark
        return result

    def sky(self, place: Array, normal: Array, rng: np.random.Generator, shadows: bool = True) -> Array:
        """Irradiance / π of the sky from one point of the window (N,), before its colour."""
        n = len(place)
        point = np.stack([np.full(n, WALL_X - 0.05), rng.uniform(*WINDOW_Y, n), rng.uniform(*WINDOW_Z, n)], axis=1)
        way = (point - place).astype(np.float32)
        reach = np.linalg.norm(way, axis=1)
        way /= reach[:, None] + 1e-6
        area = (WINDOW_Y[1] - WINDOW_Y[0]) * (WINDOW_Z[1] - WINDOW_Z[0]) * 0.8
        weight = np.clip((way * normal).sum(1), 0, 1) * np.clip(-way[:, 0], 0, 1) * area / (np.pi * reach**2 + 0.15)
        lit = np.flatnonzero(weight > 1e-4)
        if shadows and len(lit):
            weight[lit[self.blocked((place + normal * 0.012)[lit], way[lit], reach[lit] - 0.1)]] *= 0.04
        return np.asarray(weight, dtype=np.float32)

    def _first_lit(self, count: int, rng: np.random.Generator) -> tuple[Array, Array, Array]:
        """Where the sun falls first: places, normals and the flux they throw back / π (count, 3)."""
        side = np.sqrt(count / 1.2)
        start = np.stack([np.full(count, WALL_X - REVEAL - 0.01), rng.uniform(*WINDOW_Y, count),
                          rng.uniform(*WINDOW_Z, count)], axis=1).astype(np.float32)  # fmt: skip
        open_ = start[~_bars(start)]
        way = np.tile(-TOWARD_SUN, (len(open_), 1))
        inside = open_ + way * 0.02
        t, which = self.meet(inside, way)
        place = inside + way * t[:, None]
        normal, albedo = self.surface(place, which, way)
        area = (WINDOW_Y[1] - WINDOW_Y[0]) * (WINDOW_Z[1] - WINDOW_Z[0]) * len(open_) / count
        flux = albedo * SUN * abs(float(TOWARD_SUN[0])) * area / np.pi
        keep = np.flatnonzero(which != SURFACES["out"])[: int(side * side)]
        return (place + normal * 0.01)[keep].astype(np.float32), normal[keep], flux[keep].astype(np.float32)

    def thrown_back(self, place: Array, normal: Array, rng: np.random.Generator) -> Array:
        """Irradiance / π from one of the places the sun fell on first (N, 3)."""
        places, normals, flux = self.lamps
        pick = rng.integers(len(places), size=len(place))
        way = places[pick] - place
        square = (way * way).sum(1)
        reach = np.sqrt(square)
        way = (way / (reach[:, None] + 1e-6)).astype(np.float32)
        weight = np.clip((way * normal).sum(1), 0, 1) * np.clip(-(way * normals[pick]).sum(1), 0, 1) / (square + 0.09)
        on = np.flatnonzero(weight > 1e-3)
        if len(on):
            start = (place + normal * 0.012)[on]
            weight[on[self.blocked(start, way[on], reach[on] - 0.03)]] = 0
        return np.asarray(flux[pick] * weight[:, None], dtype=np.float32)

    def surface(self, place: Array, which: Array, ray: Array) -> tuple[Array, Array]:
        """Normals towards the ray and albedo (N, 3) at places on the things `which`."""
        n = len(place)
        normal, albedo = np.zeros((n, 3), np.float32), np.full((n, 3), 0.62, np.float32)
        normal[:, 1] = 1
        for name, axis, sign in (("floor", 1, 1), ("ceiling", 1, -1), ("back", 2, 1), ("front", 2, -1),
                                 ("right", 0, -1), ("left", 0, 1), ("reveal", 0, 1)):  # fmt: skip
            on = np.flatnonzero(which == SURFACES[name])
            if len(on):
                normal[on] = np.eye(3, dtype=np.float32)[axis] * sign
                if name == "floor":
                    normal[on], albedo[on] = self._boards(place[on])
                elif name == "back":
                    albedo[on] = self._hung(place[on])
                elif name in ("left", "right", "front"):
                    albedo[on] = self._painted(place[on, 2], place[on, 1])
                elif name == "ceiling":
                    albedo[on] = np.array([0.76, 0.75, 0.72])
                else:
                    albedo[on] = 0.72
        on = np.flatnonzero(which == 0)
        if len(on):
            normal[on] = self.chair.normal(place[on], 0.006, exact=True)
            albedo[on], normal[on] = self._upholstered(place[on], normal[on])
        on = np.flatnonzero(which == 1)
        if len(on):
            normal[on] = self.curtains.normal(place[on], 0.006, exact=True)
            thread = bilinear(self.weave, (place[on, 2] * 900 + 4000) % 598, (place[on, 1] * 500) % 598)
            linen = np.array([0.70, 0.655, 0.57]) * (1 + 0.05 * thread)[:, None]
            albedo[on] = np.where(place[on, 1:2] > 2.455, np.array([0.10, 0.075, 0.05]), linen)
        for number, solid in enumerate(self.solids):
            on = np.flatnonzero(which == number + 2)
            if len(on):
                normal[on] = solid.normal(place[on])
                albedo[on] = self._coloured(place[on], solid.material.albedo, solid.material.pattern)
        away = (normal * ray).sum(1) > 0
        return np.where(away[:, None], -normal, normal).astype(np.float32), np.clip(albedo, 0.01, 0.9)

    def _boards(self, place: Array) -> tuple[Array, Array]:
        plank = np.floor(place[:, 0] / 0.135 + 100)
        along = place[:, 2] + plank * 0.77
        board = np.floor(along / 1.55)
        u, v = (
            (place[:, 2] * 170 + plank * 371 + board * 97 + 5000) % 1190,
            (place[:, 0] * 500 + plank * 57 + 4000) % 890,
        )
        grain = bilinear(self.grain, u, v)
        tone = 0.5 + 0.5 * np.sin(plank * 5.1 + board * 2.3)
        dark, pale = np.array([0.165, 0.088, 0.046]), np.array([0.42, 0.265, 0.145])
        albedo = dark + (pale - dark) * np.clip(0.40 + 0.20 * grain + 0.30 * tone, 0, 1)[:, None]
        gap = np.abs(place[:, 0] / 0.135 - np.round(place[:, 0] / 0.135)) * 0.135
        end = np.abs(along / 1.55 - np.round(along / 1.55)) * 1.55
        seam = smoothstep(0.0035, 0.001, np.minimum(gap, end))
        normal = np.tile(np.array([0, 1, 0], np.float32), (len(place), 1))
        normal[:, 0] += 0.012 * grain
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        return normal, albedo * (1 - 0.7 * seam)[:, None]

    def _painted(self, along: Array, rise: Array) -> Array:
        """Wall paint, its plaster and the white skirting board."""
        stain = bilinear(self.plaster, (along * 120 + 3000) % 698, (rise * 120) % 698)
        wall = np.array([0.50, 0.50, 0.435]) * (1 + 0.045 * stain)[:, None]
        groove = smoothstep(0.004, 0.0, np.abs(rise - 0.118))[:, None]
        board = np.array([0.70, 0.69, 0.66]) * (1 - 0.5 * groove)
        return np.where(rise[:, None] < 0.12, board, wall)

    def _hung(self, place: Array) -> Array:
        """The back wall with its picture: frame, mount and painting."""
        albedo = self._painted(place[:, 0], place[:, 1])
        left, right, low, high = PICTURE
        rim = np.minimum(np.minimum(place[:, 0] - left, right - place[:, 0]),
                         np.minimum(place[:, 1] - low, high - place[:, 1]))  # fmt: skip
        share = np.clip([(place[:, 0] - left - 0.11) / (right - left - 0.22), (high - 0.11 - place[:, 1]) /
                         (high - low - 0.22)], 0, 1)  # fmt: skip
        inner = bilinear(self.canvas, share[0] * 159, share[1] * 119)
        shade = smoothstep(-0.03, 0.0, rim - 0.012 * (place[:, 1] > 1.6))
        albedo = albedo * (1 - 0.35 * shade)[:, None]
        edge = np.array([0.16, 0.095, 0.05]) * (0.7 + 0.6 * smoothstep(0, 0.03, rim))[:, None]
        albedo = np.where((rim > 0)[:, None], edge, albedo)
        albedo = np.where((rim > 0.032)[:, None], np.array([0.70, 0.68, 0.62]) * (0.8 + 0.2 * smoothstep(
            0.032, 0.045, rim))[:, None], albedo)  # fmt: skip
        return np.where((rim > 0.11)[:, None], inner, albedo)

    def _upholstered(self, place: Array, normal: Array) -> tuple[Array, Array]:
        local = furniture.beside_chair(place)
        u, v = (
            (local[:, 0] * 420 + local[:, 2] * 300 + 6000) % 598,
            (local[:, 1] * 420 + local[:, 2] * 200 + 6000) % 598,
        )
        thread = bilinear(self.weave, u, v)
        nap = bilinear(self.plaster, (u * 0.5) % 598, (v * 0.5) % 598)
        albedo = np.array([0.055, 0.125, 0.115]) * (1 + 0.12 * thread + 0.16 * nap)[:, None]
        soft = furniture.pillow(local) < 0.008
        albedo = np.where(soft[:, None], np.array([0.56, 0.30, 0.075]) * (1 + 0.08 * thread)[:, None], albedo)
        albedo = np.where((local[:, 1:2] < 0.175), np.array([0.17, 0.09, 0.045]), albedo)
        normal = normal + 0.05 * np.stack([thread, nap, -thread], axis=1)
        return albedo, normal / np.linalg.norm(normal, axis=1, keepdims=True)

    def _coloured(self, place: Array, tint: tuple[float, float, float], pattern: str) -> Array:
        albedo: Array = np.tile(np.array(tint, np.float32), (len(place), 1))
        if pattern == "wood":
            u, v = (place[:, 0] * 150 + 900) % 1190, (place[:, 1] * 420 + place[:, 2] * 420 + 3000) % 890
            albedo = albedo * np.exp(0.30 * bilinear(self.grain, u, v))[:, None]
            door = np.abs((place[:, 0] - 1.02) / 0.49 - np.round((place[:, 0] - 1.02) / 0.49)) * 0.49
            seam = (place[:, 0] > 1.0) & (place[:, 1] < 0.715) & (place[:, 1] > 0.13) & (door < 0.004)
            albedo = albedo * np.where(seam | (np.abs(place[:, 1] - 0.718) < 0.003), 0.35, 1.0)[:, None]
        elif pattern == "leaf":
            albedo = (
                albedo * (1 + 0.22 * np.sin(place[:, 0] * 41 + place[:, 1] * 57) * np.sin(place[:, 2] * 47))[:, None]
            )
        return albedo

    def outside(self, ray: Array) -> Array:
        """What is seen through the glass: a pale sky over blurred trees."""
        up = ray[:, 1] - 0.10 * np.sin(ray[:, 2] * 9 + 1) - 0.05 * np.sin(ray[:, 2] * 23)
        trees = smoothstep(0.10, -0.16, up)[:, None]
        light = SKY * 0.62 + (np.array([1.15, 1.35, 0.62]) - SKY * 0.62) * trees
        return np.asarray(light, dtype=np.float32)

    def irradiance(self, place: Array, normal: Array, which: Array, rng: np.random.Generator) -> Array:
        """Light that falls on places (N, 3), over π: sun, sky, what the sun's patch and the room throw back."""
        total = self.sun(place, normal, rng)[:, None] * SUN + self.sky(place, normal, rng)[:, None] * SKY
        total = total + np.minimum(self.thrown_back(place, normal, rng), 1.2)
        cloth = np.flatnonzero(which == 1)
        if len(cloth):
            behind = self.sun(place[cloth], normal[cloth], rng, both_sides=True)[:, None] * SUN * 0.22
            inside = np.clip((WINDOW_Z[1] + 0.1 - place[cloth, 2]) / 0.12, 0, 1) * np.clip(
                (place[cloth, 2] - WINDOW_Z[0] + 0.1) / 0.12, 0, 1)  # fmt: skip
            high = smoothstep(WINDOW_Y[0] - 0.12, WINDOW_Y[0] + 0.05, place[cloth, 1]) * (place[cloth, 1] < 2.44)
            total[cloth] += behind + (inside * high * 0.16)[:, None] * SKY
        way = rng.standard_normal(place.shape).astype(np.float32)
        way = normal + way / np.linalg.norm(way, axis=1, keepdims=True) * 0.999
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        return np.asarray(total + np.minimum(self.dimly(place + normal * 0.012, way, rng), 0.9), dtype=np.float32)

    def dimly(self, origin: Array, way: Array, rng: np.random.Generator, mirror: bool = False) -> Array:
        """What comes along rays that have bounced (N, 3); a mirror sees the window and the sun's patch as well."""
        t, which = self.meet(origin, way)
        out = which == SURFACES["out"]
        place = origin + way * np.minimum(t, 20)[:, None]
        normal, albedo = self.surface(place, which, way)
        here = self.sky(place, normal, rng, shadows=False)[:, None] * SKY + AMBIENT
        if mirror:
            here = here + self.sun(place, normal, rng)[:, None] * SUN
        seen = self.outside(way) if mirror else np.zeros_like(way)
        return np.asarray(np.where(out[:, None], seen, albedo * here), dtype=np.float32)


def _in_window(place: Array) -> Array:
    y, z = place[:, 1], place[:, 2]
    return np.asarray((y > WINDOW_Y[0]) & (y < WINDOW_Y[1]) & (z > WINDOW_Z[0]) & (z < WINDOW_Z[1]))


def _bars(place: Array) -> Array:
    """True on the window's frame and glazing bars."""
    return _clear(place, np.full(len(place), 1e-3)) < 0.5


def _clear(place: Array, soft: Array, bars: bool = True) -> Array:
    """How open the window is at places in its plane, in [0, 1], seen with a blur of `soft` metres (N,)."""
    z, y = place[:, 2] - WINDOW_Z[0], place[:, 1] - WINDOW_Y[0]
    wide, high = WINDOW_Z[1] - WINDOW_Z[0], WINDOW_Y[1] - WINDOW_Y[0]
    frame = 0.055 if bars else 0.0
    rim = np.minimum(np.minimum(z, wide - z), np.minimum(y, high - y)) - frame
    clear = np.clip(0.5 + rim / (2 * soft), 0, 1)
    if bars:
        upright = np.minimum(np.abs(z - wide / 2) - 0.045, np.abs(np.abs(z - wide / 2) - wide / 4) - 0.011)
        across = np.minimum(np.abs(y - high / 3), np.abs(y - high * 2 / 3)) - 0.016
        clear = clear * np.clip(0.5 + np.minimum(upright, across) / (2 * soft), 0, 1)
    return np.asarray(clear)


def render(size: Size, passes: int = PASSES) -> Array:
    """The photo as (H, W, 3) uint8 sRGB; `passes` rays a pixel."""
    rng = np.random.default_rng(17)
    room = Room(0.014 if max(size) > 300 else 0.03, rng)
    width, height = size
    forward = (LOOK - EYE) / np.linalg.norm(LOOK - EYE)
    right = np.cross(forward, np.array([0, 1, 0], np.float32))
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    sums = [np.zeros((height * width, 3), np.float32) for _ in range(3)]
    guide = np.zeros((height * width, 6), np.float32)
    y, x = np.mgrid[0:height, 0:width].reshape(2, -1)
    for _ in range(passes):
        for part in np.array_split(np.arange(len(x)), max(1, len(x) // 60_000)):
            n = len(part)
            px = ((x[part] + rng.random(n)) / width * 2 - 1) * HALF
            py = -((y[part] + rng.random(n)) / height * 2 - 1) * HALF * height / width
            lens = rng.standard_normal((n, 2)) * 0.006
            shift = right * lens[:, :1] + up * lens[:, 1:]
            ray = (forward + right * px[:, None] + up * py[:, None]) * FOCUS - shift
            ray = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).astype(np.float32)
            origin = (EYE + shift).astype(np.float32)
            for total, value in zip(sums, _seen(room, origin, ray, rng, guide, part), strict=True):
                total[part] += value
    lit, albedo, mirror = (total.reshape(height, width, 3) / passes for total in sums)
    known = guide.reshape(height, width, 6) / passes
    for _ in range(2):  # a spark that no neighbour shares is a freak of sampling
        lit = np.minimum(lit, 1.8 * blurred(lit, 2.0 * width / 1024 + 0.6) + 0.03)
    lit = denoised(lit, known, rounds=5, strength=4.0)
    mirror = denoised(mirror, known, rounds=4, strength=3.0)
    return developed(lit * albedo + blurred(mirror, width / 1600), rng, exposure=2.0, bloom=0.10, grain=0.011)


def _seen(
    room: Room, origin: Array, ray: Array, rng: np.random.Generator, guide: Array, part: Array
) -> tuple[Array, Array, Array]:
    """Irradiance / π, albedo and mirrored light (N, 3) along the camera's rays; `guide` gathers normal and place."""
    t, which = room.meet(origin, ray)
    place = origin + ray * np.minimum(t, 20)[:, None]
    normal, albedo = room.surface(place, which, ray)
    out = which == SURFACES["out"]
    lit = np.minimum(room.irradiance(place, normal, which, rng), 14.0)
    lit[out], albedo[out] = room.outside(ray[out]), 1.0
    mirror = np.zeros_like(lit)
    on = np.flatnonzero(which == SURFACES["floor"])
    if len(on):
        way = ray[on] - 2 * (ray[on] * normal[on]).sum(1, keepdims=True) * normal[on]
        way = way + rng.standard_normal(way.shape).astype(np.float32) * np.float32(0.035)
        way[:, 1] = np.abs(way[:, 1])
        way = (way / np.linalg.norm(way, axis=1, keepdims=True)).astype(np.float32)
        cosine = np.clip(-(ray[on] * normal[on]).sum(1), 0, 1)
        fresnel = 0.035 + 0.6 * (1 - cosine) ** 5
        mirror[on] = np.minimum(room.dimly(place[on] + [0, 0.012, 0], way, rng, mirror=True), 6) * fresnel[:, None]
    guide[part] += np.concatenate([normal * 0.6, place * 0.5 + out[:, None] * 3.0], axis=1)
    return lit, albedo, mirror
