"""The painters' tools: OKLab, palettes, noise, blur, sampling, cells and strokes."""

from __future__ import annotations

import numpy as np
import pytest

from stylegui.painters.cells import compact, means, scattered_cells, seams
from stylegui.painters.colour import Palette, from_oklab, lab, ramp, shifted, to_oklab, to_pixels, varied
from stylegui.painters.field import bilinear, blurred, calmed, noise, smoothstep
from stylegui.painters.lines import ribbon
from stylegui.painters.marks.bristle import Canvas, Strokes, bristle_marks
from stylegui.painters.marks.knife import Blade, Board, Slabs
from stylegui.painters.placing import scattered, traced
from stylegui.painters.samples.camera import denoised
from stylegui.painters.samples.solids import FAR, Ellipsoid, Material, Turned
from stylegui.painters.study import Study, chosen
from stylegui.painters.study import places as outline


def test_oklab_there_and_back() -> None:
    srgb = np.random.default_rng(0).random((50, 3)).astype(np.float32)
    assert np.allclose(from_oklab(to_oklab(srgb)), srgb, atol=2e-3)


@pytest.mark.parametrize(
    ("colour", "expected"),  # reference values of B. Ottosson's article, by way of sRGB
    [("#ffffff", (1.0, 0.0, 0.0)), ("#ff0000", (0.628, 0.225, 0.126)), ("#0000ff", (0.452, -0.032, -0.312))],
)
def test_oklab_of_known_colours(colour: str, expected: tuple[float, float, float]) -> None:
    assert np.allclose(lab(colour), expected, atol=2e-3)


def test_out_of_gamut_colours_are_clipped() -> None:
    pixels = to_pixels(np.array([[[2.0, 0.4, 0.4], [-1.0, 0.0, 0.0]]], np.float32))
    assert pixels[0, 0, 0] == 255
    assert not pixels[0, 1].any()


def test_a_palette_refuses_what_is_no_colour() -> None:
    with pytest.raises(ValueError, match="#rrggbb"):
        Palette(("#12",))
    with pytest.raises(ValueError, match="at least one"):
        Palette(())


def test_a_short_palette_repeats() -> None:
    palette = Palette(("#000000", "#ffffff"))
    assert np.allclose(palette[3], palette[1])
    assert np.allclose(palette.by_lightness()[0], palette[0])


def test_ramp_meets_its_colours() -> None:
    colours = Palette(("#102030", "#ff8800", "#eeeeee")).lab
    assert np.allclose(ramp(colours, np.array([0.0, 0.5, 1.0])), colours, atol=1e-6)


def test_shifting_keeps_or_turns_the_hue() -> None:
    colour = lab("#3366cc")
    assert np.allclose(shifted(colour), colour)
    assert np.allclose(shifted(colour, chroma=0.0)[1:], 0)
    assert np.allclose(shifted(colour, turn=np.pi)[1:], -colour[1:], atol=1e-6)


def test_noise_keeps_its_forms_at_another_size() -> None:
    small = noise((64, 48), 4, np.random.default_rng(3))
    large = noise((256, 192), 4, np.random.default_rng(3))
    reduced = large.reshape(48, 4, 64, 4).mean(axis=(1, 3))
    assert np.corrcoef(small.ravel(), reduced.ravel())[0, 1] > 0.97


@pytest.mark.parametrize("sigma", [0.0, 1.5, 30.0])
def test_blur_keeps_a_flat_field(sigma: float) -> None:
    assert np.allclose(blurred(np.full((40, 60), 0.3, np.float32), sigma), 0.3, atol=1e-5)


def test_blur_has_the_width_asked() -> None:
    point = np.zeros((61, 61), np.float32)
    point[30, 30] = 1
    soft = blurred(point, 3.0)
    offsets = np.arange(61) - 30
    assert soft.sum() == pytest.approx(1, abs=1e-3)
    assert np.sqrt((soft.sum(axis=0) * offsets**2).sum()) == pytest.approx(3.0, rel=0.05)


def test_bilinear_meets_pixels_and_stays_inside() -> None:
    values = np.arange(12, dtype=np.float32).reshape(3, 4)
    assert bilinear(values, np.array([1.0]), np.array([1.0]))[0] == pytest.approx(5)
    assert bilinear(values, np.array([0.5]), np.array([0.5]))[0] == pytest.approx(2.5)
    assert bilinear(values, np.array([-9.0]), np.array([99.0]))[0] == pytest.approx(8, abs=0.02)


def test_smoothstep_rises_and_falls() -> None:
    assert smoothstep(0, 1, np.array([-1, 0.5, 2])) == pytest.approx([0, 0.5, 1])
    assert smoothstep(1, 0, np.array([-1, 0.5, 2])) == pytest.approx([1, 0.5, 0])


def test_cells_are_near_their_sites_and_seams_divide_them() -> None:
    x, y = np.meshgrid(np.linspace(0, 4, 80), np.linspace(0, 4, 80))
    number = compact(scattered_cells(x, y, np.random.default_rng(1)))
    assert 12 <= number.max() + 1 <= 40
    assert 0 < seams(number).mean() < 0.3
    assert not seams(np.zeros((5, 5), int)).any()
    assert means(np.ones(number.shape), number) == pytest.approx(np.ones(number.max() + 1))


def _straight(x: float, y: float, colour: list[float]) -> Strokes:
    """One stroke of the first mark, 60 px to the right of a place and 12 px wide."""
    path = np.linspace([x, y], [x + 60, y], 5).astype(np.float32)[None]
    one = np.array([colour], np.float32)
    return Strokes(path, np.array([12.0], np.float32), one, one, np.array([0]))


def test_a_stroke_lays_its_colour_and_body_where_it_runs() -> None:
    canvas = Canvas(np.zeros((40, 80, 3), np.float32))
    marks = bristle_marks(np.random.default_rng(0), 1, dryness=0.0)
    canvas.strokes(_straight(10, 20, [0.7, 0.1, 0.0]), marks, body=1.0, variation=0.0, pickup=0.0, taper=0.25)
    assert np.allclose(canvas.lab[20, 30:50], [0.7, 0.1, 0.0], atol=0.1)
    assert not canvas.lab[2].any()
    assert canvas.relief[20, 30:50].min() > 0
    assert not canvas.relief[35].any()


def test_a_stroke_off_the_canvas_changes_nothing() -> None:
    canvas = Canvas(np.zeros((20, 20, 3), np.float32))
    marks = bristle_marks(np.random.default_rng(0), 1)
    canvas.strokes(_straight(100, 100, [1, 1, 1]), marks, body=1.0, variation=0.0, pickup=0.1, taper=0.0)
    assert not canvas.lab.any()
    assert not canvas.relief.any()


def test_a_slab_of_the_knife_levels_what_it_covers() -> None:
    bumps = np.random.default_rng(3).normal(0, 3, (60, 60)).astype(np.float32)
    board = Board(np.zeros((60, 60, 3), np.float32), bumps, np.zeros((60, 60), np.float32))
    colour = np.array([[0.6, 0.1, 0.1]], np.float32)
    one = np.ones(1)
    slab = Slabs(np.array([[30.0, 30.0]]), 40 * one, 24 * one, 0 * one, colour, colour, one)
    rng = np.random.default_rng(1)
    board.lay(slab, Blade(rng, 1), rng, 1.0, 0.5)
    assert np.allclose(board.lab[27:33, 22:34], colour[0], atol=0.05)
    assert board.relief[26:34, 22:34].std() < 0.4 * bumps[26:34, 22:34].std()
    assert not board.lab[:10].any()
    assert np.array_equal(board.relief[:10], bumps[:10])


def test_what_is_laid_in_a_part_of_a_study_is_laid_in_the_whole() -> None:
    study = Study.blank((40, 20))
    part, px, py = study.part(0.5, 0.5, 0.1, 0.1)
    assert px.shape == py.shape == (8, 8)
    assert px.mean() == pytest.approx(0, abs=1e-6)
    part.lay((py < 0).astype(np.float32), np.array([0.5, 0.1, 0.0], np.float32), 0.7, 0.9)
    assert study.lab[6:10, 16:24, 0] == pytest.approx(np.full((4, 8), 0.5))
    assert study.angle[7, 18] == pytest.approx(0.7)
    assert np.count_nonzero(study.detail) == 32


def test_a_part_beyond_the_edge_is_empty_and_takes_nothing() -> None:
    study = Study.blank((40, 20))
    part, px, _ = study.part(3.0, 0.5, 0.1, 0.1)
    assert px.size == 0
    part.lay(np.ones(px.shape, np.float32), np.ones(3, np.float32), 0.0)
    assert not study.lab.any()


def test_seeds_count_through_the_motifs() -> None:
    assert [chosen("abc", seed) for seed in range(4)] == ["a", "b", "c", "a"]


def test_places_are_read_from_text() -> None:
    assert outline("0 1, -0.5 2,3 4").tolist() == [[0, 1], [-0.5, 2], [3, 4]]


def test_a_palette_hands_its_colours_on_in_another_order() -> None:
    palette = Palette(("#000000", "#ff0000"))
    assert palette.arranged(1, 0, 3).colours == ("#ff0000", "#000000", "#ff0000")


def test_varied_greys_stay_grey() -> None:
    greys = np.array([[0.5, 0.0, 0.0]] * 40, np.float32)
    result = varied(greys, np.random.default_rng(0), 0.05, 1.2, 0.1, 0.2)
    assert result[:, 0].std() > 0.02
    assert not result[:, 1:].any()


def test_calming_takes_the_grain_of_pixels_and_leaves_forms() -> None:
    rng = np.random.default_rng(0)
    picture = np.zeros((256, 256, 3), np.float32)
    picture[:, 128:] = 1.0
    grainy = picture + rng.normal(0, 0.1, picture.shape).astype(np.float32)
    result = calmed(grainy, (256, 256), 4.0)
    assert (result - picture)[:, 140:].std() < 0.06
    assert result[:, 132].mean() - result[:, 123].mean() > 0.9


def test_a_ribbon_leaves_no_hole() -> None:
    x, y, _, _ = ribbon(np.array([[5.0, 10.0], [35.0, 14.0]]), 8, taper=0.0)
    touched = np.zeros((30, 40), bool)
    touched[np.rint(y).astype(int), np.rint(x).astype(int)] = True
    columns = touched[:, 8:32]
    assert (columns.sum(axis=0) >= 7).all()
    assert all((np.diff(np.flatnonzero(column)) == 1).all() for column in columns.T)


def test_streamlines_follow_the_field() -> None:
    angle = np.full((50, 50), np.pi / 2, np.float32)
    path = traced(np.array([[25.0, 25.0]]), angle, 10, 2.0)[0]
    assert path[:, 0] == pytest.approx(np.full(len(path), 25.0), abs=1e-3)
    assert np.diff(path[:, 1]) == pytest.approx(np.full(len(path) - 1, 2.0), abs=1e-3)


def test_scattered_places_cover_the_canvas() -> None:
    places = scattered((60, 40), 5, np.random.default_rng(2))
    seen = np.histogram2d(places[:, 0], places[:, 1], bins=(6, 4), range=((0, 60), (0, 40)))[0]
    assert seen.min() >= 1


def test_rays_meet_solids_where_they_stand() -> None:
    material = Material((0.5, 0.5, 0.5))
    ball = Ellipsoid(np.zeros(3, np.float32), np.array([1, 2, 1], np.float32), np.eye(3, dtype=np.float32), material)
    post = Turned(np.array([0.0, 0.0, 0.0]), [(0.5, 0.0), (0.5, 1.0), (0.5, 2.0)], material)
    origin = np.array([[0, 1, -5], [0, 1, -5]], np.float32)
    ray = np.array([[0, 0, 1], [0, 0, -1]], np.float32)
    assert ball.meet(origin, ray)[0] == pytest.approx(5 - np.sqrt(0.75), abs=1e-4)
    assert post.meet(origin, ray)[0] == pytest.approx(4.5, abs=0.01)
    assert ball.meet(origin, ray)[1] == FAR
    assert post.meet(origin, ray)[1] == FAR
    assert post.normal(np.array([[0, 1, -0.5]], np.float32))[0] == pytest.approx([0, 0, -1], abs=0.02)


def test_denoising_smooths_grain_and_keeps_edges() -> None:
    rng = np.random.default_rng(4)
    clean = np.zeros((32, 32, 3), np.float32)
    clean[:, 16:] = 0.5
    grainy = np.clip(clean + rng.normal(0, 0.05, clean.shape), 0, None).astype(np.float32)
    guide = np.repeat((clean[..., :1] > 0).astype(np.float32), 6, axis=2)
    result = denoised(grainy, guide)
    assert result[:, 18:].std() < 0.5 * grainy[:, 18:].std()
    assert result[:, 17].mean() - result[:, 14].mean() > 0.4
