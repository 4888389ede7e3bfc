"""The card (`style.json`) that describes a style on disk: the copy of the truth that survives the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from stylegui.files import replacing
from stylegui.library.style import Style
from stylegui.library.text import clean, clean_all

CARD_NAME = "style.json"

HexColour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


class StyleCard(BaseModel):
    """What `style.json` holds. Keys that are not known here (how a picture was painted) are carried along untouched.

    `collection` is the first of `collections`: cards of built-in styles and of older versions have only this one.
    `size` is (width, height) in pixels and `file` the sha256 of the picture's file. `path` and `folder` are there for
    a picture that stays in a watched folder, as file: addresses, since a path need not be text.
    """

    model_config = ConfigDict(frozen=True, extra="allow")

    title: Annotated[str, Field(min_length=1)]
    collection: str = ""
    collections: tuple[str, ...] = ()
    artist: str = ""
    year: str = ""
    source: str = ""
    licence: str = ""
    credit: str = ""
    tags: tuple[str, ...] = ()
    palette: tuple[HexColour, ...] = ()
    added: float = 0.0
    rating: Annotated[int, Field(ge=0, le=5)] = 0
    favourite: bool = False
    removed: float = 0.0
    size: tuple[int, int] = (0, 0)
    file: str = ""
    path: str = ""
    folder: str = ""

    @property
    def all_collections(self) -> tuple[str, ...]:
        """Its collections, tidied, whichever way they are written down."""
        return clean_all(self.collections or (self.collection,), names=True)

    def style(self, style_id: str, path: Path, *, builtin: bool = False, linked: bool = False) -> Style:
        """The style that this card describes, its texts tidied."""
        return Style(
            id=style_id,
            title=clean(self.title) or style_id,
            path=path,
            collections=self.all_collections,
            artist=clean(self.artist),
            year=clean(self.year),
            source=clean(self.source),
            licence=clean(self.licence),
            credit=clean(self.credit),
            tags=clean_all(self.tags),
            palette=self.palette,
            rating=self.rating,
            favourite=self.favourite,
            builtin=builtin,
            linked=linked,
            added=self.added,
            size=self.size,
        )

    def describing(self, style: Style) -> StyleCard:
        """This card with what `style` says now; other keys stay."""
        return self.model_copy(
            update={
                "title": style.title,
                "collection": style.collection,
                "collections": style.collections,
                "artist": style.artist,
                "year": style.year,
                "source": style.source,
                "licence": style.licence,
                "credit": style.credit,
                "tags": style.tags,
                "palette": style.palette,
                "added": style.added,
                "rating": style.rating,
                "favourite": style.favourite,
                "size": style.size if any(style.size) else self.size,
            }
        )


def read_card(file: Path) -> StyleCard:
    """The card in a file. Raises OSError, or ValueError (a ValidationError) if it is none."""
    return StyleCard.model_validate_json(file.read_bytes())


def read_card_or_new(file: Path, title: str) -> StyleCard:
    """The card in a file, or an empty one where there is none that can be read."""
    try:
        return read_card(file)
    except (OSError, ValidationError):
        return StyleCard(title=title)


def write_card(file: Path, card: StyleCard, *, durable: bool = True) -> None:
    """Write a card over the one that is there, or not at all. Raises OSError.

    Without `durable` it does not wait for the disk: for what the database holds as well.
    """
    with replacing(file, durable=durable) as stream:
        stream.write(card.model_dump_json(indent=1, exclude_defaults=True).encode())
