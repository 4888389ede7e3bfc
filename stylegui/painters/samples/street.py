"""A street at night after rain: lit windows, lamps and a walker with an umbrella, mirrored in wet cobbles.

Houses are convex solids met by clipping rays with their planes; façades are drawn as functions of place, the ground is
a field of stones whose wet faces throw one reflected ray.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, fbm, smoothstep
from stylegui.painters.samples.camera import developed
from stylegui.painters.samples.houses import House, belfry, facade, rows_of_houses
from stylegui.painters.samples.walker import Walker, silhouette

EYE = np.array([0.55, 1.55, 0.0], np.float32)
FOCUS = 13.0
PASSES = 22
FAR = np.float32(1e4)
LAMPS = np.array([[-3.05, 3.75, 9.5], [3.05, 3.75, 16.5], [-3.05, 3.75, 24.0], [3.05, 3.75, 33.0], [-3.05, 3.75, 43.0],
                  [3.05, 3.75, 56.0]], np.float32)  # fmt: skip
GLOW = np.array([1.0, 0.60, 0.26], np.float32)


def render(size: Size, passes: int = PASSES) -> Array:
    """The photo as (H, W, 3) uint8 sRGB; `passes` rays a pixel."""
    rng = np.random.default_rng(23)
    street = Street(rng)
    width, height = size
    total = np.zeros((height * width, 3), np.float32)
    band = max(1, 120_000 // width)
    for _ in range(passes):
        for top in range(0, height, band):
            rows = np.arange(top, min(top + band, height))
            y, x = np.meshgrid(rows, np.arange(width), indexing="ij")
            n = x.size
            px = (x.ravel() + rng.random(n)) / width * 2 - 1
            py = -((y.ravel() + rng.random(n)) / height * 2 - 1) * height / width
            target = np.stack([px * 0.60 - 0.035, py * 0.60 + 0.105, np.ones(n)], axis=1) * FOCUS
            lens = rng.standard_normal((n, 3)) * [0.022, 0.022, 0.0]
            ray = (target - lens).astype(np.float32)
            ray /= np.linalg.norm(ray, axis=1, keepdims=True)
            light = street.light((EYE + lens).astype(np.float32), ray, rng)
            total[top * width : top * width + n] += np.minimum(light, 9.0)
    return developed((total / passes).reshape(height, width, 3), rng, exposure=1.35, bloom=0.13, grain=0.016)


class Street:
    """Everything that stands in the street, and how it is lit."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.houses = rows_of_houses(rng)
        self.planes = [house.planes() for house in self.houses]
        self.rough = fbm((1000, 1000), 30, rng, 6)
        self.blotch = fbm((700, 700), 6, rng, 5)
        self.cloud = fbm((900, 500), (4, 9), rng, 6)
        self.stone = rng.random((512, 512)).astype(np.float32)
        self.tilt = rng.standard_normal((512, 512, 2)).astype(np.float32)
        self.walkers = [
            (Walker(0.30, 13.2, 1.72, 1), silhouette((360, 520))),
            (Walker(-1.25, 27.0, 1.7, -1), silhouette((360, 520))),
        ]

    def meet(self, origin: Array, ray: Array) -> tuple[Array, Array, Array]:
        """Distance, number and plane of the first thing.

        Numbers: -3 sky, -2 ground, 0… houses, 1000… lamp posts, 2000… walkers.
        """
        with np.errstate(divide="ignore", invalid="ignore"):
            ground = -origin[:, 1] / ray[:, 1]
        best = np.where((ground > 1e-3) & (ground < 400), ground, FAR).astype(np.float32)
        which = np.where(best < FAR, -2, -3)
        plane = np.zeros(len(ray), np.int64)
        for number, (normals, offsets) in enumerate(self.planes):
            enter, leave = np.full(len(ray), 1e-3, np.float32), best.copy()
            face = np.zeros(len(ray), np.int64)
            alive = np.arange(len(ray))
            for index in range(len(normals)):
                o, d = origin[alive] @ normals[index] - offsets[index], ray[alive] @ normals[index]
                with np.errstate(divide="ignore", invalid="ignore"):
                    t = np.where(np.abs(d) < 1e-7, np.where(o > 0, FAR, -FAR), -o / d)
                front = d < 0
                later = front & (t > enter[alive])
                enter[alive[later]] = t[later]
                face[alive[later]] = index
                sooner = ~front & (t < leave[alive])
                leave[alive[sooner]] = t[sooner]
                alive = alive[enter[alive] < leave[alive]]
                if not len(alive):
                    break
            alive = alive[enter[alive] > 2e-3]
            best[alive], which[alive], plane[alive] = enter[alive], number, face[alive]
        for number, lamp in enumerate(LAMPS):
            t = _post(origin, ray, lamp)
            nearer = t < best
            best, which = np.where(nearer, t, best), np.where(nearer, 1000 + number, which)
        for number, (walker, shape) in enumerate(self.walkers):
            with np.errstate(divide="ignore", invalid="ignore"):
                t = (walker.z - origin[:, 2]) / ray[:, 2]
            u, v = walker.place(origin, ray, t, shape)
            inside = (t > 1e-3) & (t < best) & (u >= 0) & (u < 1) & (v >= 0) & (v < 1)
            on = np.flatnonzero(inside)
            rows, columns = shape.shape
            solid = shape[(v[on] * rows).astype(int), (u[on] * columns).astype(int)] > 0.5
            on = on[solid]
            best[on], which[on] = t[on], 2000 + number
        return best, which, plane

    def light(self, origin: Array, ray: Array, rng: np.random.Generator, mirror: bool = True) -> Array:
        """What comes back along the rays (N, 3), linear."""
        t, which, plane = self.meet(origin, ray)
        place = origin + ray * np.minimum(t, 500)[:, None]
        result = self.sky(ray)
        for number, house in enumerate(self.houses):
            on = np.flatnonzero(which == number)
            if len(on):
                result[on] = self.front(house, place[on], plane[on], ray[on])
        on = np.flatnonzero(which >= 2000)
        if len(on):
            result[on] = np.array([0.006, 0.007, 0.010]) + 0.02 * self.lamplight(
                place[on], np.array([0.0, 0.6, 0.3], np.float32)
            )
        on = np.flatnonzero((which >= 1000) & (which < 2000))
        if len(on):
            head = place[on, 1] > 3.48
            result[on] = np.where(
                head[:, None], GLOW * 14, 0.012 + 0.03 * self.lamplight(place[on], np.array([0, 1, 0], np.float32))
            )
        on = np.flatnonzero(which == -2)
        if len(on) and mirror:
            result[on] = self.ground(place[on], ray[on], rng)
        elif len(on):
            result[on] = 0.01
        mist = 1 - np.exp(-np.minimum(t, 90) / 95)
        near = np.exp(-np.abs(place[:, 1] - 2.5) / 6)
        veil = np.array([0.040, 0.050, 0.090]) + np.array([0.16, 0.095, 0.045]) * near[:, None]
        return np.asarray(result + (veil - result) * (mist * 0.55)[:, None], dtype=np.float32)

    def sky(self, ray: Array) -> Array:
        """The blue hour: deep above, a last warm band over the roofs, ragged clouds."""
        up = np.clip(ray[:, 1], 0, 1)
        stops = [0.0, 0.12, 0.28, 0.5, 1.0]
        tints = np.array(
            [[0.46, 0.26, 0.19], [0.30, 0.24, 0.30], [0.115, 0.145, 0.27], [0.045, 0.075, 0.17], [0.02, 0.035, 0.09]]
        )
        light = np.stack([np.interp(up, stops, tints[:, c]) for c in range(3)], axis=1)
        u = ray[:, 0] / (up + 0.25) * 150 + 450
        v = ray[:, 2] / (up + 0.25) * 60 + 40
        cloud = smoothstep(0.1, 1.5, bilinear(self.cloud, u, v))
        tone = np.array([0.050, 0.055, 0.095]) + np.array([0.10, 0.05, 0.03]) * np.exp(-up * 6)[:, None]
        return np.asarray(light + (tone - light) * (0.75 * cloud)[:, None], dtype=np.float32)

    def lamplight(self, place: Array, normal: Array) -> Array:
        """Irradiance / π of all lamps at places (N, 3) with normals (N, 3) or (3,)."""
        total = np.zeros(len(place), np.float32)
        for lamp in LAMPS:
            way = lamp - place
            square = (way * way).sum(1) + 0.15
            facing = np.clip((way * normal).sum(1) / np.sqrt(square), 0, 1) + 0.06
            total += 5.6 * facing / square
        return np.asarray(total[:, None] * GLOW)

    def front(self, house: House, place: Array, plane: Array, ray: Array) -> Array:
        """A house: roof, side walls, and the façade with its windows."""
        normal = house.planes()[0][plane]
        u = (place[:, 2] * 37 + house.seed * 91) % 998
        v = (place[:, 1] * 37 + house.seed * 53) % 998
        rough, stain = bilinear(self.rough, u, v), bilinear(self.blotch, u * 0.7, v * 0.7)
        albedo = np.array(house.plaster) * (1 + 0.10 * rough + 0.16 * stain)[:, None]
        roof = plane >= 4 if house.spire > 0 else plane == 3
        tiles = 0.7 + 0.3 * np.sin(place[:, 1] * 42) * np.sin(place[:, 2] * 26)
        albedo = np.where(roof[:, None], np.array([0.075, 0.050, 0.042]) * tiles[:, None], albedo)
        lit = self.lamplight(place, normal) + np.array([0.075, 0.092, 0.155]) * (0.45 + 0.55 * normal[:, 1:2])
        lit = lit + GLOW * 0.16 * np.exp(-place[:, 1:2] / 2.2)
        result = np.asarray(albedo * lit * np.clip(0.6 + place[:, 1] * 0.9, 0.4, 1)[:, None], np.float32)
        on = np.flatnonzero(plane == 0) if house.spire == 0 else np.flatnonzero(plane == 1)
        if len(on) and house.spire > 0:
            result[on] = belfry(house, place[on], result[on])
        elif len(on):
            result[on] = facade(house, place[on], ray[on], result[on], rough[on])
        return result

    def ground(self, place: Array, ray: Array, rng: np.random.Generator) -> Array:
        """Wet cobbles between pavements of flags; puddles are smoother and darker."""
        x, z = place[:, 0], place[:, 2]
        pave = np.abs(x) > 3.0
        row = np.floor(z / 0.17)
        across = x / 0.15 + 0.5 * (row % 2) + 0.10 * np.sin(row * 12.9)
        big_row = np.floor(z / 0.75)
        flags = x / 0.62 + 0.5 * (big_row % 2)
        a, b = np.where(pave, flags, across), np.where(pave, z / 0.75, z / 0.17)
        ia, ib = np.floor(a).astype(int), np.floor(b).astype(int)
        fa, fb = (a - ia) * 2 - 1, (b - ib) * 2 - 1
        joint = np.maximum(np.abs(fa), np.abs(fb))
        gap = np.clip((joint - np.where(pave, 0.96, 0.80)) / 0.16, 0, 1)
        tone, tilt = self.stone[ia % 512, ib % 512], self.tilt[ia % 512, ib % 512]
        puddle = smoothstep(0.35, 0.75, bilinear(self.blotch, (x * 46 + 350) % 698, (z * 30) % 698))
        far = np.exp(-z / 26)
        dome = np.where(pave, 0.02, 0.26) * (1 - 0.92 * puddle) * far
        nx = fa**3 * dome + tilt[:, 0] * np.where(pave, 0.012, 0.035) * (1 - 0.9 * puddle)
        nz = fb**3 * dome + tilt[:, 1] * np.where(pave, 0.012, 0.035) * (1 - 0.9 * puddle)
        shake = rng.standard_normal((len(x), 2)) * (0.014 + 0.05 * (1 - puddle) * (1 - far))[:, None]
        normal = np.stack([nx + 0.4 * shake[:, 0], np.ones_like(x), nz + shake[:, 1]], axis=1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        albedo = (np.array([0.062, 0.060, 0.062]) * (0.55 + 0.8 * tone)[:, None] + np.where(pave, 0.03, 0)[:, None]) * (
            1 - 0.8 * gap
        )[:, None]
        albedo = albedo * (1 - 0.6 * puddle)[:, None]
        lit = self.lamplight(place, normal) + np.array([0.07, 0.085, 0.14])
        spill = GLOW * (0.5 * smoothstep(2.4, 4.3, np.abs(x)))[:, None]
        bounce = ray - 2 * (ray * normal).sum(1, keepdims=True) * normal
        bounce[:, 1] = np.abs(bounce[:, 1]) + 0.003
        bounce = (bounce / np.linalg.norm(bounce, axis=1, keepdims=True)).astype(np.float32)
        cosine = np.clip(-(ray * normal).sum(1), 0.02, 1)
        fresnel = 0.025 + 0.975 * (1 - cosine) ** 5
        wet = np.clip(0.55 + 0.45 * puddle - 0.75 * gap * (1 - puddle), 0.04, 1)
        seen = self.light(place + np.array([0, 0.004, 0], np.float32), bounce, rng, mirror=False)
        return np.asarray(
            albedo * (lit + spill) + np.minimum(seen, 2.6) * np.clip(fresnel * 1.6 * wet, 0, 0.9)[:, None], np.float32
        )


def _post(origin: Array, ray: Array, lamp: Array) -> Array:
    """Distance to a lamp post and its lantern (N,), FAR where missed."""
    found = np.full(len(ray), FAR, np.float32)
    for radius, low, high in ((0.05, 0.0, 3.5), (0.085, 0.0, 0.55), (0.16, 3.5, 3.95), (0.22, 3.95, 4.02)):
        ox, oz = origin[:, 0] - lamp[0], origin[:, 2] - lamp[2]
        a = ray[:, 0] ** 2 + ray[:, 2] ** 2
        b, c = ox * ray[:, 0] + oz * ray[:, 2], ox * ox + oz * oz - radius**2
        under = b * b - a * c
        t = (-b - np.sqrt(np.maximum(under, 0))) / np.maximum(a, 1e-9)
        y = origin[:, 1] + ray[:, 1] * t
        hit = (under > 0) & (t > 1e-3) & (y > low) & (y < high)
        found = np.where(hit & (t < found), t, found)
    return found.astype(np.float32)
