"""Changing what is said about styles, and taking it back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from stylegui.library import FAVOURITES, LibraryError, Style, StyleEdit, StyleLibrary
from stylegui.paths import Paths
from tests.unit.library.pictures import save_painting


@pytest.fixture
def own(library: StyleLibrary, tmp_path: Path) -> list[Style]:
    return [library.add(save_painting(tmp_path / f"sea {seed}.png", seed)).style for seed in range(3)]


def states(library: StyleLibrary) -> dict[str, Style]:
    return {style.id: style for style in library.styles()}


def test_many_styles_are_changed_and_put_back_at_once(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, own: list[Style]
) -> None:
    before = states(library)
    ids = [style.id for style in own]
    library.edit(ids[:1], StyleEdit(tags=("old",), favourite=True))
    first = library.edit(
        ids,
        StyleEdit(
            artist="  Anna \n Ancher ",
            year="1890",
            source="https://example.org",
            licence="CC0",
            credit="museum",
            add_tags=("sea", "light", "sea"),
            add_collections=("Skagen",),
            rating=9,
        ),
    )
    assert [style.tags for style in first] == [("old",), (), ()]
    for style in library.fetch(ids):
        assert (style.artist, style.year, style.rating) == ("Anna Ancher", "1890", 5)
        assert style.collections == ("My styles", "Skagen")
    assert library.fetch(ids[:1])[0].tags == ("old", "sea", "light")
    assert library.search("ancher") == library.search("", "Skagen")
    assert states(StyleLibrary(paths, builtin_folder)) == states(library)
    again = library.put_back(first)
    assert library.fetch(ids) == list(first)
    assert library.search("ancher") == []
    library.put_back(again)
    assert library.get(ids[2]) == again[2]
    library.put_back(tuple(before[style_id] for style_id in ids))
    assert states(library) == before


def test_only_what_changed_is_given_back(library: StyleLibrary, own: list[Style]) -> None:
    library.set_rating(own[0].id, 3)
    changed = library.edit([own[0].id, own[1].id, own[1].id, "nobody"], StyleEdit(rating=3))
    assert [style.id for style in changed] == [own[1].id]
    assert library.edit([own[0].id], StyleEdit()) == ()


def test_a_card_says_what_the_database_says(library: StyleLibrary, own: list[Style]) -> None:
    library.edit([own[0].id], StyleEdit(title="Tide", favourite=True, rating=2, remove_collections=("My styles",)))
    card = json.loads((own[0].path.parent / "style.json").read_text())
    assert (card["title"], card["favourite"], card["rating"]) == ("Tide", True, 2)
    assert "collection" not in card
    style = library.get(own[0].id)
    assert style is not None and style.collections == ()


def test_built_in_styles_take_marks_and_further_collections_only(
    library: StyleLibrary, paths: Paths, builtin_folder: Path
) -> None:
    library.edit(
        ["night"], StyleEdit(rating=4, favourite=True, add_collections=("Mine",), remove_collections=("Impasto",))
    )
    night = StyleLibrary(paths, builtin_folder).get("night")
    assert night is not None
    assert (night.rating, night.favourite, night.collections) == (4, True, ("Impasto", "Mine"))
    assert library.search("", "Mine") == ["night"]
    with pytest.raises(LibraryError, match="“Étude de nuit” comes with the program and cannot be changed"):
        library.edit(["night"], StyleEdit(add_tags=("dark",)))


def test_all_or_none(library: StyleLibrary, own: list[Style], monkeypatch: pytest.MonkeyPatch) -> None:
    ids = [style.id for style in own]
    with pytest.raises(LibraryError, match="cannot be changed"):
        library.edit([*ids, "night"], StyleEdit(artist="Anna"))
    assert library.fetch(ids) == own
    written: list[Path] = []

    def failing(file: Path, card: object, **_options: object) -> None:
        written.append(file)
        if len(written) == 2:
            raise OSError(28, "No space left on device")

    cards = [(style.path.parent / "style.json").read_text() for style in own]
    with monkeypatch.context() as context:
        context.setattr("stylegui.library.shelf.write_card", failing)
        with pytest.raises(LibraryError, match="“Sea 1” could not be changed: the disk is full"):
            library.edit(ids, StyleEdit(favourite=True))
    assert library.search("", FAVOURITES) == []
    assert library.fetch(ids) == own
    assert [(style.path.parent / "style.json").read_text() for style in own] == cards
    assert written[2:] == [written[0], written[1]], "cards that were written are written back"


def test_texts_are_tidied(library: StyleLibrary, own: list[Style]) -> None:
    nasty = "gnp\u202e.exe\x00\x1b[31m\u2067 \ud800 " + "x" * 1000
    edit = StyleEdit(title=nasty, add_tags=("", " ", "a\nb"), add_collections=(":favourites", "::", " : Mine"))
    library.edit([own[0].id], edit)
    style = library.get(own[0].id)
    assert style is not None
    assert style.title.startswith("gnp.exe [31m xxx") and len(style.title) == 300
    assert style.tags == ("a b",)
    assert style.collections == ("My styles", "favourites", "Mine")
    for title in ("", "  ", "\u202e"):
        with pytest.raises(LibraryError, match="needs a title"):
            library.edit([own[0].id], StyleEdit(title=title))


def test_what_another_program_changed_is_not_written_over(
    library: StyleLibrary, paths: Paths, builtin_folder: Path, own: list[Style]
) -> None:
    other = StyleLibrary(paths, builtin_folder)
    assert library.get(own[0].id) == other.get(own[0].id)
    other.rename(own[0].id, "Renamed elsewhere")
    library.set_favourite(own[0].id, True)
    library.search()
    for each in (library, other):
        each.search()
        style = each.get(own[0].id)
        assert style is not None and (style.title, style.favourite) == ("Renamed elsewhere", True)
