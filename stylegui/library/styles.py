"""All styles: finding, adding, describing, removing and bringing back."""

from __future__ import annotations

import logging
import sqlite3
import threading
import time
import weakref
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from stylegui.library import identity, records
from stylegui.library.card import StyleCard, read_card
from stylegui.library.catalogue import Catalogue
from stylegui.library.describing import describe
from stylegui.library.errors import LibraryError
from stylegui.library.folders import WatchedFolders
from stylegui.library.holdings import Holdings
from stylegui.library.intake import read_incoming
from stylegui.library.previews import Previews
from stylegui.library.search import ALL, Order, count_special
from stylegui.library.shelf import Shelf
from stylegui.library.style import OWN_COLLECTION, Style, StyleEdit
from stylegui.library.sync import OLD_MARKS, bring_up_to_date
from stylegui.library.text import clean
from stylegui.library.thumbnails import ThumbnailCache
from stylegui.paths import Paths
from stylegui.resources import resources_root

DATABASE_NAME = "library.sqlite"
FOLDERS_NAME = "folders.json"

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Collection:
    """A collection that holds at least one style. `own` says that no built-in style brought it."""

    name: str
    count: int
    own: bool


@dataclass(frozen=True)
class Located:
    """A style whose picture was found again, and all that was known of it before: for `unlocate`."""

    style: Style
    before: records.Record


@dataclass(frozen=True)
class Added:
    """What became of a picture: its style, and whether that is new or was there before.

    `similar` are other styles that are most probably the same picture in another size or encoding, the nearest first.
    """

    style: Style
    is_new: bool
    similar: tuple[Style, ...] = ()


class StyleLibrary:
    """The built-in styles, the artist's own (a folder each in `paths.styles`), and those of watched folders.

    What is known of them is in a database, and once more in a card beside each style, so that the database can be put
    together again. Methods may be called from
    any thread and from several programs at once; reading never waits for writing. Adding takes a while, and what
    changes something waits for the disk. Nothing is told to listeners: whoever changes the library also says so to
    those who show it.
    """

    def __init__(self, paths: Paths, builtin_folder: Path | None = None) -> None:
        """Open the library. `builtin_folder` takes the place of the program's own `resources/styles`."""
        self._shelf = Shelf(paths)
        self._lock = threading.RLock()
        # Holds nothing of this object, which would else live as long as its own finalizer.
        self._refill = partial(
            bring_up_to_date,
            shelf=self._shelf,
            builtin_folder=builtin_folder or resources_root() / "styles",
            old_marks=paths.data / OLD_MARKS,
        )
        self._catalogue = Catalogue(paths.data / DATABASE_NAME, self._refill)
        self._holdings = Holdings(self._catalogue, self._shelf)
        self._previews = Previews(self._catalogue, ThumbnailCache(paths.thumbnails))
        self.folders = WatchedFolders(self._catalogue, self._shelf, paths.data / FOLDERS_NAME)
        """The folders whose pictures are styles and stay where they are."""
        self._finalizer = weakref.finalize(self, self._catalogue.close)
        self._found: list[str] = []
        self.reload()

    @property
    def problems(self) -> list[str]:
        """What was found to be wrong, a sentence for the user each."""
        return [*self._catalogue.problems, *self._found]

    def close(self) -> None:
        """Let go of the database; the library cannot be used any more. What is forgotten to be closed closes itself."""
        self._finalizer()

    def reload(self) -> None:
        """Take over what changed on disk: styles that came, went, or came back."""
        with self._lock:
            self._catalogue.forget_cache()
            try:
                self._found = self._refill(self._catalogue)
            except LibraryError as error:
                self._found = [str(error)]

    # Finding

    def search(self, text: str = "", collection: str = ALL, order: Order = Order.GALLERY) -> list[str]:
        """The ids of a collection's styles that have all words of `text` in title, artist, year, tags or collections.

        `collection` is a name of `collections()`, or ALL, OWN, FAVOURITES, MISSING, or RECENT
        (used last comes first), or that of a watched folder.
        """
        return self._catalogue.search(text, collection, order)

    def get(self, style_id: str) -> Style | None:
        """The style of that id, or None. Quick: styles that were asked for lately are held in memory."""
        return self._catalogue.get(style_id)

    def fetch(self, ids: Sequence[str]) -> list[Style]:
        """The styles of these ids, in their order and with one look into the database; unknown ids are left out."""
        return self._catalogue.fetch(ids)

    def styles(self) -> list[Style]:
        """All styles, in the order of the gallery."""
        return self.fetch(self.search())

    def titled(self, titles: Iterable[str]) -> dict[str, str]:
        """The ids of the styles with exactly these titles, by title; unknown titles are left out."""
        return self._catalogue.ask(partial(records.titled, titles=list(titles)))

    def showing(self, digest: str) -> list[Style]:
        """The styles whose picture has this digest (`Picture.digest`), as far as they were ever decoded."""
        found = self._catalogue.ask(partial(records.with_content, digest=digest)) if digest else []
        return [record.style for record in found if not record.removed]

    def collections(self) -> list[Collection]:
        """All collections that hold a style: "My styles" first, then the artist's own, then the others, by name."""
        found = [
            Collection(name, count, not builtin) for name, count, builtin in self._catalogue.ask(records.collections)
        ]
        return sorted(found, key=lambda each: (each.name != OWN_COLLECTION, not each.own, each.name.casefold()))

    def counts(self) -> dict[str, int]:
        """How many styles there are in each of ALL, OWN, FAVOURITES, RECENT and MISSING."""
        return self._catalogue.ask(count_special)

    def is_favourite(self, style_id: str) -> bool:
        """Whether the artist marked this style."""
        style = self.get(style_id)
        return style is not None and style.favourite

    def card(self, style_id: str) -> StyleCard | None:
        """The card of a style as it is on disk, with all its keys (how the picture was painted), or None."""
        style = self.get(style_id)
        if style is None:
            return None
        file = style.path.with_name("style.json") if style.builtin else self._shelf.card_file(style)
        with suppress(OSError, ValueError):
            return read_card(file)
        return None

    # Changing

    def edit(self, ids: Iterable[str], change: StyleEdit) -> tuple[Style, ...]:
        """Change styles, all or none of them. The previous states of those that are not as they were: for `put_back`.

        Of a built-in style the rating, the favourite mark and further collections can be changed. Raises LibraryError.
        """
        if change.title is not None and not clean(change.title):
            raise LibraryError("A style needs a title.")

        def changed(style: Style) -> Style:
            if change.describes:
                _refuse_builtin(style, "renamed" if change.title is not None else "changed")
            return change.applied(style)

        return describe(self._catalogue, self._shelf, ids, changed)

    def put_back(self, previous: Iterable[Style]) -> tuple[Style, ...]:
        """Give styles back what `edit` changed. Their states before this, so that it can be undone as well."""
        wanted = {style.id: style for style in previous}
        return describe(self._catalogue, self._shelf, wanted, lambda now: _as_described(now, wanted[now.id]))

    def rename(self, style_id: str, title: str) -> Style:
        """Give a style another title. Raises LibraryError if it is built in or cannot be saved."""
        self.edit([style_id], StyleEdit(title=title))
        return self._there(style_id)

    def set_favourite(self, style_id: str, favourite: bool) -> None:
        """Mark or unmark a style. Raises LibraryError if this cannot be written."""
        self.edit([style_id], StyleEdit(favourite=favourite))

    def set_rating(self, style_id: str, rating: int) -> None:
        """Give a style 0 (none) to 5 stars. Raises LibraryError if this cannot be written."""
        self.edit([style_id], StyleEdit(rating=rating))

    def record_use(self, style_id: str) -> None:
        """Remember that a style was used just now. That this cannot be written is only logged."""
        try:
            self._catalogue.change(partial(_use, style_id=style_id), ids=())
        except LibraryError as error:
            _log.warning("The recently used styles could not be saved: %s", error)

    # Coming and going

    def add(
        self,
        source: Path | str | bytes,
        title: str = "",
        *,
        collection: str | None = None,
        card: StyleCard | None = None,
    ) -> Added:
        """Copy a picture, given as a file or as a file's content, into the library.

        The title is made of the file's name if none is given; `card` has more to say about the picture, and also keys
        of its own. The same picture again gives the style that is there. Raises PictureError if it is no picture that
        can be used, and LibraryError if it cannot be stored.
        """
        incoming = read_incoming(source, title or (card.title if card else ""))
        if (known := self._holdings.with_file(incoming)) is not None:
            return Added(known, is_new=False)
        incoming.decode()
        with self._lock:
            if (known := self._holdings.with_pixels(incoming)) is not None:
                return Added(known, is_new=False)
            similar = identity.alike(incoming.look, self._catalogue.ask(records.looks))
            style = self._holdings.store(incoming, incoming.card(card, collection))
        others = [style_id for style_id in similar if style_id != style.id]
        return Added(style, is_new=True, similar=tuple(self.fetch(others)))

    def remove(self, ids: Iterable[str]) -> None:
        """Move styles to the trash, from where `restore` brings them back for a month.

        A picture in a watched folder stays where it is. Raises LibraryError if a style is built in, unknown or cannot
        be moved; those before it are removed then.
        """
        with self._lock:
            wanted = list(dict.fromkeys(ids))
            for style_id in wanted:
                _refuse_builtin(self._there(style_id), "removed")
            self._holdings.empty_trash()
            for style_id in wanted:
                self._holdings.remove(self._there(style_id))

    def restore(self, ids: Iterable[str]) -> list[Style]:
        """Bring removed styles back. Raises LibraryError if one is no longer there."""
        wanted = list(dict.fromkeys(ids))
        with self._lock:
            for style_id in wanted:
                self._holdings.restore(style_id)
        return self.fetch(wanted)

    def locate(self, style_id: str, path: Path) -> Located:
        """Take a file for the picture of a style whose own is missing; everything else about the style stays.

        For a style of the artist's own the file is copied, for one of a watched folder it stays where it is. Raises
        PictureError if it is no picture, and LibraryError if the style is built in or nothing can be written.
        """
        with self._lock:
            style = self._there(style_id)
            _refuse_builtin(style, "changed")
            before = self._holdings.locate(style, path, self.folders.watched())
        return Located(self._there(style_id), before)

    def unlocate(self, located: Located) -> Style:
        """Take back what `locate` did: the style's picture is missing again, in the place where it was before.

        A copy that was made then goes to the trash. Raises LibraryError if this cannot be written.
        """
        with self._lock:
            self._holdings.unlocate(self._there(located.style.id), located.before)
        return self._there(located.style.id)

    def check(self, ids: Iterable[str]) -> list[str]:
        """Look whether the pictures of these styles are there. The ids of those of which that is no longer as it was.

        Asks the disk for each one, and does nothing else: made for the tiles that can be seen.
        """
        changed = [style for style in self.fetch(list(ids)) if style.path.is_file() == style.missing]
        if changed:
            states = [(not style.missing, style.id) for style in changed]
            sql = "UPDATE styles SET missing = ? WHERE id = ?"
            self._catalogue.change(lambda db: db.executemany(sql, states), [style.id for style in changed])
        return [style.id for style in changed]

    # Thumbnails

    def thumbnail_path(self, style: Style, size_px: int) -> Path:
        """Where the square thumbnail of a style is or will be. Raises OSError if nothing is known of its picture."""
        return self._previews.path(style, size_px)

    def make_thumbnail(self, style: Style, size_px: int) -> Path:
        """The thumbnail of a style as a JPEG file of at most `size_px` by `size_px`, made now where it is missing.

        It is also there for a picture that is gone, as long as the cache holds it. Takes a while: not for the window's
        thread. Raises PictureError or OSError.
        """
        return self._previews.make(style, size_px)

    def thumbnail(self, style: Style, size_px: int) -> bytes:
        """The content of the file that `make_thumbnail` makes, also where none can be written."""
        return self._previews.content(style, size_px)

    # Inside

    def _there(self, style_id: str) -> Style:
        style = self.get(style_id)
        if style is None:
            raise LibraryError("This style is no longer there.")
        return style


def _use(db: sqlite3.Connection, style_id: str) -> None:
    db.execute(
        "UPDATE styles SET used = max(?, (SELECT max(used) FROM styles) + 0.001) WHERE id = ?", (time.time(), style_id)
    )


def _as_described(now: Style, wanted: Style) -> Style:
    """`now` with what an edit of `wanted` may have changed."""
    return replace(wanted, path=now.path, missing=now.missing, palette=now.palette, size=now.size, added=now.added)


def _refuse_builtin(style: Style, done: str) -> None:
    if style.builtin:
        raise LibraryError(f"“{style.title}” comes with the program and cannot be {done}.")
