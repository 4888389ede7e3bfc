"""A plaster bust by a window: a head in the antique manner on a small turned foot, before a dark wall.

The form is met exactly by the rays of the camera; light of the window and of the room is gathered on its sampled copy.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, blurred, fbm, noise, smoothstep
from stylegui.painters.samples.camera import denoised, developed
from stylegui.painters.samples.head import head
from stylegui.painters.samples.volumes import FAR, Volume, ball, common, limb, merged, slab

TABLE_Y = -36.0
PIVOT = np.array([0, 2.0, -1.5], np.float32)


def turned(yaw: float, pitch: float, roll: float) -> Array:
    """A rotation (3, 3): about y, then x, then z."""
    cy, sy, cp, sp, cr, sr = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch), np.cos(roll), np.sin(roll)
    about_y = np.array([[cy, 0, sy], [0, 1, 0], [-sy, 0, cy]])
    about_x = np.array([[1, 0, 0], [0, cp, -sp], [0, sp, cp]])
    about_z = np.array([[cr, -sr, 0], [sr, cr, 0], [0, 0, 1]])
    return np.asarray(about_z @ about_x @ about_y, dtype=np.float32)


NOD = turned(-0.40, 0.09, 0.06)
LIFT = np.array([0, 3.6, 0], np.float32)


def bust(place: Array) -> Array:
    """The whole plaster cast: distances at places (N, 3) in centimetres."""
    total = _body(place - LIFT)
    at = np.flatnonzero((place[:, 1] > -9) & (np.abs(place - np.array([0, 10, 0])).max(axis=1) < 26))
    if len(at):
        total[at] = merged(total[at], head((place[at] - PIVOT) @ NOD + PIVOT), 1.4)
    return np.asarray(np.minimum(total, _foot(place)), dtype=np.float32)


def _body(p: Array) -> Array:
    x, y, z = p.T
    half = np.stack([np.sqrt(x * x + 1.5), y, z], axis=1)
    neck = limb(p, (-0.4, 2, -2.0), (0, -12, -3.6), 4.3, 5.0)
    neck = merged(neck, limb(p, (4.4, 3, -4.6), (1.3, -11.2, 2.3), 1.2, 0.7), 2.2)
    neck = merged(neck, limb(p, (-3.2, 3, -5.4), (-1.4, -11.2, 2.2), 1.1, 0.7), 2.2)
    chest = ball(half, (0, -20, -3.0), (15.5, 11.0, 8.6))
    chest = merged(chest, limb(half, (2.5, -8.6, -5.5), (14.0, -13.2, -3.8), 3.0, 4.2), 4.5)
    chest = merged(chest, limb(half, (1.5, -11.6, 3.2), (11.5, -10.6, -0.6), 0.6, 0.8), 2.4)
    chest = merged(chest, ball(half, (6.4, -21.5, 3.2), (5.0, 5.6, 4.0)), 4.0)
    form = merged(neck, chest, 3.2)
    # A mantle over one shoulder: its folds fan out from there.
    away, down = 13.5 - x, -5.0 - y
    reach = np.hypot(away, down) + 0.5 * np.abs(z)
    turn = np.arctan2(down, away + 1.5)
    fold = np.sin(turn * 15 + 0.9 * np.sin(reach * 0.22)) + 0.45 * np.sin(turn * 34 + 0.25 * reach)
    rim = (0.30 + 0.06 * np.sin(reach * 0.35)) - turn
    cloth = form - 0.75 - 0.42 * fold * smoothstep(2, 9, reach)
    cloth = common(cloth * 0.75, rim * np.maximum(reach, 4) * 0.8, 0.6)
    form = merged(form, cloth, 0.25)
    form = common(form, ball(p, (0, -8.0, -2.0), (15.0, 19.5, 12.0)), 0.8)
    return common(form, np.abs(x) - 13.8, 0.5)


def _foot(p: Array) -> Array:
    """A turned foot between the chest and a square plinth."""
    y = p[:, 1]
    around = np.hypot(p[:, 0], p[:, 2] + 2.0)
    heights = np.array([-34.5, -34.0, -33.0, -32.4, -31.6, -30.6, -28.6, -27.2, -26.6, -25.6, -25.0, -18])
    radii = np.array([6.6, 6.9, 6.9, 6.2, 5.5, 4.4, 3.6, 4.0, 4.9, 5.2, 4.8, 4.6])
    side = (around - np.interp(y, heights, radii)) * 0.7
    turned_part = np.maximum(side, np.maximum(-34.6 - y, y + 18.0))
    return np.asarray(np.minimum(turned_part, slab(p, (0, -35.3, -2.0), (7.6, 0.75, 7.6), 0.15)))


class Studio:
    """The cast on its table, the window that lights it and the wall behind."""

    def __init__(self, cell: float, rng: np.random.Generator) -> None:
        self.cast = Volume(bust, (-16.5, -36.5, -17.5), (16.5, 27.5, 15.0), cell)
        self.stain = fbm((500, 500), 7, rng, 6)
        self.pits = noise((500, 500), 120, rng)
        self.wood = 0.7 * fbm((900, 400), (4, 50), rng, 6) + 0.3 * noise((900, 400), (10, 260), rng)

    def sun(self, place: Array, normal: Array, rng: np.random.Generator) -> Array:
        """Irradiance / π from one point of the window (N,)."""
        n = len(place)
        point = np.stack([np.full(n, -120.0), rng.uniform(5, 105, n), rng.uniform(15, 105, n)], axis=1)
        way = (point - place).astype(np.float32)
        reach = np.linalg.norm(way, axis=1, keepdims=True)
        way /= reach
        weight = np.clip((way * normal).sum(1), 0, 1) * np.abs(way[:, 0]) * 9000 / (np.pi * reach[:, 0] ** 2)
        lit = np.flatnonzero(weight > 1e-4)
        start = (place + normal * (self.cast.cell * 1.3))[lit]
        weight[lit[self.cast.meet(start, way[lit], reach=60, steps=40) < FAR]] = 0
        return np.asarray(weight, dtype=np.float32)

    def bounced(self, place: Array, normal: Array, rng: np.random.Generator) -> Array:
        """Light of one diffuse ray (N, 3): plaster, table or the dim room."""
        way = rng.standard_normal(place.shape).astype(np.float32)
        way = normal + way / np.linalg.norm(way, axis=1, keepdims=True) * 0.999
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        start = place + normal * (self.cast.cell * 1.3)
        t = self.cast.meet(start, way, reach=45, steps=36)
        warm = np.clip(way @ np.array([0.8, 0.1, 0.45], np.float32), 0, 1)[:, None] ** 2
        room = np.array([0.038, 0.040, 0.044]) + np.array([0.06, 0.045, 0.03]) * warm
        room = np.where(way[:, 1:2] < -0.1, np.array([0.055, 0.042, 0.032]), room).astype(np.float32)
        hit = np.flatnonzero(t < FAR)
        if len(hit):
            at = start[hit] + way[hit] * t[hit, None]
            there = self.cast.normal(at)
            room[hit] = (self.sun(at, there, rng) * GAIN + 0.07)[:, None] * PLASTER
        return room

    def plaster(self, place: Array, normal: Array) -> tuple[Array, Array]:
        """Albedo, browner where dust has settled in the hollows, and the normal with fine pits."""
        hollow = np.clip(1 - self.cast.gap(place + normal * 0.7) / 0.62, 0, 1)
        u, v = (place[:, 0] * 6 + place[:, 2] * 5 + 900) % 498, (place[:, 1] * 6.5 + place[:, 2] * 2 + 900) % 498
        stain = bilinear(self.stain, u, v)
        albedo = PLASTER * (1 + 0.035 * stain)[:, None]
        dust = np.clip(0.75 * hollow + 0.10 * np.clip(normal[:, 1], 0, 1) * (1 + stain), 0, 1)
        albedo = albedo + (np.array([0.44, 0.37, 0.29]) - albedo) * (dust * 0.6)[:, None]
        u, v = (u * 3.1) % 498, (v * 3.1) % 498
        here = bilinear(self.pits, u, v)
        bump = np.stack([bilinear(self.pits, u + 1, v) - here, bilinear(self.pits, u, v + 1) - here, 0 * u], axis=1)
        rough = normal + 0.030 * bump
        return albedo, rough / np.linalg.norm(rough, axis=1, keepdims=True)

    def table(self, place: Array) -> Array:
        """Albedo of the dark wood."""
        u, v = (place[:, 0] * 9 + 450) % 898, (place[:, 2] * 9 + 1900) % 398
        grain = bilinear(self.wood, u, v)
        return np.asarray(np.array([0.115, 0.066, 0.038]) * np.exp(0.38 * grain)[:, None])

    def wall(self, across: Array, rise: Array) -> Array:
        """The wall far out of focus: dark behind the lit cheek, paler behind the cheek in shadow."""
        glow = np.exp(-(((across - 0.75) / 0.75) ** 2) - ((rise - 0.15) / 0.95) ** 2)
        tone = 0.020 + 0.075 * glow
        return np.asarray(tone[:, None] * np.array([1.0, 0.95, 0.86]))


GAIN = 8.2
PLASTER = np.array([0.80, 0.765, 0.70], np.float32)
EYE = np.array([40.0, 6.0, 168.0], np.float32)
LOOK = np.array([0.9, -6.0, -2.0], np.float32)
HALF = 0.187  # of the picture's height over the distance
PASSES = 4


def render(size: Size, passes: int = PASSES) -> Array:
    """The photo as (H, W, 3) uint8 sRGB; `passes` rays a pixel."""
    rng = np.random.default_rng(5)
    width, height = size
    studio = Studio(0.25 if max(size) > 300 else 0.5, rng)
    forward = LOOK - EYE
    distance = float(np.linalg.norm(forward))
    forward /= distance
    right = np.cross(forward, np.array([0, 1, 0], np.float32))
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    light, guide = np.zeros((height * width, 3), np.float32), np.zeros((height * width, 7), np.float32)
    y, x = np.mgrid[0:height, 0:width].reshape(2, -1)
    for index in range(passes):
        shake = (index + 0.5) / passes
        px = ((x + (shake * 1.618) % 1) / width * 2 - 1) * HALF * width / height
        py = -((y + shake) / height * 2 - 1) * HALF
        for part in np.array_split(np.arange(len(x)), max(1, len(x) // 60_000)):
            ray = forward + px[part, None] * right + py[part, None] * up
            ray = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).astype(np.float32)
            here, seen = _exposed(studio, ray, rng)
            away = np.flatnonzero(seen[:, 6] == 0)
            here[away] = studio.wall(px[part][away] / HALF, py[part][away] / HALF)
            light[part] += here
            guide[part] += seen
    picture, known = (light / passes).reshape(height, width, 3), (guide / passes).reshape(height, width, 7)
    picture = denoised(picture, known[..., :6], rounds=4, strength=2.2)
    return developed(
        _focused(picture, np.where(known[..., 6] > 0, known[..., 6] - distance, -11.0)),
        rng,
        exposure=1.25,
        bloom=0.07,
        grain=0.012,
    )


def _exposed(studio: Studio, ray: Array, rng: np.random.Generator) -> tuple[Array, Array]:
    """Light along the camera's rays (N, 3); normal, albedo and distance (N, 7) of what they meet, 0 for the wall."""
    light, seen = np.zeros(ray.shape, np.float32), np.zeros((len(ray), 7), np.float32)
    origin = np.broadcast_to(EYE, ray.shape)
    t = studio.cast.meet(origin, ray)
    flat = (TABLE_Y - EYE[1]) / np.minimum(ray[:, 1], -1e-6)
    flat = np.where(EYE[2] + ray[:, 2] * flat > -45, flat, FAR)
    which = np.where(t < flat, 1, np.where(flat < FAR, 2, 0))
    for kind in (1, 2):
        on = np.flatnonzero(which == kind)
        if not len(on):
            continue
        place = origin[on] + ray[on] * (t if kind == 1 else flat)[on, None]
        if kind == 1:
            place = studio.cast.refined(place, ray[on])
            normal = studio.cast.normal(place, 0.05, exact=True)
            albedo, normal = studio.plaster(place, normal)
        else:
            normal = np.tile(np.array([0, 1, 0], np.float32), (len(on), 1))
            albedo = studio.table(place)
        direct = sum((studio.sun(place, normal, rng) for _ in range(3)), np.zeros(len(on), np.float32)) / 3 * GAIN
        around = (studio.bounced(place, normal, rng) + studio.bounced(place, normal, rng)) / 2
        screen = np.clip(0.35 + 0.65 * (normal @ np.array([0.83, 0.30, -0.47], np.float32)), 0, 1) ** 2
        around = around + screen[:, None] * np.array([0.16, 0.132, 0.10])  # a pale screen, behind on the other side
        light[on] = albedo * (direct[:, None] * np.array([0.97, 1.0, 1.05]) + around)
        seen[on] = np.concatenate([normal, np.sqrt(albedo), np.linalg.norm(place - EYE, axis=1)[:, None]], axis=1)
    return light, seen


def _focused(picture: Array, behind: Array) -> Array:
    """The picture as a long lens sees it, sharp at the eyes: blurred by how far (cm) a place lies from them."""
    long_side = max(picture.shape[:2])
    off = np.abs(behind + 11.0)
    result = picture
    for least, sigma in ((5.0, 1.0), (11.0, 2.0), (22.0, 4.0)):
        share = smoothstep(least, least * 1.9, off)[..., None]
        width = sigma * long_side / 1024
        soft = blurred(picture * share, width) / (blurred(share, width) + 1e-4)  # what is sharp lends no light to it
        result = result + (soft - result) * share
    return np.asarray(result)
