import pytest
from pydantic import ValidationError

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.project.exploring import LONGEST, Axis, Sheet, cell_key, cells, range_of, read_sheet, steps, usual_sheet
from stylegui.project.setup import Setup

SETUP = Setup("paint", InstantParams(detail=20), PaintParams(preset="draft"))
CHOSEN = {"coral": 1.0, "night": 3.0}


def test_every_pair_of_values_has_a_cell_with_both_put_in() -> None:
    rows, columns = Axis(name="style", values=("coral", "waves")), Axis(name="strength", values=(25.0, 75.0, 100.0))
    found = list(cells(rows, columns, SETUP, CHOSEN))
    assert [cell.place for cell in found] == [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2)]
    last = found[-1]
    assert last.weights == {"waves": 1.0}
    assert (last.setup.instant.strength, last.setup.paint.strength) == (100.0, 100.0)


def test_what_is_not_varied_stays_as_the_artist_has_it() -> None:
    axis = Axis(name="colour", values=("style", "photo"))
    found = list(cells(axis, Axis(name="brush_size", values=(50.0,)), SETUP, CHOSEN))
    assert [cell.setup.paint.colour for cell in found] == ["style", "photo"]
    assert all(cell.setup.paint.preset == "draft" and cell.setup.instant.detail == 20 for cell in found)
    assert all(cell.weights == CHOSEN and cell.setup.engine == "paint" for cell in found)


def test_a_value_that_only_one_engine_knows_is_set_there() -> None:
    found = list(cells(Axis(name="detail", values=(70.0,)), Axis(name="strength", values=(50.0,)), SETUP, CHOSEN))
    assert found[0].setup.instant.detail == 70


def test_a_mix_goes_from_one_style_to_the_other() -> None:
    axis = Axis(name="mix", values=(0.0, 25.0, 100.0))
    found = list(cells(axis, Axis(name="strength", values=(50.0,)), SETUP, CHOSEN))
    assert [cell.weights for cell in found] == [{"coral": 1.0}, {"coral": 0.75, "night": 0.25}, {"night": 1.0}]


def test_a_mix_of_one_style_is_that_style() -> None:
    found = list(cells(Axis(name="style", values=("waves",)), Axis(name="mix", values=(50.0,)), SETUP, CHOSEN))
    assert found[0].weights == {"waves": 1.0}


def test_steps_are_round_and_reach_both_ends() -> None:
    assert steps(0, 100, 4) == (0, 33, 67, 100)
    assert steps(40, 40, 5) == (40,)


def test_ranges_are_possible_with_both_engines() -> None:
    assert range_of(SETUP, "strength") == (0, 100)
    assert range_of(SETUP, "brush_size") == (50, 200)
    assert range_of(SETUP, "detail") == (0, 100)
    assert range_of(SETUP, "mix") == (0, 100)


def test_a_sheet_survives_being_kept() -> None:
    sheet = usual_sheet(["coral"]).model_copy(update={"ratings": {cell_key("coral", 25): 4}})
    assert read_sheet(sheet.model_dump(mode="json")) == sheet
    assert usual_sheet([]).rows.name == "brush_size"


@pytest.mark.parametrize("kept", [None, 3, {}, {"rows": {"name": "style", "values": []}, "columns": 1}])
def test_what_cannot_be_understood_is_no_sheet(kept: object) -> None:
    assert read_sheet(kept) is None


def test_an_axis_has_an_end() -> None:
    with pytest.raises(ValidationError):
        Axis(name="strength", values=tuple(float(value) for value in range(LONGEST + 1)))
    assert isinstance(usual_sheet(["a", "b"]), Sheet)
