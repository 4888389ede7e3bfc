"""Still life by a window: fruit in a bowl, a glazed vase with a branch, a brass jug and linen on a wooden table.

Path-traced with one bounce: the window is sampled as an area light, reflections see the window and the room.
"""

from __future__ import annotations

import numpy as np

from stylegui.painters.colour import Array
from stylegui.painters.field import Size, bilinear, fbm, noise, smoothstep
from stylegui.painters.samples.camera import denoised, developed
from stylegui.painters.samples.solids import FAR, Cloth, Cluster, Ellipsoid, Material, Solid, Turned

EYE = np.array([0.16, 0.78, 2.55], np.float32)
LOOK = np.array([0.03, 0.315, 0.0], np.float32)
WINDOW_X, WINDOW_Y, WINDOW_Z = -1.9, (0.45, 1.75), (-0.35, 1.15)
SKY = np.array([8.6, 9.2, 10.2], np.float32)
WALL_Z = -0.62
PASSES = 12


def render(size: Size, passes: int = PASSES) -> Array:
    """The photo as (H, W, 3) uint8 sRGB; `passes` rays a pixel."""
    rng = np.random.default_rng(11)
    room = Room(rng)
    width, height = size
    forward = LOOK - EYE
    focus = float(np.linalg.norm(forward)) - 0.10
    forward = forward / np.linalg.norm(forward)
    right = np.cross(forward, [0, 1, 0])
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    total = np.zeros((height * width, 3), np.float32)
    guide = np.zeros((height * width, 6), np.float32)
    band = max(1, 90_000 // width)
    for index in range(passes):
        for top in range(0, height, band):
            rows = np.arange(top, min(top + band, height))
            y, x = np.meshgrid(rows, np.arange(width), indexing="ij")
            n = x.size
            px = (x.ravel() + rng.random(n)) / width * 2 - 1
            py = -((y.ravel() + rng.random(n)) / height * 2 - 1) * height / width
            half = 0.335
            target = forward + right * (px * half)[:, None] + up * (py * half)[:, None]
            lens = rng.standard_normal((n, 2)) * 0.006
            origin = EYE + right * lens[:, :1] + up * lens[:, 1:]
            ray = EYE + target * focus - origin
            ray = (ray / np.linalg.norm(ray, axis=1, keepdims=True)).astype(np.float32)
            here = slice(top * width, top * width + n)
            light = room.light(origin.astype(np.float32), ray, index, passes, rng, guide=guide[here])
            total[here] += np.minimum(light, 8.0)
    picture = denoised((total / passes).reshape(height, width, 3), (guide / passes).reshape(height, width, 6))
    return developed(picture, rng, exposure=1.5, bloom=0.05, grain=0.011)


class Room:
    """The table, the wall, the window and everything that stands there."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.solids = _things(rng)
        self.grain = 0.7 * fbm((1200, 1200), (5, 60), rng, 6) + 0.4 * noise((1200, 1200), (12, 300), rng)
        self.plaster = fbm((900, 900), 14, rng, 6)
        self.mottle = fbm((600, 600), 10, rng, 6)
        self.fine = noise((600, 600), 150, rng)

    def meet(self, origin: Array, ray: Array) -> tuple[Array, Array]:
        """Distance (N,) and number (N,) of the first thing: -2 table, -1 wall, 0… solids, -3 nothing."""
        with np.errstate(divide="ignore", invalid="ignore"):
            table = -origin[:, 1] / ray[:, 1]
            wall = (WALL_Z - origin[:, 2]) / ray[:, 2]
        z = origin[:, 2] + ray[:, 2] * table
        best = np.where((table > 1e-4) & (z < 0.86) & (z > WALL_Z), table, FAR).astype(np.float32)
        which = np.where(best < FAR, -2, -3)
        nearer = (wall > 1e-4) & (wall < best)
        best, which = np.where(nearer, wall, best), np.where(nearer, -1, which)
        for number, solid in enumerate(self.solids):
            t = solid.meet(origin, ray)
            nearer = t < best
            best, which = np.where(nearer, t, best), np.where(nearer, number, which)
        return best.astype(np.float32), which

    def shadowed(self, origin: Array, ray: Array, reach: Array) -> Array:
        """True where something stands before `reach` (N,)."""
        hit = np.zeros(len(ray), bool)
        for solid in self.solids:
            hit |= solid.meet(origin, ray) < reach
        return hit

    def beyond(self, origin: Array, ray: Array) -> Array:
        """Light from the room itself (N, 3): the window with its bars, its pale reveal, a dim interior."""
        with np.errstate(divide="ignore", invalid="ignore"):
            t = (WINDOW_X - origin[:, 0]) / ray[:, 0]
        y, z = origin[:, 1] + ray[:, 1] * t, origin[:, 2] + ray[:, 2] * t
        inside = (t > 0) & (y > WINDOW_Y[0]) & (y < WINDOW_Y[1]) & (z > WINDOW_Z[0]) & (z < WINDOW_Z[1])
        across, rise = (z - WINDOW_Z[0]) / (WINDOW_Z[1] - WINDOW_Z[0]), (y - WINDOW_Y[0]) / (WINDOW_Y[1] - WINDOW_Y[0])
        bars = (np.abs(across - 0.5) < 0.025) | (np.abs(rise * 3 % 1 - 0.0) < 0.05)
        sky = SKY * (0.75 + 0.35 * np.clip(rise, 0, 1))[:, None]
        room = np.array([0.30, 0.25, 0.20]) * (0.5 + 0.5 * np.clip(ray[:, 1:2], -0.6, 1)) * np.ones((len(ray), 3))
        return np.where((inside & ~bars)[:, None], sky, room).astype(np.float32)

    def direct(self, place: Array, normal: Array, index: int, passes: int, rng: np.random.Generator) -> Array:
        """Irradiance / π from one point on the window, stratified over the passes (N, 3)."""
        n = len(place)
        side = max(1, int(np.sqrt(passes)))
        cell = (index * 7) % (side * side)
        u = (cell % side + rng.random(n)) / side
        v = (cell // side + rng.random(n)) / side
        point = np.stack(
            [np.full(n, WINDOW_X), WINDOW_Y[0] + v * (WINDOW_Y[1] - WINDOW_Y[0]),
            WINDOW_Z[0] + u * (WINDOW_Z[1] - WINDOW_Z[0])], axis=1
        )  # fmt: skip
        way = point - place
        reach = np.linalg.norm(way, axis=1)
        way = (way / reach[:, None]).astype(np.float32)
        facing = np.clip((way * normal).sum(1), 0, 1)
        area = (WINDOW_Y[1] - WINDOW_Y[0]) * (WINDOW_Z[1] - WINDOW_Z[0])
        weight = facing * np.abs(way[:, 0]) * area / (np.pi * reach**2)
        seen = np.flatnonzero(weight > 1e-4)
        if len(seen):
            blocked = self.shadowed((place + normal * 1.5e-3)[seen], way[seen], reach[seen])
            weight[seen[blocked]] = 0
        return np.asarray(weight[:, None] * SKY)

    def surface(self, place: Array, which: Array) -> tuple[Array, Array, Array, Array, Array]:
        """Normal, albedo, gloss, roughness, metal (…) at places on the things `which`."""
        n = len(place)
        normal, albedo = np.zeros((n, 3), np.float32), np.zeros((n, 3), np.float32)
        gloss, rough, metal = np.full(n, 0.03, np.float32), np.full(n, 0.25, np.float32), np.zeros(n, bool)
        on = np.flatnonzero(which == -2)
        if len(on):
            normal[on], albedo[on] = self._table(place[on])
        on = np.flatnonzero(which == -1)
        if len(on):
            normal[on], albedo[on] = self._wall(place[on])
            gloss[on] = 0.0
        for number, solid in enumerate(self.solids):
            on = np.flatnonzero(which == number)
            if len(on):
                normal[on] = solid.normal(place[on])
                albedo[on], normal[on] = self._painted(solid, place[on], normal[on])
                gloss[on], rough[on], metal[on] = solid.material.gloss, solid.material.rough, solid.material.metal
        return normal, albedo, gloss, rough, metal

    def _table(self, place: Array) -> tuple[Array, Array]:
        x, z = place[:, 0], place[:, 2]
        plank = np.floor((z + 0.07) / 0.205)
        u = (x * 190 + plank * 371) % 1190
        v = (z * 430 + plank * 57) % 1190
        grain = bilinear(self.grain, u, v)
        tone = 0.5 + 0.5 * np.sin(plank * 5.1)
        dark, pale = np.array([0.105, 0.054, 0.028]), np.array([0.29, 0.165, 0.085])
        albedo = dark + (pale - dark) * np.clip(0.42 + 0.26 * grain + 0.18 * tone, 0, 1)[:, None]
        seam = smoothstep(0.0035, 0.0012, np.abs((z + 0.07) / 0.205 - np.round((z + 0.07) / 0.205)) * 0.205)
        normal = np.tile(np.array([0, 1, 0], np.float32), (len(place), 1))
        normal[:, 2] += 0.022 * grain
        return normal / np.linalg.norm(normal, axis=1, keepdims=True), albedo * (1 - 0.75 * seam)[:, None]

    def _wall(self, place: Array) -> tuple[Array, Array]:
        u, v = (place[:, 0] * 240 + 450) % 898, (place[:, 1] * 240 + 60) % 898
        here = bilinear(self.plaster, u, v)
        albedo = np.array([0.40, 0.39, 0.345]) * (1 + 0.12 * here)[:, None]
        normal = np.tile(np.array([0, 0, 1], np.float32), (len(place), 1))
        normal[:, 0] += 0.30 * (bilinear(self.plaster, u + 2, v) - here)
        normal[:, 1] += 0.30 * (bilinear(self.plaster, u, v + 2) - here)
        return normal / np.linalg.norm(normal, axis=1, keepdims=True), albedo

    def _painted(self, solid: Solid, place: Array, normal: Array) -> tuple[Array, Array]:
        """Albedo with its pattern, and the normal with its small relief."""
        material = solid.material
        albedo: Array = np.tile(np.array(material.albedo, np.float32), (len(place), 1))
        if isinstance(solid, Cloth):
            weave = 0.5 + 0.5 * np.sin(place[:, 0] * 900) * np.sin(place[:, 2] * 900)
            stripe = (np.abs(place[:, 0] * 0.94 - place[:, 2] * 0.34 + 0.61) < 0.013) | (
                np.abs(place[:, 0] * 0.94 - place[:, 2] * 0.34 + 0.565) < 0.006
            )
            albedo = np.where(stripe[:, None], np.array([0.16, 0.22, 0.36]), albedo) * (0.93 + 0.07 * weave)[:, None]
            return albedo, normal
        centre = np.array(solid.base if isinstance(solid, Turned) else solid.centre)
        local = place - centre
        around = np.arctan2(local[:, 2], local[:, 0])
        u, v = (around / (2 * np.pi) * 598 + 299) % 598, (local[:, 1] * 2600 + 900) % 598
        spot = bilinear(self.mottle, u, v)
        fine = bilinear(self.fine, u, v)
        if material.pattern == "orange":
            normal = normal + 0.09 * np.stack(
                [bilinear(self.fine, u + 1, v) - fine, bilinear(self.fine, u, v + 1) - fine, fine * 0.2], 1
            )
            albedo = albedo * (1 + 0.07 * spot)[:, None]
        elif material.pattern == "apple":
            blush = smoothstep(
                -0.5, 0.9, 0.9 * np.sin(around + 0.9) + 0.35 * spot + 0.25 * np.sin(around * 19 + spot * 2)
            )
            albedo = albedo + (np.array([0.36, 0.022, 0.018]) - albedo) * blush[:, None]
            albedo = np.where((fine > 2.0)[:, None], albedo * 1.5 + 0.03, albedo)
        elif material.pattern == "pear":
            blush = smoothstep(0.2, 1.4, np.sin(around - 2.2) + 0.4 * spot)
            albedo = albedo + (np.array([0.33, 0.10, 0.03]) - albedo) * (0.55 * blush)[:, None]
            albedo = albedo * np.where(fine > 1.3, 0.72, 1.0)[:, None]
        elif material.pattern == "glaze":
            band = smoothstep(0.27, 0.29, local[:, 1] + 0.012 * spot + 0.006 * np.sin(around * 9))
            albedo = albedo + (np.array([0.50, 0.46, 0.37]) - albedo) * band[:, None]
            albedo = albedo * (1 + 0.18 * spot)[:, None]
        elif material.pattern:
            albedo = albedo * (1 + 0.16 * spot)[:, None]
        return np.clip(albedo, 0.004, 0.95), normal / np.linalg.norm(normal, axis=1, keepdims=True)

    def light(
        self, origin: Array, ray: Array, index: int, passes: int, rng: np.random.Generator, guide: Array | None = None
    ) -> Array:
        """What comes back along the rays (N, 3), linear; `guide` (N, 6) gathers normal and albedo of what they meet.

        Without a guide the ray is a reflection: nothing is bounced or mirrored again.
        """
        depth = 1 if guide is None else 0
        t, which = self.meet(origin, ray)
        result = self.beyond(origin, ray)
        hit = np.flatnonzero(which > -3)
        if not len(hit):
            return result
        place = origin[hit] + ray[hit] * t[hit, None]
        normal, albedo, gloss, rough, metal = self.surface(place, which[hit])
        view = ray[hit]
        if guide is not None:
            guide[hit] += np.concatenate([normal, np.sqrt(albedo)], axis=1)
        normal = np.where(((normal * view).sum(1) > 0)[:, None], -normal, normal)
        here = self.direct(place, normal, index, passes, rng)
        if depth == 0:
            way = rng.standard_normal((len(hit), 3)).astype(np.float32)
            way = normal + way / np.linalg.norm(way, axis=1, keepdims=True) * 0.999
            way = (way / np.linalg.norm(way, axis=1, keepdims=True)).astype(np.float32)
            here = here + np.minimum(self._without_window(place + normal * 2e-3, way, index, passes, rng), 3.0)
        else:
            here = here + np.array([0.16, 0.14, 0.12])
        shown = albedo * here * (~metal)[:, None]
        if depth == 0:
            mirror = view - 2 * (view * normal).sum(1, keepdims=True) * normal
            mirror = mirror + rng.standard_normal(mirror.shape) * (rough**2)[:, None]
            mirror = (mirror / np.linalg.norm(mirror, axis=1, keepdims=True)).astype(np.float32)
            cosine = np.clip(-(view * normal).sum(1), 0, 1)
            fresnel = gloss + (1 - gloss) * (1 - cosine) ** 5 * (1 - 0.75 * np.clip(rough * 2.4, 0, 1))
            strong = np.flatnonzero((gloss > 0) & (fresnel > 0.012))
            if len(strong):
                seen = self.light((place + normal * 2e-3)[strong], mirror[strong], index, passes, rng)
                tint = np.where(metal[strong, None], albedo[strong], 1.0)
                shown[strong] = shown[strong] * (1 - fresnel[strong, None]) + seen * fresnel[strong, None] * tint
        result[hit] = shown
        return result

    def _without_window(self, origin: Array, ray: Array, index: int, passes: int, rng: np.random.Generator) -> Array:
        """Light of one diffuse bounce; the window itself is left out, since `direct` counted it."""
        t, which = self.meet(origin, ray)
        result = np.minimum(self.beyond(origin, ray), 0.35)
        hit = np.flatnonzero(which > -3)
        if len(hit):
            place = origin[hit] + ray[hit] * t[hit, None]
            normal, albedo, _, _, _ = self.surface(place, which[hit])
            normal = np.where(((normal * ray[hit]).sum(1) > 0)[:, None], -normal, normal)
            result[hit] = albedo * (self.direct(place, normal, index, passes, rng) + np.array([0.17, 0.15, 0.13]))
        return result


def _turn(yaw: float, pitch: float, roll: float = 0.0) -> Array:
    """A rotation (3, 3) whose rows are the turned axes."""
    cy, sy, cp, sp, cr, sr = np.cos(yaw), np.sin(yaw), np.cos(pitch), np.sin(pitch), np.cos(roll), np.sin(roll)
    about_y = np.array([[cy, 0, -sy], [0, 1, 0], [sy, 0, cy]])
    about_z = np.array([[cp, sp, 0], [-sp, cp, 0], [0, 0, 1]])
    about_x = np.array([[1, 0, 0], [0, cr, sr], [0, -sr, cr]])
    return np.asarray(about_x @ about_z @ about_y, dtype=np.float32)


def _ball(
    place: tuple[float, float, float], axes: tuple[float, float, float], material: Material, turn: Array | None = None
) -> Ellipsoid:
    return Ellipsoid(
        np.array(place, np.float32), np.array(axes, np.float32), _turn(0, 0) if turn is None else turn, material
    )


def _things(rng: np.random.Generator) -> list[Solid]:
    """Everything on the table."""
    orange = Material((0.62, 0.215, 0.018), 0.035, 0.32, "orange")
    lemon = Material((0.68, 0.47, 0.03), 0.035, 0.30, "orange")
    apple = Material((0.52, 0.33, 0.05), 0.045, 0.14, "apple")
    pear = Material((0.40, 0.36, 0.07), 0.035, 0.28, "pear")
    grape = Material((0.048, 0.018, 0.050), 0.04, 0.20, "bloom")
    glaze = Material((0.035, 0.115, 0.165), 0.055, 0.05, "glaze")
    stone = Material((0.46, 0.43, 0.38), 0.04, 0.12, "stone")
    brass = Material((0.80, 0.55, 0.24), 0.70, 0.17, "", True)
    twig, leaf = Material((0.10, 0.062, 0.035), 0.0), Material((0.135, 0.185, 0.095), 0.035, 0.3, "leaf")
    linen = Material((0.66, 0.63, 0.57), 0.0)
    fold = 0.012 + 0.026 * np.clip(noise((500, 400), (5, 2.2), rng) + 0.35 * noise((500, 400), (11, 5), rng), -0.45, 3)
    bend = np.exp(-(((np.linspace(-1, 1, 500)[None, :] + 0.5 * np.linspace(-1, 1, 400)[:, None]) / 0.10) ** 2))
    u, v = np.meshgrid(np.linspace(-1, 1, 500), np.linspace(-1, 1, 400))
    edge = smoothstep(1.0, 0.985, np.maximum(np.abs(u), np.abs(v)) + 0.010 * noise((500, 400), 9, rng))
    cloth = np.where(edge > 0.5, np.maximum(fold + 0.014 * bend, 0.004), -1.0).astype(np.float32)
    things: list[Solid] = [
        Cloth(cloth, (-0.27, 0.40), (0.92, 0.62), -0.35, linen),
        Turned(np.array([0.0, 0.012, 0.10]), [(0.085, 0.0), (0.09, 0.018), (0.13, 0.032), (0.205, 0.075),
            (0.245, 0.13), (0.258, 0.15)], stone, 0.014),
        Turned(np.array([-0.46, 0.0, -0.20]), [(0.085, 0.0), (0.10, 0.02), (0.155, 0.12), (0.175, 0.22),
            (0.15, 0.33), (0.085, 0.42), (0.058, 0.47), (0.066, 0.53), (0.085, 0.555)], glaze, 0.012),
        Turned(np.array([0.50, 0.0, -0.12]), [(0.095, 0.0), (0.102, 0.012), (0.118, 0.08), (0.118, 0.16),
            (0.085, 0.25), (0.066, 0.31), (0.072, 0.36), (0.088, 0.395)], brass, 0.007),
        _ball((-0.085, 0.165, 0.125), (0.088, 0.086, 0.088), orange), _ball((0.085, 0.160, 0.175),
        (0.084, 0.082, 0.084), orange),
        _ball((0.02, 0.163, -0.01), (0.086, 0.084, 0.086), orange), _ball((0.005, 0.258, 0.095),
        (0.098, 0.070, 0.070), lemon, _turn(0.6, 0.22)),
        Turned(np.array([0.315, 0.002, 0.335]), [(0.036, 0.0), (0.062, 0.016), (0.084, 0.055), (0.088, 0.085),
            (0.080, 0.118), (0.060, 0.137), (0.034, 0.146), (0.002, 0.148)], apple),
        Turned(np.array([0.60, 0.0, 0.28]), [(0.018, 0.0), (0.06, 0.012), (0.083, 0.06), (0.073, 0.11),
            (0.046, 0.155), (0.037, 0.185), (0.028, 0.203), (0.014, 0.213), (0.002, 0.216)], pear, 0.0, (0.10, 0.02)),
        _ball((-0.40, 0.095, 0.36), (0.095, 0.068, 0.068), lemon, _turn(-0.5, 0.05)),
        _ball((0.317, 0.166, 0.335), (0.0035, 0.030, 0.0035), twig, _turn(0, 0.25)), _ball((0.624, 0.232, 0.285),
        (0.004, 0.026, 0.004), twig, _turn(0, -0.35)),
    ]  # fmt: skip
    grapes = []
    for k in range(34):
        ring = 0.62 * np.sqrt(k % 24 + 0.4)
        x, z = 0.0 + 0.058 * ring * np.cos(2.4 * k) * 0.85, 0.475 + 0.036 * ring * np.sin(2.4 * k)
        r = rng.uniform(0.0235, 0.0285)
        grapes.append(_ball((x, 0.026 + r + (0.034 if k >= 24 else 0.0), z), (r, r * 1.07, r), grape))
    things.append(Cluster(grapes))
    leaves, twigs = [], []
    mouth = np.array([-0.46, 0.53, -0.20])
    for yaw, pitch, length in (
        (0.5, 1.05, 0.46),
        (2.7, 1.0, 0.40),
        (-0.6, 1.28, 0.52),
        (3.9, 1.2, 0.45),
        (0.1, 0.70, 0.36),
    ):
        heading = np.array([np.cos(yaw) * np.cos(pitch), np.sin(pitch), -np.sin(yaw) * np.cos(pitch) * 0.6])
        heading /= np.linalg.norm(heading)
        middle = mouth + heading * (length / 2 - 0.05)
        turn = np.stack(
            [heading, np.cross(heading, [0.3, 0.2, 0.9]), np.cross(heading, np.cross(heading, [0.3, 0.2, 0.9]))]
        )
        turn /= np.linalg.norm(turn, axis=1, keepdims=True)
        twigs.append(_ball(tuple(middle), (length / 2 + 0.05, 0.0035, 0.0035), twig, turn.astype(np.float32)))
        for step in range(9):
            at = mouth + heading * length * (0.22 + 0.085 * step)
            spin = step * 2.4 + yaw
            out = np.cos(spin) * turn[1] + np.sin(spin) * turn[2]
            size = 0.042 * (1.15 - 0.06 * step) * rng.uniform(0.85, 1.1)
            axis = out * 0.85 + heading * 0.5
            axis /= np.linalg.norm(axis)
            flat = np.cross(axis, heading) + 0.3 * rng.standard_normal(3)
            flat -= axis * (flat @ axis)
            flat /= np.linalg.norm(flat)
            frame = np.stack([axis, flat, np.cross(axis, flat)]).astype(np.float32)
            leaves.append(_ball(tuple(at + axis * size * 0.95), (size, size * 0.62, 0.0022), leaf, frame))
    return [*things, Cluster(twigs), Cluster(leaves)]
