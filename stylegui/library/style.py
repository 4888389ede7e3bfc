"""One style as the gallery shows it, what can be changed about it, and how its texts are compared."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from stylegui.library.text import clean, clean_all, folded

OWN_COLLECTION = "My styles"
MAX_RATING = 5


@dataclass(frozen=True, slots=True)
class Style:
    """A style picture with what is known of it. `path` is the picture; `palette` holds its main colours as "#rrggbb".

    `source` is where the picture comes from, an address or a text. `rating` is 0 (none) to 5. `added` is when it came
    in, in seconds since 1970, and 0 for the built-in ones. `linked` says that the picture stays where the artist keeps
    it, in a watched folder, `missing` that the picture was not there when last looked for. `size` is (width, height)
    in pixels, or (0, 0) where nobody has looked yet.
    """

    id: str
    title: str
    path: Path
    collections: tuple[str, ...] = ()
    artist: str = ""
    year: str = ""
    source: str = ""
    licence: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    palette: tuple[str, ...] = ()
    rating: int = 0
    favourite: bool = False
    builtin: bool = False
    linked: bool = False
    missing: bool = False
    added: float = 0.0
    size: tuple[int, int] = (0, 0)

    @property
    def collection(self) -> str:
        """The first of its collections, or "" if it is in none."""
        return self.collections[0] if self.collections else ""

    @property
    def search_text(self) -> str:
        """What a search looks through: folded words, each with a space before it."""
        parts = (self.title, self.artist, self.year, *self.tags, *self.collections)
        return " " + " ".join(folded(" ".join(parts)).split())


@dataclass(frozen=True, kw_only=True)
class StyleEdit:
    """A change to one style or to many: None leaves a field as it is. Texts are tidied, the rating is kept in 0 to 5.

    `add_…` and `remove_…` change tags and collections that differ from style to style.
    """

    title: str | None = None
    artist: str | None = None
    year: str | None = None
    source: str | None = None
    licence: str | None = None
    credit: str | None = None
    tags: tuple[str, ...] | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    collections: tuple[str, ...] | None = None
    add_collections: tuple[str, ...] = ()
    remove_collections: tuple[str, ...] = ()
    rating: int | None = None
    favourite: bool | None = None

    @property
    def describes(self) -> bool:
        """Whether it changes what a style is, beyond the artist's own marks (rating, favourite, collections)."""
        texts = (self.title, self.artist, self.year, self.source, self.licence, self.credit, self.tags)
        return any(text is not None for text in texts) or bool(self.add_tags or self.remove_tags)

    def applied(self, style: Style) -> Style:
        """`style` as it is after this change. A built-in style stays in the collection that it came in."""
        tags = _members(style.tags if self.tags is None else self.tags, self.add_tags, self.remove_tags)
        collections = _members(
            style.collections if self.collections is None else self.collections,
            self.add_collections,
            self.remove_collections,
            names=True,
        )
        if style.builtin and style.collections:
            collections = (style.collection, *(name for name in collections if name != style.collection))
        return replace(
            style,
            title=_changed(style.title, self.title),
            artist=_changed(style.artist, self.artist),
            year=_changed(style.year, self.year),
            source=_changed(style.source, self.source),
            licence=_changed(style.licence, self.licence),
            credit=_changed(style.credit, self.credit),
            tags=tags,
            collections=collections,
            rating=style.rating if self.rating is None else max(0, min(MAX_RATING, self.rating)),
            favourite=style.favourite if self.favourite is None else self.favourite,
        )


def title_from(name: str) -> str:
    """A title made of a file name: "starry_night-02.JPG" becomes "Starry night 02"."""
    words = Path(name).stem.replace("_", " ").replace("-", " ").split()
    title = " ".join(words).encode(errors="replace").decode()  # a name on disk need not be text
    title = clean(unicodedata.normalize("NFC", title))
    return title[:1].upper() + title[1:]


def _changed(before: str, after: str | None) -> str:
    return before if after is None else clean(after)


def _members(
    before: tuple[str, ...], added: tuple[str, ...], removed: tuple[str, ...], *, names: bool = False
) -> tuple[str, ...]:
    gone = set(removed)
    return clean_all((*(each for each in before if each not in gone), *added), names=names)
