"""The camera's geometry: fit, zoom about a point, snaps, limits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QSize

from stylegui.ui.canvas.camera import FIT_MARGIN_PX, MAX_ZOOM, SNAPS, Camera


@pytest.fixture
def camera() -> Camera:
    """A 4000 × 3000 picture in an 800 × 600 pane."""
    camera = Camera()
    camera.set_pane(QSize(800, 600), 1.0)
    camera.set_picture(QSize(4000, 3000), keep=False)
    return camera


def close(first: QPointF, second: QPointF) -> bool:
    return (first - second).manhattanLength() < 1e-6


def test_fitting_keeps_a_margin_and_centres(camera: Camera) -> None:
    rect = camera.device_rect()
    assert rect.height() == 600 - 2 * FIT_MARGIN_PX
    assert rect.top() == FIT_MARGIN_PX
    assert abs((rect.left() + rect.right() + 1) / 2 - 400) <= 1


def test_fitting_holds_while_the_pane_changes(camera: Camera) -> None:
    camera.set_pane(QSize(400, 600), 1.0)
    assert camera.fitted
    assert camera.device_rect().width() == 400 - 2 * FIT_MARGIN_PX


def test_100_percent_is_one_device_pixel_a_pixel_on_any_screen(camera: Camera) -> None:
    camera.set_pane(QSize(800, 600), 2.0)
    camera.zoom_to(1.0)
    assert camera.device_rect().width() == 4000
    assert camera.scale == 0.5


def test_the_point_under_the_pointer_stays(camera: Camera) -> None:
    pointer = QPointF(530, 220)
    held = camera.to_picture(pointer)
    for factor in (1.3, 2.0, 1.05, 0.9):
        camera.zoom_by(factor, pointer)
        assert close(camera.to_picture(pointer), held)
        assert close(camera.to_pane(held), pointer)


@pytest.mark.parametrize("factor", [1.2, 1 / 1.2, 1.7, 1 / 1.7])
def test_a_wheel_never_jumps_over_a_snap(camera: Camera, factor: float) -> None:
    camera.zoom_to(0.13 if factor > 1 else 9.0)
    seen = []
    for _ in range(40):
        camera.zoom_by(factor, QPointF(400, 300))
        seen.append(camera.zoom)
    passed = [snap for snap in SNAPS if min(seen) <= snap <= max(seen)]
    assert passed
    assert [snap for snap in passed if snap not in seen] == []


def test_fine_steps_are_drawn_to_a_snap_and_get_away_again(camera: Camera) -> None:
    camera.zoom_to(0.9)
    seen = []
    for _ in range(30):
        camera.zoom_by(1.01, QPointF(400, 300))
        seen.append(camera.zoom)
    assert seen.count(1.0) >= 4
    assert seen == sorted(seen)
    assert seen[-1] > 1.1


def test_zoom_has_limits(camera: Camera) -> None:
    for _ in range(100):
        camera.zoom_by(1.5, QPointF(0, 0))
    assert camera.zoom == MAX_ZOOM
    for _ in range(100):
        camera.zoom_by(0.5, QPointF(0, 0))
    assert camera.zoom == camera.min_zoom
    camera.zoom_by(1.2, QPointF(0, 0))
    assert camera.zoom > camera.min_zoom


@pytest.mark.parametrize("delta", [QPointF(1e6, 0), QPointF(-1e6, -1e6), QPointF(0, 1e6)])
def test_the_picture_cannot_be_lost(camera: Camera, delta: QPointF) -> None:
    camera.zoom_to(0.5)
    camera.pan(delta)
    assert camera.device_rect().adjusted(-1, -1, 1, 1).contains(400, 300)


def test_steps_go_through_round_percentages(camera: Camera) -> None:
    camera.zoom_to(1.0)
    ups, downs = [], []
    for _ in range(3):
        camera.zoom_in()
        ups.append(camera.zoom)
    for _ in range(5):
        camera.zoom_out()
        downs.append(camera.zoom)
    assert ups == [1.5, 2.0, 3.0]
    assert downs == [2.0, 1.5, 1.0, 0.667, 0.5]


def test_a_reference_of_another_size_takes_the_same_place(camera: Camera) -> None:
    camera.zoom_to(1.0, QPointF(100, 100))
    before = camera.device_rect()
    camera.set_picture(QSize(1000, 750), keep=True)
    assert camera.device_rect() == before
    assert camera.zoom == 4.0


@pytest.mark.parametrize("size", [QSize(1, 1), QSize(10000, 20), QSize(20, 10000)])
def test_odd_shapes_fit_and_zoom(size: QSize) -> None:
    camera = Camera()
    camera.set_pane(QSize(800, 600), 1.0)
    camera.set_picture(size, keep=False)
    rect = camera.device_rect()
    assert 0 <= rect.left() <= rect.right() <= 800
    assert rect.width() >= 1
    assert rect.height() >= 1
    camera.zoom_out()
    camera.zoom_in()
    camera.zoom_to(1.0)
    assert camera.zoom == 1.0


def test_an_empty_camera_does_nothing() -> None:
    camera = Camera()
    camera.zoom_by(2.0, QPointF(3, 3))
    camera.pan(QPointF(10, 10))
    assert camera.zoom == 1.0
    assert camera.fitted
