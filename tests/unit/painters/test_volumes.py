"""What the sample photos are made of: forms as rays meet them, mist, sun through a window."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from stylegui.painters.colour import Array
from stylegui.painters.samples.bust import bust
from stylegui.painters.samples.forest import Forest, Mist
from stylegui.painters.samples.furniture import WALL_X, WINDOW_Y, WINDOW_Z, Box
from stylegui.painters.samples.room import TOWARD_SUN, Room
from stylegui.painters.samples.solids import Material
from stylegui.painters.samples.volumes import FAR, Volume, ball, carved, common, limb, merged, slab


def at(*places: tuple[float, float, float]) -> Array:
    return np.array(places, np.float32)


def sphere(place: Array) -> Array:
    return ball(place, (0, 0, 0), (2, 2, 2))


def test_parts_measure_distances() -> None:
    assert sphere(at((5, 0, 0), (0, 1, 0))) == pytest.approx([3, -1], abs=1e-4)
    assert limb(at((3, 1, 0), (0, 5, 0)), (0, 0, 0), (0, 2, 0), 1.0, 2.0) == pytest.approx([1.5, 1], abs=1e-4)
    assert slab(at((3, 0, 0), (0, 0, 0)), (0, 0, 0), (1, 2, 3), 0.2) == pytest.approx([2, -1], abs=1e-4)


def test_joining_parts_fills_seams_and_keeps_what_is_far() -> None:
    near, far = np.array([1.0, 1.0], np.float32), np.array([1.0, 9.0], np.float32)
    assert merged(near, far, 0.4) == pytest.approx([0.9, 1])
    assert common(near, far, 0.4) == pytest.approx([1.1, 9])
    assert carved(-near, far, 0.4) == pytest.approx([-0.9, -1])


def test_rays_meet_the_sampled_copy_where_the_form_is() -> None:
    copy = Volume(sphere, (-3, -3, -3), (3, 3, 3), 0.1)
    origin = at((-9, 0, 0), (-9, 1, 0), (-9, 2.5, 0), (-9, 0, 0))
    ray = at((1, 0, 0), (1, 0, 0), (1, 0, 0), (-1, 0, 0))
    t = copy.meet(origin, ray)
    assert t[:2] == pytest.approx([7, 9 - 3**0.5], abs=0.03)
    assert (t[2:] == FAR).all()
    assert (copy.meet(origin[:1], ray[:1], reach=6.5) == FAR).all()
    place = copy.refined(origin[:2] + ray[:2] * t[:2, None], ray[:2])
    assert np.linalg.norm(place, axis=1) == pytest.approx([2, 2], abs=2e-3)
    assert copy.normal(place) == pytest.approx(place / 2, abs=0.03)
    assert copy.normal(place, 0.05, exact=True) == pytest.approx(place / 2, abs=0.015)


def test_the_sampled_copy_never_promises_more_room_than_there_is() -> None:
    copy = Volume(sphere, (-3, -3, -3), (3, 3, 3), 0.1)
    place = np.random.default_rng(0).uniform(-3, 3, (2000, 3)).astype(np.float32)
    assert (np.abs(copy.gap(place)) <= np.abs(sphere(place)) + 0.05).all()


def test_the_head_is_as_high_as_it_should_be_and_the_bust_stands_on_its_plinth() -> None:
    column = np.stack([np.zeros(800), np.linspace(-40, 40, 800), np.full(800, -2.0)], axis=1).astype(np.float32)
    inside = column[bust(column) < 0, 1]
    assert inside.min() == pytest.approx(-36.05, abs=0.2)
    assert inside.max() == pytest.approx(23.5, abs=1.0)
    assert np.diff(inside).max() < 0.2  # one piece: plinth, foot, chest, neck, head


def test_the_room_gets_its_sun_through_the_window_only() -> None:
    rng = np.random.default_rng(0)
    room = Room(0.03, rng)
    floor = np.stack([rng.uniform(-1.9, 2.4, 4000), np.full(4000, 0.001), rng.uniform(-2.5, 3.0, 4000)], axis=1)
    floor = floor.astype(np.float32)
    sun = room.sun(floor, np.tile(np.array([0, 1, 0], np.float32), (4000, 1)), rng)
    share = (sun > 0.2).mean()
    assert 0.03 < share < 0.25
    far = floor[sun > 0.2] + TOWARD_SUN * ((WALL_X - floor[sun > 0.2, :1]) / TOWARD_SUN[0])
    assert (far[:, 1] > WINDOW_Y[0] - 0.05).all()
    assert (far[:, 2] < WINDOW_Z[1] + 0.05).all()


def test_a_box_is_met_on_the_side_that_is_seen() -> None:
    box = Box(np.zeros(3, np.float32), np.ones(3, np.float32), Material((0.5, 0.5, 0.5)))
    t = box.meet(at((-2, 0.5, 0.5), (-2, 1.5, 0.5)), at((1, 0, 0), (1, 0, 0)))
    assert t[0] == pytest.approx(2)
    assert t[1] == FAR
    assert box.normal(at((0, 0.4, 0.6), (0.5, 1, 0.5))).tolist() == [[-1, 0, 0], [0, 1, 0]]


def test_mist_dims_what_is_far_more_than_what_is_near() -> None:
    mist = Mist(Forest(np.random.default_rng(1), 200), (40, 30))
    white = np.full((30, 40, 3), 5.0, np.float32)
    near, far = (mist.before(white, np.full((30, 40), depth, np.float32)) for depth in (3.0, 60.0))
    assert near.mean() > far.mean() > 0.2
    assert all((after <= before).all() for before, after in itertools.pairwise(mist.left))
