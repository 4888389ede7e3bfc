"""Pictures of a recipe are found by what they show."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from stylegui.engine.images import Picture, SaveOptions, load_picture, save_picture
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.project.finding import Places, Whereabouts, find_all, find_style, first_showing
from stylegui.project.recipes import Known, KnownStyle, parse_recipe


def picture(seed: int, size: tuple[int, int] = (48, 32)) -> Picture:
    return Picture(np.random.default_rng(seed).integers(0, 256, (size[1], size[0], 3), np.uint8))


def put(path: Path, seed: int, size: tuple[int, int] = (48, 32)) -> Known:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_picture(picture(seed, size), path, SaveOptions())
    return Known(load_picture(path).digest, size, path.name)


def nothing(_digest: str) -> Picture | None:
    return None


def test_a_photo_that_was_renamed_is_found_in_its_folder(tmp_path: Path) -> None:
    wanted = put(tmp_path / "harbour.png", 1)
    put(tmp_path / "a.png", 2)
    put(tmp_path / "b.png", 1, (32, 32))
    (tmp_path / "c.png").write_bytes(b"no picture")
    (tmp_path / "harbour.png").rename(tmp_path / "z.png")
    found = Places(nothing, folders=[tmp_path / "gone", tmp_path]).find(wanted)
    assert found is not None and found.source == str(tmp_path / "z.png")


def test_another_picture_of_that_name_is_not_taken_for_it(tmp_path: Path) -> None:
    wanted = put(tmp_path / "harbour.png", 1)
    put(tmp_path / "harbour.png", 2)
    assert Places(nothing, folders=[tmp_path]).find(wanted) is None
    assert Places(nothing, folders=[tmp_path]).find(Known("", (48, 32), "harbour.png")) is None


def test_what_the_document_has_needs_no_file(tmp_path: Path) -> None:
    here = picture(1)
    assert Places({here.digest: here}.get).find(Known(here.digest)) is here


def test_files_are_looked_into_before_folders(tmp_path: Path) -> None:
    wanted = put(tmp_path / "one" / "x.png", 1)
    put(tmp_path / "two" / "y.png", 1)
    found = Places(nothing, files=[tmp_path / "two" / "y.png"], folders=[tmp_path / "one"]).find(wanted)
    assert found is not None
    assert Path(found.source).name in ("x.png", "y.png")


@pytest.mark.parametrize("name", ["../secret.png", "/etc/passwd", "a/b.png"])
def test_a_name_that_leads_out_of_the_folder_is_not_followed(tmp_path: Path, name: str) -> None:
    wanted = put(tmp_path / "secret.png", 1)
    (tmp_path / "in").mkdir()
    assert Places(nothing, folders=[tmp_path / "in"]).find(replace(wanted, name=name)) is None


def test_a_photo_that_lies_on_its_side_in_its_file(tmp_path: Path) -> None:
    wanted = put(tmp_path / "x.png", 1)
    turned = replace(wanted, size=(32, 48))
    assert first_showing(turned, [tmp_path / "x.png"]) is not None
    assert first_showing(replace(wanted, size=(48, 33)), [tmp_path / "x.png"]) is None


@pytest.fixture
def library(tmp_path: Path) -> StyleLibrary:
    for seed, name in enumerate(("coral", "night")):
        put(tmp_path / "builtin" / name / "image.png", seed)
        (tmp_path / "builtin" / name / "style.json").write_text('{"title": "' + name.capitalize() + '"}')
    return StyleLibrary(Paths.below(tmp_path / "home"), tmp_path / "builtin")


def wanted_style(seed: int, title: str = "", style_id: str = "") -> KnownStyle:
    return KnownStyle(title, 2.0, Known(picture(seed).digest, (48, 32), "image.png"), style_id)


def test_a_style_is_known_by_what_it_shows_then_by_id_then_by_title(library: StyleLibrary, tmp_path: Path) -> None:
    places = Places(nothing)
    own = library.add(_saved(tmp_path / "own.png", 7), "Waves").style
    by_content = find_style(wanted_style(7, "Called otherwise", "coral"), places, library)
    assert by_content is not None and by_content.id == own.id
    assert (by_content.input.weight, by_content.input.name) == (2.0, "Waves")
    by_id = find_style(wanted_style(0, "Old title", "coral"), places, library)
    assert by_id is not None and by_id.id == "coral"
    by_title = find_style(wanted_style(1, "Night"), places, library)
    assert by_title is not None and by_title.id == "night"
    assert find_style(wanted_style(9, "Nowhere", "gone"), places, library) is None


def test_a_style_whose_picture_has_changed_is_told(library: StyleLibrary, tmp_path: Path) -> None:
    recipe = parse_recipe(
        {
            "engine": "paint",
            "styles": [
                {"title": "Coral", "sha256": "0" * 64, "width": 48, "height": 32, "id": "coral"},
                {"title": "Night", "sha256": picture(1).digest, "width": 48, "height": 32},
                {"title": "Nowhere", "sha256": "1" * 64},
            ],
        }
    )
    found = find_all(recipe, Places(nothing), library)
    assert [choice.id for choice in found.styles] == ["coral", "night"]
    assert (found.changed, found.missing) == (("Coral",), ("Nowhere",))
    assert found.photo is None and found.start is None


def test_a_style_that_is_not_in_the_gallery_may_lie_beside(library: StyleLibrary, tmp_path: Path) -> None:
    put(tmp_path / "beside" / "style.png", 9)
    found = find_style(wanted_style(9, "Loose"), Places(nothing, folders=[tmp_path / "beside"]), library)
    assert found is not None and (found.id, found.input.name) == ("", "Loose")


def test_where_photos_lie_is_remembered_and_the_oldest_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Whereabouts, "LIMIT", 2)
    store = tmp_path / "state" / "photos.json"
    known = Whereabouts(store)
    for digest in ("a", "b", "c"):
        known.remember(digest, tmp_path / f"{digest}.png")
    known.remember("", tmp_path / "nameless.png")
    again = Whereabouts(store)
    assert [again.path(digest) for digest in ("a", "b", "c", "")] == [
        None,
        tmp_path / "b.png",
        tmp_path / "c.png",
        None,
    ]
    store.write_text("[broken")
    assert Whereabouts(store).path("b") is None


def _saved(path: Path, seed: int) -> Path:
    put(path, seed)
    return path
