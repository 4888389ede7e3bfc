"""A path through tall trees in morning mist: sun rays between the trunks, ferns, leaves on the ground.

Ground and trunks are met by rays; ferns and leaves are layers. The light in the mist is gathered in slices of depth.
"""

from __future__ import annotations

import itertools

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, blurred, fbm, noise, resized, smoothstep
from stylegui.painters.samples.camera import developed
from stylegui.painters.samples.terrain import Terrain, march
from stylegui.painters.samples.undergrowth import Layer, Sheet, fern, litter, spray

EYE_M = 1.5
HALF, SHIFT = 0.56, 0.105  # of the picture's width over the distance; how far the lens is shifted up
TOWARD_SUN = np.array([-0.20, 0.375, 1.0], np.float32) / np.float32(np.sqrt(0.04 + 0.375**2 + 1))
SUN = np.array([7.8, 5.6, 2.95], np.float32)
SKY = np.array([0.42, 0.50, 0.50], np.float32)
CANOPY_M = 11.0
SLICES = np.concatenate([[0.0], np.geomspace(1.2, 110, 42)]).astype(np.float32)
FAR = np.float32(1e4)
PASSES = 3


def path_x(z: Array) -> Array:
    """Where the middle of the path runs."""
    return np.asarray(0.10 + 1.15 * np.sin(z / 11.0) * np.minimum(z / 14, 1) + 0.045 * z)


class Forest:
    """The ground, the trunks, and how the sun comes through the canopy."""

    def __init__(self, rng: np.random.Generator, tile_px: int) -> None:
        columns, rows, cell = 420, 800, 0.15
        x = -31.5 + cell * np.arange(columns)
        z = -2 + cell * np.arange(rows)
        off = np.abs(x[None, :] - path_x(z)[:, None])
        bumps = resized(fbm((columns, rows), 14, rng, 5), (columns, rows))
        bank = smoothstep(0.9, 3.2, off) * 0.42 + 0.035 * np.maximum(off - 3, 0)
        heights = bank + bumps * (0.03 + 0.10 * smoothstep(0.8, 3.0, off)) - 0.05 * np.exp(-((off / 0.5) ** 2))
        self.ground = Terrain(heights.astype(np.float32), -31.5, -2.0, cell)
        self.slope = self.ground.normals()
        self.tile, self.relief = litter(tile_px, rng)
        self.patch = fbm((500, 500), 16, rng, 5)
        self.bark = 0.75 * noise((600, 900), (70, 16), rng) + 0.5 * noise((600, 900), (150, 60), rng)
        self.bark = self.bark - 0.6 * np.abs(noise((600, 900), (46, 7), rng))
        gaps = fbm((900, 900), 30, rng, 4) + 0.4 * fbm((900, 900), 90, rng, 2)
        self.gaps = blurred(smoothstep(0.45, 1.0, gaps), 0.8)
        self.trunks = self._planted(rng)

    def _planted(self, rng: np.random.Generator) -> Array:
        """x, z, radius, lean in x, phase of each trunk, the nearest last."""
        near = [(-2.55, 5.2, 0.33), (3.05, 6.6, 0.30), (-4.9, 8.2, 0.26), (5.9, 9.6, 0.31), (-2.2, 12.0, 0.24),
                (3.1, 13.4, 0.22), (-7.4, 12.5, 0.29), (8.4, 14.5, 0.27), (-4.3, 16.5, 0.25)]  # fmt: skip
        stand = [(*tree, rng.uniform(-0.03, 0.03), rng.random()) for tree in near]
        while len(stand) < 78:
            z = 14 + 66 * rng.random() ** 0.8
            x = rng.uniform(-0.75, 0.75) * z
            clear = abs(x - float(path_x(np.array(z)))) > 1.7
            if clear and all((x - t[0]) ** 2 + (z - t[1]) ** 2 > 2.2 for t in stand):
                stand.append((x, z, rng.uniform(0.12, 0.30), rng.uniform(-0.05, 0.05), rng.random()))
        return np.array(sorted(stand, key=lambda tree: -tree[1]), np.float32)

    def sunlight(self, place: Array, trunks: bool = True) -> Array:
        """How much sun comes to places (N, 3), in [0, 1]."""
        rise = np.maximum(CANOPY_M - place[:, 1], 0) / TOWARD_SUN[1]
        u, v = place[:, 0] + TOWARD_SUN[0] * rise, place[:, 2] + TOWARD_SUN[2] * rise
        clear = bilinear(self.gaps, (u * 9.0 + 4000) % 898, (v * 5.0 + 300) % 898)
        if trunks:
            heading = TOWARD_SUN[[0, 2]] / np.linalg.norm(TOWARD_SUN[[0, 2]])
            for x, z, radius, _, _ in self.trunks:
                dx, dz = x - place[:, 0], z - place[:, 2]
                along = dx * heading[0] + dz * heading[1]
                across = np.abs(dx * heading[1] - dz * heading[0])
                soft = 0.03 + 0.011 * along
                dark = (along > radius) * np.clip((radius + soft - across) / (2 * soft), 0, 1)
                clear = clear * (1 - dark)
        return np.asarray(clear, dtype=np.float32)

    def meet(self, ray: Array, eye: Array) -> tuple[Array, Array]:
        """Distance and number (-2 sky, -1 ground, 0… trunks) of the first thing along rays (N, 3) with z = 1."""
        best = np.minimum(march(self.ground, eye, ray, 1.0, 100.0, 130, 2.2), FAR).astype(np.float32)
        which = np.where(best < FAR, -1, -2)
        for number, (x, z, radius, lean, _) in enumerate(self.trunks):
            near = np.flatnonzero(np.abs(ray[:, 0] - x / z) < (radius * 2.2 + abs(lean) * 20 + 0.1) / z)
            t = np.full(len(near), z, np.float32)
            dx, dy = ray[near, 0], ray[near, 1]
            hit = np.ones(len(near), bool)
            foot = float(self.ground.at(np.array([x]), np.array([z]))[0])
            for _ in range(3):
                y = np.clip(EYE_M + dy * t - foot, 0, 30)
                r = radius * (1 - 0.018 * y + 0.75 * np.exp(-y / 0.28))
                cx = x + lean * y + 0.10 * np.sin(y * 0.45 + number) * min(1.0, radius * 4)
                b, c = dx * cx + z, cx * cx + z * z - r * r
                a = dx * dx + 1
                under = b * b - a * c
                hit = under > 0
                t = (b - np.sqrt(np.maximum(under, 0))) / a
            nearer = hit & (t > 0.5) & (t < best[near])
            best[near[nearer]], which[near[nearer]] = t[nearer], number
        return best, which

    def ground_light(self, place: Array, ray: Array) -> Array:
        """Light from the ground: litter, moss on the banks, bare trodden earth in the middle of the path."""
        x, z = place[:, 0], place[:, 2]
        side = self.tile.shape[0]
        scale = side / 3.4
        u, v = (x * scale) % (side - 1.01), (z * scale) % (side - 1.01)
        fade = np.exp(-z / 16)[:, None]
        albedo = bilinear(self.tile, u, v) * fade + self.tile.mean(axis=(0, 1)) * (1 - fade)
        here = bilinear(self.relief, u, v)
        normal = np.stack([self.ground.look(self.slope[..., k], x, z) for k in range(3)], axis=1)
        normal[:, 0] += (bilinear(self.relief, u + 2, v) - here) * -0.6 * fade[:, 0]
        normal[:, 2] += (bilinear(self.relief, u, v + 2) - here) * -0.6 * fade[:, 0]
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        off = np.abs(x - path_x(z))
        patch = bilinear(self.patch, (x * 22 + 5000) % 498, (z * 22) % 498)
        moss = smoothstep(0.1, 1.2, patch + 1.1 * smoothstep(1.3, 3.2, off) - 0.75)
        albedo = (
            albedo + (np.array([0.070, 0.105, 0.028]) * (0.6 + 0.7 * here)[:, None] - albedo) * (0.8 * moss)[:, None]
        )
        earth = smoothstep(0.75, 0.15, off + 0.22 * patch)
        albedo = albedo + (np.array([0.125, 0.092, 0.062]) - albedo) * (0.55 * earth)[:, None]
        sun = self.sunlight(place)
        facing = np.clip(normal @ TOWARD_SUN, 0, 1)
        half = TOWARD_SUN - ray / np.linalg.norm(ray, axis=1, keepdims=True)
        half /= np.linalg.norm(half, axis=1, keepdims=True)
        sheen = np.clip((normal * half).sum(1), 0, 1) ** 22 * 0.11
        ambient = SKY * (0.40 + 0.45 * normal[:, 1:2]) * (0.40 + 0.75 * here)[:, None]
        return np.asarray(albedo * (ambient + SUN * (sun * facing)[:, None]) + SUN * (sun * sheen)[:, None])

    def trunk_light(self, number: int, place: Array) -> Array:
        """Light from a trunk: ridged bark, moss low down, a rim where the sun grazes it."""
        x, z, radius, lean, phase = self.trunks[number]
        y = place[:, 1]
        away = np.stack([place[:, 0] - x - lean * y, place[:, 2] - z], axis=1)
        away /= np.linalg.norm(away, axis=1, keepdims=True) + 1e-6
        around = np.arctan2(away[:, 0], -away[:, 1])
        u, v = (around * 190 * min(1.0, radius * 3.4) + phase * 300 + 900) % 598, (y * 95 + phase * 700 + 400) % 898
        here = bilinear(self.bark, u, v)
        tilt = np.clip(bilinear(self.bark, u + 2, v) - here, -1, 1) * 0.30
        nx, nz = away[:, 0] - away[:, 1] * -tilt, away[:, 1] + away[:, 0] * -tilt
        normal = np.stack([nx, 0.06 - 0.0 * nx, nz], axis=1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True)
        albedo = np.array([0.105, 0.085, 0.066]) * np.exp(0.33 * here)[:, None]
        moss = smoothstep(0.1, 1.0, 0.9 * np.exp(-y / 0.9) + 0.22 * here + 0.25 * away[:, 0] + 0.15 * np.sin(y * 1.7))
        albedo = albedo + (np.array([0.060, 0.090, 0.024]) - albedo) * (0.85 * moss)[:, None]
        facing = np.clip(normal @ TOWARD_SUN + 0.10, 0, 1)
        lit = self.sunlight(place + normal * (radius * 0.3 + 0.05), trunks=False) * 0.75 + 0.25
        ambient = SKY * (0.50 + 0.22 * normal[:, :1] + 0.12 * np.clip(y, 0, 4)[:, None] / 4)
        return np.asarray(albedo * (ambient + SUN * (lit * facing * 1.4)[:, None]))


class Mist:
    """Light scattered towards the camera and what is left of the light behind, by direction and distance."""

    def __init__(self, forest: Forest, size: Size) -> None:
        rng = np.random.default_rng(7)  # its own: how much it draws depends on the size
        height_by_width = size[1] / size[0]
        columns = int(np.clip(size[0] / 2, 40, 240))
        rows = round(columns * height_by_width)
        y, x = np.mgrid[0:rows, 0:columns]
        ray = rays_through((x + 0.5) / columns, (y + 0.5) / rows, height_by_width).reshape(-1, 3)
        unit = ray / np.linalg.norm(ray, axis=1, keepdims=True)
        cosine = unit @ TOWARD_SUN
        forward = 0.62  # Henyey and Greenstein (1941): mist throws light on, mostly
        phase = (1 - forward**2) / (1 + forward**2 - 2 * forward * cosine) ** 1.5 * 0.16 + 0.22
        glow = 0.36 * np.clip(cosine, 0, 1)[:, None] ** 60 * np.array([1.0, 0.8, 0.5])
        light, left = np.zeros((len(ray), 3), np.float32), np.ones(len(ray), np.float32)
        self.light, self.left = [light], [left]
        for before, after in itertools.pairwise(SLICES):
            depth = before + (after - before) * (0.5 + 0.3 * rng.uniform(-1, 1, len(ray)))
            place = (ray * depth[:, None] + [0, EYE_M, 0]).astype(np.float32)
            thick = (0.007 + 0.016 * np.exp(-np.clip(place[:, 1], 0, 40) / 4.5)) * (
                0.55 + 0.45 * smoothstep(3, 16, depth)
            )
            passed = np.exp(-thick * (after - before))
            sun = forest.sunlight(place)
            veil = SKY * 0.40 + glow + SUN * (sun * phase * 0.72)[:, None]
            light = light + veil * (left * (1 - passed))[:, None]
            left = left * passed
            self.light.append(light)
            self.left.append(left)
        self.beyond = SKY * 1.1 + np.array([1.5, 1.2, 0.7]) * (np.clip(cosine, 0, 1) ** 14)[:, None]
        self.shape = (rows, columns)

    def at(self, size: Size, number: int) -> tuple[Array, Array]:
        """Light (H, W, 3) and share left (H, W) up to a slice."""
        light = blurred(self.light[number].reshape(*self.shape, 3), 0.7)
        return resized(light, size), resized(self.left[number].reshape(self.shape), size)

    def before(self, picture: Array, depth: Array) -> Array:
        """The picture (H, W, 3) with the mist up to its depths (H, W) in front of it."""
        size = (picture.shape[1], picture.shape[0])
        place = np.interp(depth, SLICES, np.arange(len(SLICES)))
        result = np.zeros_like(picture)
        for number in range(len(SLICES)):
            share = np.clip(1 - np.abs(place - number), 0, 1)
            if share.any():
                light, left = self.at(size, number)
                result += (light + picture * left[..., None]) * share[..., None]
        return result


def rays_through(u: Array, v: Array, height_by_width: float) -> Array:
    """Rays (..., 3) with z = 1 through places in units of the picture's width and height."""
    return np.stack([(u * 2 - 1) * HALF, (1 - v * 2) * HALF * height_by_width + SHIFT, np.ones_like(u)], axis=-1)


def render(size: Size, passes: int = PASSES) -> Array:
    """The photo as (H, W, 3) uint8 sRGB; `passes` rays a pixel."""
    rng = np.random.default_rng(31)
    width, height = size
    forest = Forest(rng, 1400 if max(size) > 300 else 500)
    mist = Mist(forest, size)
    y, x = np.mgrid[0:height, 0:width].reshape(2, -1)
    eye = np.array([0, EYE_M, 0], np.float32)
    total, depth = np.zeros((height, width, 3), np.float32), np.full((height, width), FAR, np.float32)
    sky = resized(mist.beyond.reshape(*mist.shape, 3), size).reshape(-1, 3)
    for index in range(passes):
        shake = (index + 0.5) / passes
        ray = rays_through((x + (shake * 1.618) % 1) / width, (y + shake) / height, height / width).astype(np.float32)
        t, which = forest.meet(ray, eye)
        light = sky.copy()
        place = eye + ray * np.minimum(t, 200)[:, None]
        on = np.flatnonzero(which == -1)
        light[on] = forest.ground_light(place[on], ray[on])
        for number in range(len(forest.trunks)):
            on = np.flatnonzero(which == number)
            if len(on):
                light[on] = forest.trunk_light(number, place[on])
        here = np.minimum(t, 109).reshape(height, width)
        total += mist.before(light.reshape(height, width, 3), here)
        depth = np.minimum(depth, here)
    picture = total / passes
    for layer in _layers(forest, size, rng):
        picture = _laid(picture, depth, layer, mist)
    return developed(picture, rng, exposure=0.84, bloom=0.14, grain=0.013)


def _laid(picture: Array, depth: Array, layer: Layer, mist: Mist) -> Array:
    """The picture with a layer in front of what is farther than it, in mist and out of focus by its distance."""
    width = picture.shape[1]
    soft = 3.4 * abs(1 / layer.distance - 1 / 9.0) / (1 / 2.0 - 1 / 9.0) * width / 1024
    cover = layer.cover * (depth > layer.distance)
    light = layer.light * (depth > layer.distance)[..., None]
    number = int(np.argmin(np.abs(SLICES - layer.distance)))
    veil, left = mist.at((width, picture.shape[0]), number)
    light = light * left[..., None] + veil * cover[..., None]
    light, cover = blurred(light, soft), blurred(cover, soft)
    return np.asarray(picture * (1 - cover[..., None]) + light)


def _layers(forest: Forest, size: Size, rng: np.random.Generator) -> list[Layer]:
    """Leaves and ferns, the farthest first."""
    ratio = size[1] / size[0]

    def project(place: Array) -> Array:
        z = np.maximum(place[:, 2], 0.3)
        across, rise = place[:, 0] / z, (place[:, 1] - EYE_M) / z
        return np.stack([(across / HALF + 1) / 2, (1 - (rise - SHIFT) / (HALF * ratio)) / 2], axis=1)

    layers = []
    for z, sprays, spread, leaf in ((46, 90, 2.2, 0.50), (34, 90, 1.8, 0.36), (25, 90, 1.5, 0.24), (18, 85, 1.1, 0.16),
                                    (12.5, 60, 0.8, 0.12), (8.5, 36, 0.6, 0.10), (5.6, 14, 0.42, 0.085)):  # fmt: skip
        sheet = Sheet(size, project)
        for _ in range(sprays):
            u = rng.uniform(-1.1, 1.1)
            top = 0.50 + 0.04 * rng.standard_normal()
            low = 0.20 + 0.22 * np.exp(-(((u - 0.05) / 0.42) ** 2)) + (0.06 if z < 10 else 0.0)
            rise = low + (top - low) * rng.random() ** 0.7
            place = np.array([u * HALF * z, EYE_M + rise * z, z * rng.uniform(0.95, 1.05)])
            spray(sheet, place, spread, leaf, forest.sunlight, rng)
        layers.append(sheet.finished(float(z)))
    for far, near, ferns in ((22, 15, 60), (15, 10, 54), (10, 7, 36), (7, 5, 24), (5, 3.6, 16), (3.3, 2.4, 8)):
        sheet = Sheet(size, project)
        for z in sorted(rng.uniform(near, far, ferns), reverse=True):
            hand = rng.choice([-1.0, 1.0])
            gap = 1.15 + 0.25 * rng.random() + abs(rng.standard_normal()) * 0.22 * z
            x = float(path_x(np.array(z))) + hand * gap
            foot = np.array([x, float(forest.ground.at(np.array([x]), np.array([z]))[0]), z])
            fern(sheet, foot, rng.uniform(0.40, 0.78), lambda p: forest.sunlight(p, trunks=False), rng)
        layers.append(sheet.finished((far + near) / 2))
    return sorted(layers, key=lambda layer: -layer.distance)
