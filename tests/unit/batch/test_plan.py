"""What a batch makes: photos found, styles drawn, and a name of its own for everything."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from stylegui.batch.draw import Range, chance, draw_styles, draw_value
from stylegui.batch.errors import BatchError
from stylegui.batch.names import slug, tell_apart
from stylegui.batch.photos import Photo, find_photos
from stylegui.batch.plan import StyleChoice, Wish, make_plan

# Names


def test_things_keep_their_plain_names_where_those_differ() -> None:
    assert tell_apart([["a", "a-1"], ["b", "b-1"]]) == ["a", "b"]


def test_all_that_would_share_a_name_take_the_next() -> None:
    assert tell_apart([["a", "x-a"], ["A", "y-a"], ["b", "b-1"]]) == ["x-a", "y-a", "b"]


def test_a_second_choice_makes_way_for_nobody_silently() -> None:
    names = tell_apart([["a", "a-b", "1"], ["a", "a-c", "2"], ["a-b", "other", "3"]])
    assert len(set(names)) == 3


def test_accents_written_in_two_ways_are_one_name() -> None:
    composed, decomposed = "caf\u00e9", "cafe\u0301"
    assert tell_apart([[composed, "1"], [decomposed, "2"]]) == ["1", "2"]


def test_no_name_left_is_an_error() -> None:
    with pytest.raises(ValueError, match="no name is left"):
        tell_apart([["a"], ["a"]])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("own-1", "own-1"),
        ("a--b", "a-b"),
        ("--x--", "x"),
        ("Grün & Blau", "Grün-Blau"),
        ("../up", "up"),
        ("…", "style"),
    ],
)
def test_a_slug_never_has_two_hyphens_in_a_row(text: str, name: str) -> None:
    assert slug(text) == name


# Photos


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"")


def places(sources: Sequence[Path], output: Path) -> list[str]:
    return [photo.place for photo in find_photos(sources, output)]


def test_folders_are_searched_and_their_tree_is_kept(tmp_path: Path) -> None:
    touch(tmp_path / "in", "b.jpg", "a.PNG", "text.txt", "sub/deep/c.tif", ".hidden.jpg", ".git/d.jpg")
    assert places([tmp_path / "in"], tmp_path / "out") == ["a", "b", "sub/deep/c"]


def test_results_of_an_earlier_run_are_no_photos(tmp_path: Path) -> None:
    touch(tmp_path, "a.jpg", "out/a--style.jpg", "outside/b.jpg")
    assert places([tmp_path], tmp_path / "out") == ["a", "outside/b"]


def test_a_photo_named_twice_is_taken_once(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.jpg")
    (tmp_path / "link.jpg").symlink_to(tmp_path / "in" / "a.jpg")
    sources = [tmp_path / "in" / "a.jpg", tmp_path / "in", tmp_path / "link.jpg"]
    assert places(sources, tmp_path / "out") == ["a"]


def test_photos_of_one_name_are_told_apart(tmp_path: Path) -> None:
    touch(tmp_path, "one/x.jpg", "two/x.jpg", "one/y.jpg", "one/y.png")
    sources = [tmp_path / "one" / "x.jpg", tmp_path / "two" / "x.jpg"]
    assert places(sources, tmp_path / "out") == ["one-x", "two-x"]
    assert places([tmp_path / "one"], tmp_path / "out") == ["x", "y-jpg", "y-png"]


def test_their_names_do_not_depend_on_their_order(tmp_path: Path) -> None:
    touch(tmp_path, "one/x.jpg", "two/x.jpg", "two/z/x.jpg")
    sources = [tmp_path / "one" / "x.jpg", tmp_path / "two"]
    there = {photo.path: photo.place for photo in find_photos(sources, tmp_path / "out")}
    back = {photo.path: photo.place for photo in find_photos(sources[::-1], tmp_path / "out")}
    assert there == back and len(set(there.values())) == 3


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BatchError, match="There is no file or folder"):
        find_photos([tmp_path / "gone.jpg"], tmp_path / "out")
    with pytest.raises(BatchError, match="There is no picture in the folder"):
        find_photos([tmp_path / "empty"], tmp_path / "out")


def test_the_folder_of_the_photos_is_none_for_the_results(tmp_path: Path) -> None:
    touch(tmp_path, "in/a.jpg")
    with pytest.raises(BatchError, match=r"take another one for the results, such as .*painted"):
        find_photos([tmp_path / "in"], tmp_path / "in")


# Chance


def test_chances_are_even() -> None:
    draws = [chance(3, "photo", str(index)) for index in range(4000)]
    assert min(draws) >= 0 and max(draws) < 1
    for tenth in range(10):
        assert 320 < sum(tenth <= 10 * draw < tenth + 1 for draw in draws) < 480


def test_drawn_styles_differ_and_come_back_with_the_seed() -> None:
    pool = [(str(index), index) for index in range(20)]
    first = draw_styles(pool, 6, 1, "photo")
    assert len(set(first)) == 6
    assert draw_styles(pool[::-1], 6, 1, "photo") == first
    assert draw_styles(pool, 6, 2, "photo") != first
    assert draw_styles(pool, 6, 1, "other photo") != first


def test_a_new_style_changes_a_draw_only_where_it_is_drawn() -> None:
    pool = [(str(index), index) for index in range(20)]
    changed = 0
    for photo in map(str, range(200)):
        before, now = draw_styles(pool, 4, 1, photo), draw_styles([*pool, ("new", 99)], 4, 1, photo)
        assert now == before or set(now) - {99} < set(before)
        changed += now != before
    assert 15 < changed < 70  # four of 21


def test_more_styles_than_there_are_cannot_be_drawn() -> None:
    with pytest.raises(BatchError, match="3 different styles cannot be drawn from 2"):
        draw_styles([("a", 0), ("b", 1)], 3, 1, "photo")


def test_drawn_values_fill_their_range() -> None:
    values = [draw_value(Range(40, 90), 1, "photo", str(index), "strength") for index in range(500)]
    assert min(values) < 42 and max(values) > 88
    assert all(40 <= value <= 90 and value == round(value, 1) for value in values)
    assert draw_value(Range(0.25, 0.25), 1, "p", "s", "x") == 0.25


# The plan


def wish(photo_count: int = 3, style_count: int = 5, **changes: object) -> Wish:
    photos = [Photo(Path(f"p{index}.jpg"), f"p{index}") for index in range(photo_count)]
    styles = [StyleChoice(f"s{index}", Path(f"s{index}/image.png"), f"Style {index}") for index in range(style_count)]
    asked: dict[str, object] = {"photos": photos, "styles": styles, "engine": "instant", "params": {"size_px": 64}}
    return Wish(**{**asked, **changes})  # type: ignore[arg-type]


def test_every_photo_in_every_style_those_of_a_photo_together() -> None:
    outputs = [job.output for job in make_plan(wish(2, 2, suffix=".png"))]
    assert outputs == ["p0--s0.png", "p0--s1.png", "p1--s0.png", "p1--s1.png"]


def test_no_two_results_share_a_name() -> None:
    photos = [Photo(Path(name), name) for name in ("a", "a--b", "a-", "a--b--c", "sub/a")]
    styles = [StyleChoice(word, Path(word)) for word in ("b", "b--c", "B.png", "x/b.jpg", "y/b.jpg", "-b", "c")]
    outputs = [job.output.casefold() for job in make_plan(wish(photos=photos, styles=styles))]
    assert len(set(outputs)) == len(outputs) == 35


def test_a_plan_with_chance_is_the_same_again() -> None:
    asked = wish(random=2, seed=5, ranges={"strength": Range(40, 90)})
    plan = make_plan(asked)
    assert plan == make_plan(asked)
    assert len(plan) == 6
    assert all(job.drawn == ("strength",) and 40 <= job.params["strength"] <= 90 for job in plan)
    assert len({job.params["strength"] for job in plan}) > 1
    assert plan != make_plan(wish(random=2, seed=6, ranges={"strength": Range(40, 90)}))


def test_one_photo_more_changes_nothing_for_the_others() -> None:
    few, many = (make_plan(wish(count, random=2, ranges={"strength": Range(0, 100)})) for count in (2, 3))
    assert many[: len(few)] == few
