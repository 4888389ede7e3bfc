import pytest

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.setup import Setup


def test_switching_the_engine_keeps_the_look() -> None:
    setup = Setup("instant", InstantParams(strength=20, brush_size=140, colour="photo", detail=50))
    switched = setup.switched("paint")
    assert switched.engine == "paint"
    assert switched.paint == PaintParams(strength=20, brush_size=140, colour="photo")
    assert switched.switched("instant").instant == setup.instant


def test_what_is_as_usual_becomes_the_other_engines_usual() -> None:
    assert Setup("instant").switched("paint").paint == PaintParams()
    assert Setup("paint").switched("instant").instant == InstantParams()


def test_a_strength_that_was_chosen_comes_back_where_it_is_the_other_engines_usual() -> None:
    chosen = InstantParams().strength
    there = Setup("paint", paint=PaintParams(strength=chosen)).switched("instant")
    assert there.switched("paint").paint.strength == chosen


def test_switching_to_the_same_engine_changes_nothing() -> None:
    setup = Setup("paint", InstantParams(strength=1), PaintParams(strength=2))
    assert setup.switched("paint") is setup


@pytest.mark.parametrize(
    ("instant_px", "paint_px"),
    [(InstantParams().size_px, PaintParams().size_px), (2000, 2000), (16384, PaintParams().size_px)],
    ids=["untouched", "chosen", "too large for Paint"],
)
def test_a_chosen_size_is_kept_and_an_untouched_one_becomes_the_usual(instant_px: int, paint_px: int) -> None:
    assert Setup("instant", InstantParams(size_px=instant_px)).switched("paint").paint.size_px == paint_px


def test_parameters_go_to_the_engine_they_belong_to() -> None:
    setup = Setup("instant").with_params(PaintParams(seed=4))
    assert (setup.engine, setup.paint.seed, setup.params) == ("instant", 4, InstantParams())


def test_a_preview_of_instant_differs_in_size_alone() -> None:
    params = InstantParams(strength=11, detail=22, model="fast")
    assert Setup("instant", params).preview(300) == params.model_copy(update={"size_px": 300})


def test_a_preview_of_paint_has_the_values_that_both_engines_share() -> None:
    paint = PaintParams(strength=11, brush_size=70, colour="luminance", seed=9)
    expected = InstantParams(strength=11, brush_size=70, colour="luminance", size_px=300)
    assert Setup("paint", InstantParams(detail=80), paint).preview(300) == expected
