"""One style, and the card (`style.json`) that describes it on disk."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

CARD_NAME = "style.json"
IMAGE_STEM = "image"
OWN_COLLECTION = "My styles"

HexColour = Annotated[str, Field(pattern=r"^#[0-9a-fA-F]{6}$")]


@dataclass(frozen=True)
class Style:
    """A style picture with its card. `path` is the picture; `palette` holds its main colours as "#rrggbb".

    `added` is when an own style came in, in seconds since 1970, and 0 for the built-in ones.
    """

    id: str
    title: str
    collection: str
    path: Path
    tags: tuple[str, ...] = ()
    credit: str = ""
    licence: str = ""
    builtin: bool = False
    palette: tuple[str, ...] = ()
    added: float = 0.0

    def matches(self, text: str) -> bool:
        """Whether every word of `text` begins or is inside a word of title, tags or collection.

        Case and accents make no difference; an empty text matches.
        """
        own = folded(" ".join((self.title, self.collection, *self.tags)))
        return all(word in own for word in folded(text).split())


class StyleCard(BaseModel):
    """What `style.json` holds. Keys of a newer version are carried along untouched."""

    model_config = ConfigDict(frozen=True, extra="allow")

    title: Annotated[str, Field(min_length=1)]
    collection: str = OWN_COLLECTION
    tags: tuple[str, ...] = ()
    credit: str = ""
    licence: str = ""
    palette: tuple[HexColour, ...] = ()
    added: float = 0.0


def read_style(folder: Path, *, builtin: bool) -> Style:
    """Read the style in `folder`; its id is the folder's name. Raises OSError or ValueError if there is none."""
    card = StyleCard.model_validate_json((folder / CARD_NAME).read_bytes())
    pictures = sorted(path for path in folder.iterdir() if path.stem == IMAGE_STEM and path.is_file())
    if not pictures:
        raise FileNotFoundError(f"no {IMAGE_STEM} file in {folder}")
    return Style(
        id=folder.name,
        title=card.title,
        collection=card.collection,
        path=pictures[0],
        tags=card.tags,
        credit=card.credit,
        licence=card.licence,
        builtin=builtin,
        palette=card.palette,
        added=card.added,
    )


def title_from(name: str) -> str:
    """A title made of a file name: "starry_night-02.JPG" becomes "Starry night 02"."""
    words = Path(name).stem.replace("_", " ").replace("-", " ").split()
    title = " ".join(words).encode(errors="replace").decode()  # a name on disk need not be text
    return title[:1].upper() + title[1:]


def folded(text: str) -> str:
    """`text` without case and accents, for comparing as a person does."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
