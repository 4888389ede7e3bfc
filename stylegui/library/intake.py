"""A picture on its way into the library: its bytes, its pixels, and the names that follow from both."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from stylegui.engine.imageio.source import display_name, read_file
from stylegui.engine.images import decode_picture
from stylegui.library.card import StyleCard
from stylegui.library.identity import look_of
from stylegui.library.palette import main_colours
from stylegui.library.records import FileState
from stylegui.library.style import OWN_COLLECTION, title_from
from stylegui.library.text import clean

LOOK_PX = 256


@dataclass
class Incoming:
    """A picture file's content. `name` is what it is called in messages and becomes its title.

    `style_id`, `content_digest`, `look`, `palette` and `size` are there once it was decoded.
    """

    content: bytes
    name: str
    shown_name: str
    state: FileState
    content_digest: str = ""
    look: bytes = b""
    palette: tuple[str, ...] = ()
    size: tuple[int, int] = (0, 0)

    @property
    def style_id(self) -> str:
        """The id follows from the pixels: the same picture in another file format has the same one."""
        return f"own-{self.content_digest[:16]}"

    def decode(self) -> None:
        """Look at the pixels. Takes a while. Raises PictureError."""
        picture = decode_picture(self.content, self.shown_name)
        self.content_digest = picture.digest
        self.size = picture.size
        small = picture.resized(LOOK_PX, allow_up=False).to_uint8()
        self.look = look_of(Image.fromarray(small))
        self.palette = main_colours(picture.to_uint8())

    def card(self, given: StyleCard | None, collection: str | None) -> StyleCard:
        """The card to be stored: what was given, completed. It is in "My styles" if it is in no collection."""
        card = given or StyleCard(title=self.name)
        collections = ((collection,) if collection else ()) or card.all_collections or (OWN_COLLECTION,)
        return card.model_copy(
            update={
                "title": clean(self.name) or OWN_COLLECTION,
                "collection": collections[0],
                "collections": collections,
                "palette": card.palette or self.palette,
                "added": card.added or time.time(),
                "size": self.size,
                "file": self.state.digest,
                "removed": 0.0,
                "path": "",
                "folder": "",
            }
        )


def read_incoming(source: Path | str | bytes, title: str) -> Incoming:
    """The picture in a file, or in a file's content. Raises PictureError where it cannot be read."""
    if isinstance(source, bytes):
        name = clean(title) or "Pasted picture"
        content, shown = source, name
    else:
        path = Path(source)
        name = clean(title) or title_from(path.name) or display_name(path)
        content, shown = read_file(path), display_name(path)
    digest = hashlib.sha256(content).hexdigest()
    return Incoming(content, name, shown, FileState(digest, 0, len(content)))
