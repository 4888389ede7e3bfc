"""Coast at dusk: dark rocks, a slow sea that carries the sky, and a lighthouse on its headland, ray-marched."""

from __future__ import annotations

import numpy as np
from PIL import Image

from stylegui.painters.cells import scattered_cells
from stylegui.painters.colour import Array, srgb_to_linear
from stylegui.painters.field import Size, bilinear, fbm, noise, resized, smoothstep
from stylegui.painters.samples.camera import developed
from stylegui.painters.samples.terrain import Terrain, march, sunlit

EYE = np.array([0.0, 3.4, -2.0], np.float32)
SUN = np.array([-0.27, 0.075, 1.0], np.float32)
SUN /= np.linalg.norm(SUN)
SUNLIGHT = np.array([3.6, 1.65, 0.66], np.float32)
OVERSIZE = 1.5
TOWER = np.array([30.0, 0.0, 101.0], np.float32)


def render(size: Size) -> Array:
    """The photo as (H, W, 3) uint8 sRGB."""
    rng = np.random.default_rng(5)
    width, height = round(size[0] * OVERSIZE), round(size[1] * OVERSIZE)
    half = 0.56
    px = (np.arange(width, dtype=np.float32) + 0.5) / width * 2 - 1
    py = ((np.arange(height, dtype=np.float32) + 0.5) / height * 2 - 1) * height / width
    dx, dy = np.meshgrid(px * half, -py * half)
    ray = np.stack([dx, dy - 0.055, np.ones_like(dx)], axis=-1).reshape(-1, 3).astype(np.float32)
    ray /= np.linalg.norm(ray, axis=1, keepdims=True)
    sky = Sky(rng)
    fineness = float(np.clip(max(size) / 1024, 0.25, 1.0))
    near, far = shore(rng, fineness), headland(rng, fineness)
    light = sky.at(ray)
    depth = np.full(len(ray), 1e4, np.float32)
    _sea(light, depth, ray, sky, near, far, rng)
    for land, start, stop, steps in ((far, 36.0, 320.0, 200), (near, 1.5, 60.0, 260)):
        t = march(land, EYE, ray, start, stop, steps, 1.6)
        seen = np.flatnonzero((t < depth) & (EYE[1] + ray[:, 1] * np.where(np.isfinite(t), t, 0) > -0.02))
        light[seen] = _ground(land, EYE + ray[seen] * t[seen, None], ray[seen], sky, rng)
        depth[seen] = t[seen]
    _lighthouse(light, depth, ray, far)
    haze = 1 - np.exp(-np.clip(depth, 0, 900) / 420)
    flat = ray.copy()
    flat[:, 1] = 0.02
    veil = sky.plain(flat / np.linalg.norm(flat, axis=1, keepdims=True)) * 0.85
    light = np.where((depth < 9e3)[:, None], light + (veil - light) * (haze * 0.75)[:, None], light)
    picture = resized(np.minimum(light, 5.0).reshape(height, width, 3), size, Image.Resampling.BOX)
    return developed(picture, rng, exposure=0.98, bloom=0.10, grain=0.013)


class Sky:
    """The evening sky as a function of direction: a gradient, the low sun and two sheets of cloud lit from below."""

    def __init__(self, rng: np.random.Generator) -> None:
        tile = (1400, 1400)
        self.sheet = fbm(tile, (9, 15), rng, 7)
        self.wisps = fbm(tile, (5, 34), rng, 7)

    def plain(self, ray: Array) -> Array:
        """(N, 3) directions to linear light without clouds."""
        up = np.clip(ray[:, 1], 0, 1)
        stops = np.array([0.0, 0.05, 0.13, 0.26, 0.45, 1.0])
        tints = srgb_to_linear(
            np.array(
                [[238, 140, 78], [240, 164, 112], [206, 156, 148], [132, 136, 168], [74, 96, 142], [32, 50, 94]]
            ) / 255.0
        )  # fmt: skip
        light = np.stack([np.interp(up, stops, tints[:, c]) for c in range(3)], axis=1).astype(np.float32)
        toward = np.clip(ray @ SUN, 0, 1)
        light *= (0.62 + 0.5 * toward**4)[:, None]
        light += np.array([1.0, 0.42, 0.13]) * (0.85 * toward**22 + 0.6 * toward**160)[:, None]
        return np.asarray(light, dtype=np.float32)

    def at(self, ray: Array, disc: bool = True) -> Array:
        """(N, 3) directions to linear light."""
        light = self.plain(ray)
        toward = np.clip(ray @ SUN, 0, 1)
        if disc:
            light += np.array([9.0, 5.2, 2.0]) * smoothstep(0.99975, 0.99988, toward)[:, None]
        up = np.clip(ray[:, 1], 0.012, 1)
        fade = smoothstep(0.015, 0.09, ray[:, 1])
        for sheet, scale, low, high, body in (
            (self.wisps, 95.0, 0.35, 2.4, 0.55),
            (self.sheet, 150.0, 0.25, 1.7, 0.95),
        ):
            u, v = ray[:, 0] / (up + 0.09) * scale + 700, ray[:, 2] / (up + 0.09) * scale * 0.8
            v = np.abs((v % 2600) - 1300) + 40
            here = bilinear(sheet, u, v)
            below = bilinear(sheet, u + 0.27 * -26, np.minimum(v + 26, 1398))
            thick = smoothstep(low, high, here) * fade * body
            rim = np.clip(0.5 + 0.55 * (here - below), 0, 1)
            warm = np.array([1.55, 0.62, 0.34]) * (0.35 + 0.9 * toward**5)[:, None]
            cool = np.array([0.20, 0.19, 0.27])
            body_light = cool + (warm - cool) * (rim * np.exp(-thick * 0.6))[:, None]
            light += (body_light - light) * thick[:, None]
        return light


def shore(rng: np.random.Generator, fineness: float) -> Terrain:
    """The near rocks: layered ledges to the left and right of a gap through which the water runs."""
    n, cell, x0, z0 = round(1500 * fineness), 0.045 / fineness, -33.0, 0.0
    z, x = np.mgrid[0:n, 0:n].astype(np.float32) * cell
    x += x0
    big = fbm((n, n), 7, rng, 3)
    gap = x - 0.8 - 0.10 * z + 1.1 * noise((n, n), 4, rng)
    bank = smoothstep(0.6, 5.0, np.abs(gap)) * 1.5 - 0.75 - 0.006 * z
    bank += 0.75 * big * smoothstep(0.5, 3.0, np.abs(gap)) - smoothstep(16, 34, z) * 1.1
    ridged = 1 - np.abs(fbm((n, n), (26, 18), rng, 5)) * 1.25
    crack = 1 - np.abs(noise((n, n), (60, 44), rng))
    height = bank + 0.36 * ridged * smoothstep(-0.8, 0.4, bank)
    block = scattered_cells(x * 1.1 + 0.35 * noise((n, n), 30, rng), z * 0.8 + 0.35 * noise((n, n), 30, rng), rng, 0.9)
    lift = rng.normal(0, 1, int(block.max()) + 1)[block] * 0.10
    lean = rng.normal(0, 0.10, int(block.max()) + 1)[block] * ((x * 1.1) % 1.0 - 0.5)
    height = height + (lift + lean) * smoothstep(-0.6, 0.3, bank)
    tilt = height * 4.4 + 0.42 * x + 0.16 * z + 0.22 * noise((n, n), 20, rng)
    height = height + (np.floor(tilt) + smoothstep(0.70, 1.0, tilt % 1.0) - tilt) / 4.4 * 0.72
    height += 0.05 * np.minimum(crack, 0.8) + 0.024 * fbm((n, n), 110, rng, 3) - 0.05 * smoothstep(0.86, 1.0, crack)
    height = np.where(height > 0, 1.05 * np.tanh(height / 1.05) + 0.10 * height, height)  # the sea has worn them low
    stones = noise((n, n), 75, rng)
    height += 0.10 * np.clip(stones - 0.9, 0, 1.4) * smoothstep(-0.7, -0.2, bank)
    return Terrain(height.astype(np.float32), x0, z0, cell)


def headland(rng: np.random.Generator, fineness: float) -> Terrain:
    """The far cliffs on the right and two stacks in the sea."""
    n, cell, x0, z0 = round(1300 * fineness), 0.22 / fineness, -140.0, 34.0
    z, x = np.mgrid[0:n, 0:n].astype(np.float32) * cell
    x, z = x + x0, z + z0
    wave = 7 * noise((n, n), 9, rng) + 3.2 * fbm((n, n), 28, rng, 3)
    inland = x - (17 + 0.09 * np.abs(z - 100) + 0.0042 * (z - 104) ** 2) + wave
    cliff = smoothstep(0, 12, inland) * 8.6 + np.clip(inland, 0, 60) * 0.03
    cliff = cliff - 1.6 * smoothstep(4, -12, inland)
    cliff += (1 - np.abs(fbm((n, n), 34, rng, 5))) * 2.6 * smoothstep(-2, 6, inland) * smoothstep(30, 8, inland)
    for sx, sz, radius, top in ((5.0, 92.0, 4.0, 8.5), (-1.0, 101.0, 2.8, 4.2), (11.5, 84.0, 3.0, 3.4)):
        r = np.hypot(x - sx, z - sz) + 1.0 * fbm((n, n), 60, rng, 4)
        r = np.clip(r + 0.35 * radius * noise((n, n), 30, rng), 0, None) / radius
        cliff = np.maximum(cliff, -1.5 + (top + 1.5) * np.clip(1.08 - r**1.25, 0, None) ** 0.8)
    tilt = cliff * 1.1 - 0.05 * x + 0.5 * noise((n, n), 24, rng)
    steep = smoothstep(0.5, 4.0, cliff)
    cliff += (np.floor(tilt) + smoothstep(0.55, 1.0, tilt % 1.0) - tilt) / 1.1 * 0.5 * steep
    cliff += 0.16 * fbm((n, n), 150, rng, 3) * smoothstep(-0.5, 0.6, cliff)
    far = -1.5 + 16 * smoothstep(-70, -150, x + 26 * noise((n, n), 3, rng)) * smoothstep(200, 290, z)
    return Terrain(np.maximum(cliff, far).astype(np.float32), x0, z0, cell)


def _ground(land: Terrain, place: Array, ray: Array, sky: Sky, rng: np.random.Generator) -> Array:
    """Light from rock and grass at places (N, 3)."""
    x, z = place[:, 0], place[:, 2]
    normal = land.look(land.normals(), x, z)
    fine = fbm((900, 900), 40, rng, 5)
    u, v = (
        _folded((x + 0.6 * place[:, 1]) * 4.5 / land.cell**0.6, 898.0),
        _folded((z + 0.8 * place[:, 1]) * 4.5 / land.cell**0.6, 898.0),
    )
    here = bilinear(fine, u, v)
    normal[:, 0] += 0.9 * (here - bilinear(fine, u + 1.5, v))
    normal[:, 2] += 0.9 * (here - bilinear(fine, u, v + 1.5))
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    open_sky = land.look(land.openness(land.cell * 40), x, z)
    sun = sunlit(land, place + normal * land.cell * 0.8, SUN, land.cell * 260)
    grain = land.look(fbm(land.heights.shape[::-1], 120, rng, 4), x, z)
    stone = np.array([0.088, 0.076, 0.070]) * (1 + 0.25 * grain + 0.22 * here)[:, None]
    warm = smoothstep(-0.3, 0.8, land.look(noise(land.heights.shape[::-1], 14, rng), x, z))
    stone = stone + (np.array([0.135, 0.098, 0.066]) - stone) * (0.5 * warm)[:, None]
    if land.cell > 0.1:
        turf = smoothstep(0.72, 0.9, normal[:, 1]) * smoothstep(4.5, 7.5, place[:, 1] + grain)
        stone = stone + (np.array([0.062, 0.072, 0.026]) * (1 + 0.4 * grain)[:, None] - stone) * turf[:, None]
    wet = smoothstep(0.42, 0.05, place[:, 1] + 0.08 * grain)
    stone = stone * (1 - 0.55 * wet)[:, None]
    facing = np.clip(normal @ SUN, 0, 1) * sun
    ambient = np.array([0.40, 0.42, 0.56]) * (0.5 + 0.5 * normal[:, 1:2]) * open_sky[:, None]
    west = np.clip(normal @ np.array([-0.3, 0.25, 0.9], np.float32), 0, 1)[:, None] * np.array([0.62, 0.36, 0.22])
    light = stone * (ambient * 1.5 + west * open_sky[:, None] + SUNLIGHT * facing[:, None])
    mirror = ray - 2 * np.sum(ray * normal, axis=1, keepdims=True) * normal
    mirror[:, 1] = np.abs(mirror[:, 1])
    fresnel = 0.03 + 0.6 * (1 - np.clip(-np.sum(ray * normal, axis=1), 0, 1)) ** 5
    shine = (wet * 0.9 + 0.08) * fresnel * open_sky
    return np.asarray(light + sky.at(mirror, disc=False) * shine[:, None])


def _folded(value: Array, span: float = 1198.0) -> Array:
    """A coordinate laid back and forth over a texture that does not tile."""
    return np.asarray(np.abs((value + span * 40.5) % (2 * span) - span))


def _sea(
    light: Array, depth: Array, ray: Array, sky: Sky, near: Terrain, far: Terrain, rng: np.random.Generator
) -> None:
    """The water plane: waves by slope, the sky and the cliffs in it, foam where it meets stone."""
    seen = np.flatnonzero(ray[:, 1] < -0.0012)
    t = -EYE[1] / ray[seen, 1]
    place = EYE + ray[seen] * t[:, None]
    x, z = place[:, 0], place[:, 2]
    sx, sz = np.zeros(len(seen), np.float32), np.zeros(len(seen), np.float32)
    for k in range(30):
        length = 7.5 * 0.84**k
        turn = rng.normal(0, 0.55) + 0.35
        kx, kz = np.sin(turn) * 2 * np.pi / length, -np.cos(turn) * 2 * np.pi / length
        phase = kx * x + kz * z + rng.uniform(0, 6.28) + 0.8 * np.sin(x * 0.23 + k) + 0.7 * np.sin(z * 0.17 + 2 * k)
        fade = np.exp(-((t / (length * 75)) ** 2))
        wave = np.cos(phase) * (0.052 if k > 1 else 0.03) * fade
        sx += wave * np.sin(turn)
        sz -= wave * np.cos(turn)
    rough = 0.02 + 0.0009 * np.minimum(t, 60)
    jitter = rng.standard_normal((len(seen), 2)).astype(np.float32) * rough[:, None] * 0.5
    normal = np.stack([-(sx + jitter[:, 0] * 0.4), np.ones_like(sx), -(sz + jitter[:, 1])], axis=1)
    normal /= np.linalg.norm(normal, axis=1, keepdims=True)
    view = ray[seen]
    cosine = np.clip(-np.sum(view * normal, axis=1), 0.02, 1)
    mirror = view + 2 * cosine[:, None] * normal
    mirror[:, 1] = np.abs(mirror[:, 1]) + 0.01
    mirror /= np.linalg.norm(mirror, axis=1, keepdims=True)
    shown = sky.at(mirror, disc=False)
    shown += np.array([3.4, 1.7, 0.7]) * (np.clip(mirror @ SUN, 0, 1) ** 420)[:, None]
    blocked = march(far, place, mirror, 1.0, 130.0, 44, 1.4)
    hits = np.isfinite(blocked)
    shown[hits] = 0.55 * shown[hits] * np.array([0.42, 0.36, 0.42]) + np.array([0.06, 0.045, 0.045])
    fresnel = 0.03 + 0.97 * (1 - cosine) ** 5
    body = np.array([0.020, 0.043, 0.052])
    water = body + (shown - body) * np.clip(fresnel * 1.15, 0, 1)[:, None]
    near_ground = np.where(z < 60, near.at(x, z), -9.0)
    ground = np.maximum(near_ground, np.where(z > 36, far.at(x, z), -9.0))
    shallow = smoothstep(-0.55, 0.0, ground)
    water = water + (np.array([0.055, 0.058, 0.05]) - water) * (0.35 * shallow * (1 - fresnel))[:, None]
    lace = bilinear(fbm((1200, 1200), 30, rng, 5), _folded(x * 26), _folded(z * 20))
    froth = smoothstep(-0.50, -0.04, ground + 0.17 * lace) * smoothstep(-0.9, 0.5, lace + 0.5 * shallow)
    streak = smoothstep(1.25, 2.0, bilinear(fbm((1200, 1200), (8, 60), rng, 5), _folded(x * 9), _folded(z * 16)))
    froth = np.clip(0.9 * froth + 0.35 * streak * np.exp(-t / 50), 0, 1)
    foam = np.array([0.50, 0.44, 0.46]) * (0.75 + 0.25 * np.clip(lace, -1, 1))[:, None]
    light[seen] = water + (foam - water) * (0.85 * froth)[:, None]
    depth[seen] = t


def _lighthouse(light: Array, depth: Array, ray: Array, far: Terrain) -> None:
    """A tapered tower with gallery, lantern and a keeper's house, by stacked cones met in the plane of the tower."""
    base = float(far.at(TOWER[:1], TOWER[2:])[0]) - 0.4
    scale = 1.3
    t = TOWER[2] / ray[:, 2]
    x, y = (EYE[0] + ray[:, 0] * t - TOWER[0]) / scale, (EYE[1] + ray[:, 1] * t - base) / scale
    parts = [  # from, to, half width below, above, albedo, glow
        (0.0, 11.0, 1.75, 1.15, (0.62, 0.58, 0.54), 0.0), (7.0, 9.0, 1.375, 1.262, (0.34, 0.075, 0.05), 0.0),
        (2.6, 4.6, 1.61, 1.50, (0.34, 0.075, 0.05), 0.0), (11.0, 11.35, 1.75, 1.75, (0.12, 0.1, 0.1), 0.0),
        (11.35, 13.0, 0.85, 0.85, (0.3, 0.25, 0.2), 7.0), (13.0, 14.3, 1.1, 0.12, (0.22, 0.05, 0.04), 0.0),
        (14.3, 15.2, 0.06, 0.04, (0.1, 0.1, 0.1), 0.0),
    ]  # fmt: skip
    pixel = float(np.abs(ray[1, 0] / ray[1, 2] - ray[0, 0] / ray[0, 2])) * TOWER[2] / scale
    for low, high, wide, narrow, albedo, glow in parts:
        share = np.clip((y - low) / (high - low), 0, 1)
        half = wide + (narrow - wide) * share
        cover = np.clip((half - np.abs(x)) / pixel + 0.5, 0, 1) * np.clip(
            np.minimum(y - low, high - y) / pixel + 0.5, 0, 1
        )
        seen = np.flatnonzero((cover > 0) & (depth > TOWER[2] - 12))
        across = np.clip(x[seen] / half[seen], -1, 1)
        toward = np.sqrt(1 - across**2)
        normal = np.stack([across, np.zeros_like(across), -toward], axis=1)
        sun = np.clip(normal @ SUN + 0.18, 0, 1)[:, None] * SUNLIGHT * 0.8
        side = np.clip(0.6 - 0.5 * across, 0, 1)[:, None] * np.array([0.52, 0.44, 0.48])
        shown = np.array(albedo) * (sun + side * 0.9)
        if glow:
            shown = shown + np.array([1.0, 0.72, 0.34]) * glow * (0.35 + 0.65 * toward[:, None])
        light[seen] += (shown - light[seen]) * cover[seen, None]
        depth[seen] = np.where(cover[seen] > 0.5, TOWER[2], depth[seen])
    r = np.hypot(x, y - 12.2)
    light += np.array([1.0, 0.66, 0.3]) * (0.55 * np.exp(-r / 1.6) + 0.10 * np.exp(-r / 7))[:, None]
