"""The geometry of the mixer pad, as properties that hold for any point and any shares, and its picture."""

from __future__ import annotations

import numpy as np
import pytest

from stylegui.ui.parameters.mixing import (
    TRACE,
    Array,
    corners,
    expresses,
    nearest,
    point_of,
    share_out,
    shares_at,
    with_traces,
)
from stylegui.ui.parameters.silk import silk

COUNTS = (2, 3, 4)


def scattered(low: float, high: float, count: int = 400) -> Array:
    """Points in a square and about it."""
    return np.random.default_rng(7).uniform(low, high, (count, 2))


def relative_entropy(wanted: Array, shares: Array) -> Array:
    """How far `shares` (..., n) are from those wanted (n,)."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(np.where(wanted > 0, wanted * np.log(wanted / shares), 0).sum(axis=-1))


@pytest.mark.parametrize("count", COUNTS)
class TestPoints:
    def test_shares_are_parts_of_one(self, count: int) -> None:
        shares = shares_at(scattered(-1, 2), count)
        assert shares.shape == (400, count)
        assert shares.min() >= 0
        assert shares.sum(axis=-1) == pytest.approx(1)

    def test_a_corner_means_its_style_and_the_centre_equal_parts(self, count: int) -> None:
        assert shares_at(corners(count), count) == pytest.approx(np.eye(count), abs=1e-12)
        assert shares_at(corners(count).mean(axis=0), count) == pytest.approx(1 / count)

    def test_a_point_comes_back_from_its_shares(self, count: int) -> None:
        for point in nearest(scattered(-0.3, 1.3), count):
            assert point_of(shares_at(point, count)) == pytest.approx(point, abs=1e-9)

    def test_the_nearest_point_is_on_the_pad_and_none_there_is_nearer(self, count: int) -> None:
        on_it = nearest(scattered(-0.5, 1.5, 3000), count)
        assert nearest(on_it, count) == pytest.approx(on_it, abs=1e-9)
        for point in scattered(-0.5, 1.5, 60):
            found = np.linalg.norm(nearest(point, count) - point)
            assert found <= np.linalg.norm(on_it - point, axis=1).min() + 1e-9

    def test_near_points_mean_near_shares(self, count: int) -> None:
        points = scattered(-0.5, 1.5)
        change = np.abs(shares_at(points + 1e-4, count) - shares_at(points, count))
        assert change.max() < 4e-4


class TestShares:
    @pytest.mark.parametrize("count", [2, 3])
    def test_any_shares_of_two_or_three_have_a_point(self, count: int) -> None:
        for shares in np.random.default_rng(3).dirichlet(np.ones(count), 200):
            assert shares_at(point_of(shares), count) == pytest.approx(shares)
            assert expresses(shares)

    def test_a_point_for_four_comes_as_near_as_any(self) -> None:
        side = np.linspace(0.005, 0.995, 100)
        points = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
        every = shares_at(points, 4)
        for shares in np.random.default_rng(4).dirichlet(np.ones(4), 60):
            here = relative_entropy(shares, shares_at(point_of(shares), 4))
            assert here <= relative_entropy(shares, every).min() + 1e-9

    def test_it_is_known_where_no_point_means_the_shares(self) -> None:
        assert expresses([0.25] * 4)
        assert expresses([3, 1, 0, 0])
        assert not expresses([0.5, 0, 0, 0.5])
        assert point_of([0.5, 0, 0, 0.5]) == pytest.approx([0.5, 0.5])

    def test_weights_need_no_sum(self) -> None:
        assert point_of([2, 6]) == pytest.approx([0.75, 0])

    @pytest.mark.parametrize("count", [0, 1, 5])
    def test_there_are_two_to_four(self, count: int) -> None:
        with pytest.raises(ValueError, match="two to four"):
            corners(count)

    @pytest.mark.parametrize("count", COUNTS)
    def test_a_trace_of_each_style_stays(self, count: int) -> None:
        shares = with_traces(np.eye(count)[0])
        assert min(shares) == TRACE
        assert sum(shares) == pytest.approx(1, abs=1e-12)
        assert with_traces([1 / count] * count) == pytest.approx([1 / count] * count)

    def test_the_others_keep_their_proportion(self) -> None:
        assert share_out([0.5, 0.3, 0.2], 0, 0.75) == pytest.approx([0.75, 0.15, 0.1])

    @pytest.mark.parametrize("share", [0.0, 0.005, 0.5, 0.99, 1.0])
    @pytest.mark.parametrize("shares", [[0.5, 0.5], [0.9997, TRACE, TRACE, TRACE], [0.25] * 4])
    def test_no_style_is_lost_and_the_sum_stays(self, shares: list[float], share: float) -> None:
        for index in range(len(shares)):
            result = share_out(shares, index, share)
            assert sum(result) == pytest.approx(1)
            assert min(result) >= TRACE - 1e-12
            assert result[index] == pytest.approx(share, abs=4 * TRACE)


class TestSilk:
    RED, BLUE = ("#c02018", "#e8d8c0", "#401010"), ("#1830c0", "#d0e0f0", "#081038")

    def test_each_end_has_its_own_colours(self) -> None:
        pixels = silk([self.RED, self.BLUE], (160, 40), 18).astype(int)
        assert pixels.shape == (40, 160, 3)
        left, right = pixels[:, :40].mean(axis=(0, 1)), pixels[:, -40:].mean(axis=(0, 1))
        assert left[0] > left[2] + 40
        assert right[2] > right[0] + 40

    def test_one_palette_everywhere_makes_no_other_colour(self) -> None:
        pixels = silk([("#808080", "#202020")] * 4, (60, 60), 10)
        assert np.ptp(pixels, axis=2).max() == 0
        assert pixels.min() >= 0x20 and pixels.max() <= 0x80

    def test_a_palette_of_one_colour_will_do(self) -> None:
        assert (silk([("#405060",)] * 3, (50, 46), 8) == (0x40, 0x50, 0x60)).all()
