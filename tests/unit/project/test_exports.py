from typing import Any

import pytest

from stylegui.engine.images import SaveOptions
from stylegui.project.exports import ExportPlan, as_json, built_in, plan_from, without_suffix

OWN = (1200, 800)


def plan(side: float | None = None, unit: Any = "px", **save: Any) -> ExportPlan:
    return ExportPlan(save=SaveOptions(**save), unit=unit, side=side)


def test_the_pictures_own_size_is_the_usual_one() -> None:
    assert ExportPlan().size(OWN) == OWN
    assert ExportPlan().options(OWN).size_px is None


@pytest.mark.parametrize(
    ("side", "unit", "dpi", "allow", "size"),
    [
        (600, "px", 300, False, (600, 400)),
        (2400, "px", 300, True, (2400, 1600)),
        (2400, "px", 300, False, (1200, 800)),
        (30.0, "cm", 300, True, (3543, 2362)),
        (30.0, "cm", 300, False, (1200, 800)),
        (2.54, "cm", 300, False, (300, 200)),
        (30.0, "cm", 72, False, (850, 567)),
    ],
)
def test_sizes_in_pixels_and_centimetres(
    side: float, unit: str, dpi: float, allow: bool, size: tuple[int, int]
) -> None:
    given = plan(side, unit, dpi=dpi, allow_upscaling=allow)
    assert given.size(OWN) == size
    assert given.options(OWN).size_px == (None if max(size) == max(OWN) else max(size))


@pytest.mark.parametrize("name", built_in())
def test_what_comes_with_the_program_survives_json(name: str) -> None:
    preset = built_in()[name]
    assert plan_from(as_json(preset)) == preset
    assert preset.with_recipe and preset.save.ai_marking


def test_what_comes_with_the_program_does_what_it_says() -> None:
    presets = built_in()
    assert (presets["web"].size((4000, 3000)), presets["web"].save.format) == ((2048, 1536), "jpeg")
    assert presets["web"].size((800, 600)) == (800, 600)
    assert presets["print"].size(OWN) == (3543, 2362)
    assert presets["archive"].save.bits == 16
    assert presets["layers"].suffix == ".ora"


@pytest.mark.parametrize("content", [None, [], "x", {}, {"save": 3}, {"format": "bmp"}, {"side": "wide"}])
def test_nonsense_is_as_usual(content: object) -> None:
    assert plan_from(content) == ExportPlan()


def test_what_is_understood_of_a_plan_is_kept() -> None:
    broken = {
        "save": {"format": "tiff", "quality": "much", "bit_depth": 16, "new": 1},
        "unit": "inch",
        "side": -1,
        "template": "{photo}",
        "on_conflict": "ask",
    }
    known = plan_from(broken)
    assert (known.save.format, known.save.bit_depth, known.save.quality) == ("tiff", 16, 95)
    assert (known.unit, known.side, known.template, known.on_conflict) == ("px", None, "{photo}", "unique")


@pytest.mark.parametrize(
    ("typed", "stem"),
    [("sea", "sea"), ("sea.png", "sea"), ("sea.JPEG", "sea"), ("sea at 5.30", "sea at 5.30"), (".png", "")],
)
def test_a_typed_ending_goes(typed: str, stem: str) -> None:
    assert without_suffix(typed) == stem
