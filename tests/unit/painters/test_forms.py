"""Helpers that draw forms: lines, level lines, triangles, cells, stages, plates and charts."""

from __future__ import annotations

import numpy as np
import pytest

from stylegui.painters.colour import Array
from stylegui.painters.contours import level_lines, nearest_px, resampled, signed_px
from stylegui.painters.crackle import crackle, seam_distance
from stylegui.painters.field import edge_distance, enlarged, plan_size, slope, window
from stylegui.painters.jpeg import FULL_CHROMA_BYTES, jpeg, shipped_jpeg
from stylegui.painters.lines import arc, at_lengths, ellipse, headings, lengths, normals, sides, turned, widened
from stylegui.painters.placing import lot
from stylegui.painters.relief import lit
from stylegui.painters.scenes.chart import Chart
from stylegui.painters.scenes.stage import Plate, Stage
from stylegui.painters.study import polygon, smooth_curve
from stylegui.painters.triangles import delaunay
from stylegui.painters.wood import plank

SQUARE = np.array([[0.25, 0.25], [0.75, 0.25], [0.75, 0.75], [0.25, 0.75]])


def round_mask(radius: float, size: int = 61) -> Array:
    y, x = np.mgrid[0:size, 0:size] - size // 2
    return np.asarray(np.hypot(x, y) <= radius)


class TestFields:
    def test_a_window_holds_a_mask_and_its_margin(self) -> None:
        mask = np.zeros((20, 30))
        mask[5:8, 0:4] = 0.5
        assert window(mask) == (slice(5, 8), slice(0, 4))
        assert window(mask, 2) == (slice(3, 10), slice(0, 6))
        assert mask[window(mask * 0)].size == 0

    def test_edges_are_measured_in_long_sides(self) -> None:
        inset = edge_distance((40, 20))
        assert max(inset[0].max(), inset[-1].max(), inset[:, 0].max(), inset[:, -1].max()) <= 0.5 / 40
        assert inset.max() == pytest.approx(9.5 / 40, abs=1e-6)
        assert inset[10, 3] == pytest.approx(3.5 / 40, abs=1e-6)

    def test_sizes_keep_their_shape(self) -> None:
        assert enlarged((100, 60), 1.5) == (150, 90)
        assert enlarged((100, 60), 1.5, 300) == (300, 180)
        assert plan_size((1000, 500), 64) == (64, 32)
        assert plan_size((1000, 10), 64) == (64, 8)

    def test_slopes_of_planes_and_of_single_rows(self) -> None:
        y, x = np.mgrid[0:5, 0:7]
        across, down = slope(3 * x - 2 * y)
        assert np.allclose(across, 3)
        assert np.allclose(down, -2)
        across, down = slope(np.arange(7)[None] * 3)
        assert np.allclose(across, 3)
        assert not down.any()

    def test_light_from_the_upper_left(self) -> None:
        bump = np.exp(-(((np.mgrid[0:41, 0:41] - 20) / 8) ** 2).sum(axis=0)) * 12
        result = lit(np.full((41, 41, 3), 0.5, np.float32), bump)[..., 0]
        assert result[14, 14] > 0.55
        assert result[26, 26] < 0.45
        assert result[0, 40] == pytest.approx(0.5, abs=0.01)


class TestLines:
    def test_lengths_and_places_along(self) -> None:
        line = np.array([[0.0, 0.0], [3.0, 4.0], [3.0, 10.0]])
        assert lengths(line).tolist() == [0, 5, 11]
        assert at_lengths(line, np.array([2.5, 8.0])).tolist() == [[1.5, 2.0], [3.0, 7.0]]

    def test_normals_stand_on_headings(self) -> None:
        path = arc(0, 0, 2.0, 0, np.pi, 50)
        assert np.allclose(np.hypot(*normals(path).T), 1)
        assert np.allclose((normals(path) * headings(path)).sum(axis=1), 0)
        assert np.allclose(normals(path), -path / 2, atol=0.05)  # the circle turns from x to y

    def test_a_widened_line_has_both_its_sides(self) -> None:
        path, half = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]), np.array([0.1, 0.2, 0.1])
        left, right = sides(path, half)
        assert left[:, 1] == pytest.approx(half)
        assert right[:, 1] == pytest.approx(-half)
        assert widened(path, half).tolist() == [*left.tolist(), *right[::-1].tolist()]

    def test_turning_is_from_x_to_y(self) -> None:
        assert turned(np.array([[1.0, 0.0]]), np.pi / 2, 2.0, (5.0, 5.0))[0] == pytest.approx([5, 7])
        assert ellipse((1.0, 2.0), 3.0, 1.0, np.pi / 2)[0] == pytest.approx([1, 5])

    def test_a_curve_meets_its_knots(self) -> None:
        knots = np.array([[0.0, 0.0], [1.0, 2.0], [3.0, 1.0]])
        assert smooth_curve(knots, 21)[[0, 10, 20]] == pytest.approx(knots)

    def test_lots_are_fixed_and_spread(self) -> None:
        drawn = lot(np.arange(4000))
        assert np.array_equal(drawn, lot(np.arange(4000)))
        assert np.histogram(drawn, 4, (0, 1))[0].min() > 900


class TestContours:
    def test_distances_are_euclidean(self) -> None:
        mask = np.zeros((9, 12), bool)
        mask[2, 3] = True
        y, x = np.mgrid[0:9, 0:12]
        assert np.allclose(nearest_px(mask), np.hypot(x - 3, y - 2))
        assert np.isinf(nearest_px(np.zeros((3, 3), bool))).all()

    def test_signs_tell_inside_from_outside(self) -> None:
        depth = signed_px(round_mask(20))
        assert depth[30, 30] == pytest.approx(19.5, abs=0.1)
        assert depth[30, 0] == pytest.approx(-9.5, abs=0.6)

    def test_level_lines_of_a_cone_are_circles(self) -> None:
        y, x = np.mgrid[0:61, 0:61] - 30.0
        lines = level_lines(np.hypot(x, y) / 5.0, np.ones((61, 61), bool))
        closed = [line for line in lines if np.allclose(line[0], line[-1])]
        radii = sorted(round(float(np.hypot(*(line - 30).T).mean())) for line in closed)
        assert radii == [5, 10, 15, 20, 25, 30]
        for line in closed:
            assert np.hypot(*(line - 30).T).std() < 0.05

    def test_lines_are_resampled_evenly(self) -> None:
        line = np.array([[0.0, 0.0], [1.0, 0.0], [10.0, 0.0]])
        points, spacing = resampled(line, 2.9)
        assert spacing == pytest.approx(10 / 3)
        assert points[:, 0] == pytest.approx([0, 10 / 3, 20 / 3, 10], abs=1e-5)


class TestTriangles:
    def test_no_corner_lies_inside_another_circle(self) -> None:
        points = np.random.default_rng(1).random((60, 2))
        facets = delaunay(points)
        hull = 2 * 60 - 2 - len(facets)
        assert 3 <= hull <= 20  # a triangulation of n points with h on the hull has 2 n - 2 - h triangles
        for a, b, c in points[facets]:
            m = np.array([2 * (b - a), 2 * (c - a)])
            centre = np.linalg.solve(m, [b @ b - a @ a, c @ c - a @ a])
            assert np.hypot(*(points - centre).T).min() > np.hypot(*(a - centre)) - 1e-9

    def test_too_few_points_make_none(self) -> None:
        assert delaunay(np.zeros((2, 2))).shape == (0, 3)


class TestPlanes:
    def test_a_stage_covers_and_keeps_its_focus_in_sight(self) -> None:
        stage = Stage((40, 80), 4 / 3, focus=(0.3, 0.5))
        left, top, right, bottom = stage.edges
        assert (top, bottom) == pytest.approx((0, 1))
        assert 0 <= left < 0.3 < right <= 4 / 3
        assert stage.pixels(np.array([[stage.x[7, 9], stage.y[7, 9]]]))[0] == pytest.approx([9.5, 7.5], abs=1e-4)

    @pytest.mark.parametrize("size", [(80, 40), (40, 80)])
    def test_a_whole_stage_shows_all_of_its_design(self, size: tuple[int, int]) -> None:
        left, top, right, bottom = Stage.whole(size, 1.0, margin=0.0).edges
        assert left <= 1e-9
        assert top <= 1e-9
        assert right >= 1 - 1e-9
        assert bottom >= 1 - 1e-9
        assert (left + right, top + bottom) == pytest.approx((1, 1))

    def test_plates_tell_numbers_apart(self) -> None:
        plate = Plate(Stage((40, 40), 1.0))
        plate.fill(SQUARE, 3)
        plate.dot(0.5, 0.5, 0.1, 7)
        assert plate.mask(3).mean() == pytest.approx(0.25 - np.pi * 0.01, abs=0.02)
        assert plate.mask(7)[20, 20] == 1
        plate.line(np.array([[0.0, 0.5], [1.0, 0.5]]), 0.2, 9)
        assert plate.mask(9)[20, 2] == 1
        assert plate.mask(7).sum() == 0

    def test_a_chart_counts_in_long_sides(self) -> None:
        chart = Chart((40, 20))
        chart.fill(np.array([[0.0, 0.0], [0.5, 0.0], [0.5, 0.5], [0.0, 0.5]]), 4)
        assert chart.mask(4)[:, :19].all()
        assert not chart.mask(4)[:, 21:].any()
        assert chart.spot(0, 0) == chart.place(0.5, 0.5) == (0.5, 0.25)
        assert chart.coloured(np.arange(5) * 10.0)[3, 3] == 40

    def test_polygons_cover_their_area(self) -> None:
        assert polygon((64, 32), SQUARE).mean() == pytest.approx(0.25, abs=0.02)


class TestGrain:
    def test_seams_lie_between_cells(self) -> None:
        y, x = np.mgrid[0:90, 0:90] / 15.0
        gap = seam_distance(x, y, np.random.default_rng(2))
        assert 0 <= gap.min() < 0.05
        assert 0.2 < gap.max() < 1

    def test_cracks_are_few_and_fine(self) -> None:
        net = crackle((120, 90), np.random.default_rng(1), 8)
        assert 0.01 < net.mean() < 0.2
        assert net.max() > 0.5

    def test_a_plank_runs_along_its_grain(self) -> None:
        for upright in (False, True):
            grain = plank((90, 90), np.random.default_rng(4), rings=12, upright=upright)
            across, down = (np.abs(np.diff(grain, axis=axis)).mean() for axis in (1, 0))
            assert (across > 2 * down) if upright else (down > 2 * across)


def test_only_large_files_give_up_their_chroma() -> None:
    rng = np.random.default_rng(0)
    calm = np.full((64, 64, 3), 90, np.uint8)
    busy = np.clip(rng.normal(128, 12, (900, 900, 3)), 0, 255).astype(np.uint8)
    assert shipped_jpeg(calm) == jpeg(calm, 91)
    assert len(jpeg(busy, 91)) > FULL_CHROMA_BYTES
    assert shipped_jpeg(busy) == jpeg(busy, 90, full_chroma=False)
