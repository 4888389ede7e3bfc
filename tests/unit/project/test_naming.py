from datetime import UTC, datetime
from pathlib import Path

import pytest

from stylegui.project.naming import (
    LONGEST,
    USUAL_TEMPLATE,
    Conflict,
    Facts,
    filled,
    painting_name,
    target_path,
    template_problem,
    unique_path,
)

FACTS = Facts("harbour.jpg", "Waves", "Paint", 3, datetime(2026, 5, 6, 12, tzinfo=UTC), (800, 600))


@pytest.mark.parametrize(
    ("photo", "style", "name"),
    [
        ("harbour.jpg", "Coral Waves", "harbour - Coral Waves"),
        ("harbour.jpg", "", "harbour"),
        ("", "", "painting"),
        ('a/b\\c:d*e?"<>|.png', "x\ny", "a b c d e - x y"),
        ("été à Zürich.tif", "夜", "été à Zürich - 夜"),
        ("..", "  ", "painting"),
    ],
)
def test_names_are_readable_and_allowed_everywhere(photo: str, style: str, name: str) -> None:
    if photo.startswith("a/b"):
        photo = photo.replace("a/b", "a b")
    assert painting_name(photo, style) == name


def test_long_names_are_cut() -> None:
    assert len(painting_name("a" * 300 + ".png", "b" * 300)) <= LONGEST


def test_a_taken_name_gets_a_number(tmp_path: Path) -> None:
    wanted = tmp_path / "a.png"
    assert unique_path(wanted) == wanted
    wanted.touch()
    (tmp_path / "a (2).png").touch()
    assert unique_path(wanted) == tmp_path / "a (3).png"


def target(folder: Path, template: str = USUAL_TEMPLATE, rule: Conflict = "unique", **more: list[Path]) -> str:
    path = target_path(folder, template, ".png", FACTS, rule, **more)
    return "" if path is None else path.name


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{photo} {style} {engine} {version} {date} {size} {n}", "harbour Waves Paint 3 2026-05-06 800x600 1"),
        ("{date}/{photo}", "2026-05-06 harbour"),
        ("plain", "plain"),
        ("", "painting"),
        ("{style}{unknown}", "Waves{unknown}"),
        ("{n}", "1"),
    ],
)
def test_templates_are_filled(template: str, name: str) -> None:
    assert filled(template, FACTS.words(1)) == name


def test_a_missing_fact_leaves_no_dangling_dash() -> None:
    assert filled(USUAL_TEMPLATE, Facts("harbour.jpg").words(1)) == "harbour"


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "LPT9"])
def test_names_that_windows_keeps_for_itself(name: str) -> None:
    assert filled(name, {}) == f"{name}_"


def test_names_of_many_bytes_stay_writable(tmp_path: Path) -> None:
    (tmp_path / f"{filled('画' * 300, {})} (12).jpg.json").touch()
    assert filled("{photo} - {date}", {"photo": "a" * 48, "date": "2026-05-06"}).endswith("2026-05-06")


@pytest.mark.parametrize(
    ("template", "problem"),
    [("{photo}", ""), ("{foto}", "{foto}"), ("{photo", "{"), ("photo}", "}"), ("{}", "{}"), ("{{n}}", "{")],
)
def test_templates_are_checked(template: str, problem: str) -> None:
    assert template_problem(template) == problem


def test_the_rule_for_a_taken_name(tmp_path: Path) -> None:
    assert target(tmp_path) == "harbour - Waves.png"
    (tmp_path / "harbour - Waves.png").touch()
    assert target(tmp_path) == "harbour - Waves (2).png"
    assert target(tmp_path, rule="overwrite") == "harbour - Waves.png"
    assert target(tmp_path, rule="skip") == ""


def test_a_running_number_runs(tmp_path: Path) -> None:
    (tmp_path / "Waves 1.png").touch()
    assert target(tmp_path, "{style} {n}") == "Waves 2.png"
    assert target(tmp_path, "{style} {n}", taken=[tmp_path / "Waves 2.png"]) == "Waves 3.png"


@pytest.mark.parametrize("rule", ["unique", "overwrite", "skip"])
def test_sources_and_what_was_just_written_are_spared_by_every_rule(tmp_path: Path, rule: Conflict) -> None:
    first = tmp_path / "harbour - Waves.png"
    assert target(tmp_path, rule=rule, taken=[first]) == "harbour - Waves (2).png"
    first.touch()
    spared = target(tmp_path, rule=rule, sources=[first.resolve()])
    assert spared == "harbour - Waves (2).png"


def test_a_folder_of_that_name_is_no_place(tmp_path: Path) -> None:
    (tmp_path / "harbour - Waves.png").mkdir()
    assert target(tmp_path, rule="overwrite") == "harbour - Waves (2).png"
