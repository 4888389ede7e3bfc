"""Finding styles by what somebody types."""

from __future__ import annotations

from pathlib import Path

import pytest

from stylegui.library import (
    ALL,
    FAVOURITES,
    MISSING,
    OWN,
    OWN_COLLECTION,
    RECENT,
    Collection,
    Order,
    StyleCard,
    StyleEdit,
    StyleLibrary,
)
from tests.unit.library.pictures import save_painting


def add(library: StyleLibrary, folder: Path, seed: int, title: str, **more: object) -> str:
    card = StyleCard.model_validate({"title": title, **more})
    return library.add(save_painting(folder / f"{seed}.png", seed), card=card).style.id


@pytest.fixture
def wave(library: StyleLibrary, tmp_path: Path) -> str:
    return add(
        library,
        tmp_path,
        1,
        "The Great Wave",
        artist="Hokusai",
        year="1831",
        tags=["sea", "storm"],
        collections=["Ukiyo-e", "Water"],
        source="https://example.org/wave",
    )


def test_every_field_that_a_person_would_type_is_found(library: StyleLibrary, wave: str) -> None:
    for text in ("wave", "hokusai", "1831", "storm", "ukiyo", "WATER great", "hok 18"):
        assert library.search(text) == [wave], text
    for text in ("example", "wave dunes", "tsunami"):
        assert library.search(text) == [], text


def test_words_are_found_at_their_beginning_and_long_ones_inside_too(library: StyleLibrary, wave: str) -> None:
    assert library.search("w") == [wave]
    assert library.search("wa") == [wave]
    assert library.search("av") == []
    assert library.search("ave") == [wave]
    assert library.search("ight") == ["discs"]


def test_words_that_begin_come_before_words_inside(library: StyleLibrary, tmp_path: Path) -> None:
    inside = add(library, tmp_path, 1, "Unsung hero")
    begins = add(library, tmp_path, 2, "Sunrise")
    later = add(library, tmp_path, 3, "Sung again")
    assert library.search("sun") == [later, begins, inside]


def test_accents_case_and_other_scripts(library: StyleLibrary, tmp_path: Path) -> None:
    street = add(library, tmp_path, 1, "Große Straße in Łódź", tags=["Früh"])
    japan = add(library, tmp_path, 2, "富嶽三十六景", artist="葛飾北斎")
    assert library.search("GROSSE strasse") == [street]
    assert library.search("fruh") == library.search("früh") == library.search("fru\u0308h") == [street]
    assert library.search("三十六") == [japan]
    assert library.search("富嶽") == library.search("富") == [japan]


@pytest.mark.parametrize(
    "text",
    [
        '"',
        '""" wave',
        "wave OR dunes",
        "wave AND",
        "NOT wave",
        "title:wave",
        "wave*",
        "^wave",
        "(wave",
        "NEAR(a b)",
        "-wave",
        "'; DROP TABLE styles; --",
        "%",
        "_",
        "\\",
        "\0",
        "wa\0ve",
        "\ud800",
        "words MATCH",
        "x" * 100_000,
        " ".join(["dun"] * 5000),
        "💥💥💥",
        "{col} : x",
        "+ + +",
    ],
)
def test_no_text_has_a_meaning_of_its_own(library: StyleLibrary, text: str) -> None:
    for collection in (ALL, FAVOURITES, "Impasto", text, ":folder:" + text):
        assert isinstance(library.search(text, collection), list)
    assert len(library.search()) == 3
    assert library.search(" ".join(["dun"] * 5000)) == ["dunes"]


def test_punctuation_is_part_of_words(library: StyleLibrary, tmp_path: Path) -> None:
    quoted = add(library, tmp_path, 1, 'The "blue" hour: 100% (draft)')
    for text in ('"blue"', "100%", "(draft)", "hour:"):
        assert library.search(text) == [quoted], text
    assert library.search("100_") == []


def test_orders(library: StyleLibrary, tmp_path: Path, wave: str) -> None:
    apples = add(library, tmp_path, 2, "Äpfel", artist="Anna")
    library.set_rating("night", 5)
    library.set_rating(wave, 3)
    assert library.search() == [apples, wave, "dunes", "night", "discs"]
    assert library.search(order=Order.TITLE) == [apples, "dunes", "night", wave, "discs"]
    assert library.search(order=Order.ARTIST)[:2] == [apples, wave]
    assert library.search(order=Order.NEWEST)[:2] == [apples, wave]
    assert library.search(order=Order.RATING)[:2] == ["night", wave]


def test_collections_and_their_counts(library: StyleLibrary, tmp_path: Path, wave: str) -> None:
    plain = add(library, tmp_path, 2, "Plain")
    assert library.collections() == [
        Collection(OWN_COLLECTION, 1, own=True),
        Collection("Ukiyo-e", 1, own=True),
        Collection("Water", 1, own=True),
        Collection("Impasto", 2, own=False),
        Collection("Modern", 1, own=False),
    ]
    assert library.search("", "Water") == library.search("hokusai", "Ukiyo-e") == [wave]
    library.set_favourite(wave, True)
    library.record_use("dunes")
    assert library.counts() == {ALL: 5, OWN: 2, FAVOURITES: 1, RECENT: 1, MISSING: 0}
    assert library.search("", OWN) == [plain, wave]
    library.edit(["dunes"], StyleEdit(add_collections=("Water",)))
    assert library.collections()[2] == Collection("Water", 2, own=True)
    library.remove([wave])
    assert library.search("", "Water") == ["dunes"]
    assert library.counts()[ALL] == 4


def test_the_24_styles_used_last_are_remembered(library: StyleLibrary, tmp_path: Path) -> None:
    ids = [add(library, tmp_path, seed, f"Number {seed}") for seed in range(26)]
    for style_id in [*ids, ids[5]]:
        library.record_use(style_id)
    expected = [ids[5], *(style_id for style_id in reversed(ids) if style_id != ids[5])][:24]
    assert library.search("", RECENT) == expected
    assert library.search("number 25", RECENT) == [ids[25]]
    assert library.counts()[RECENT] == 24


def test_fetch_keeps_the_order_and_leaves_out_strangers(library: StyleLibrary) -> None:
    assert [style.id for style in library.fetch(["night", "nobody", "dunes", "night"])] == ["night", "dunes", "night"]


def test_styles_are_found_by_their_exact_titles(library: StyleLibrary, wave: str, tmp_path: Path) -> None:
    night = library.get("night")
    assert night is not None
    add(library, tmp_path, 2, night.title)
    gone = add(library, tmp_path, 3, "Gone")
    library.remove([gone])
    found = library.titled(["The Great Wave", night.title, "Gone", "the great wave", "Nobody's"])
    assert found == {"The Great Wave": wave, night.title: "night"}, "the built-in one goes before its namesake"
