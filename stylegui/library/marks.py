"""Which styles are favourites and which were used last: a small file beside the user's own styles."""

from __future__ import annotations

import logging
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from stylegui.files import replacing

RECENT_LIMIT = 24

_log = logging.getLogger(__name__)


class _Marks(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")

    favourites: tuple[str, ...] = ()
    recent: tuple[str, ...] = ()


class StyleMarks:
    """Favourites and recently used styles, by id. Kept in one JSON file; each change is written at once and atomically.

    Ids of styles that are gone stay, so that a restored style is still a favourite. A file that cannot be read is
    put aside as `<name>.broken`, and the marks start empty.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._marks = self._load()

    @property
    def favourites(self) -> frozenset[str]:
        """The ids of all favourites."""
        return frozenset(self._marks.favourites)

    @property
    def recent(self) -> tuple[str, ...]:
        """The ids of the styles used last, newest first."""
        return self._marks.recent

    def set_favourite(self, style_id: str, favourite: bool) -> None:
        """Mark or unmark one style. Raises OSError if this cannot be written."""
        others = tuple(known for known in self._marks.favourites if known != style_id)
        self._write(favourites=(*others, style_id) if favourite else others)

    def record_use(self, style_id: str) -> None:
        """Put one style first among the recent ones. Raises OSError if this cannot be written."""
        others = (known for known in self._marks.recent if known != style_id)
        self._write(recent=(style_id, *others)[:RECENT_LIMIT])

    def _write(self, **changed: tuple[str, ...]) -> None:
        marks = self._marks.model_copy(update=changed)
        if marks == self._marks:
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(self._file) as file:
            file.write(marks.model_dump_json(indent=1).encode())
        self._marks = marks

    def _load(self) -> _Marks:
        try:
            return _Marks.model_validate_json(self._file.read_bytes())
        except FileNotFoundError:
            return _Marks()
        except (OSError, ValidationError) as error:
            _log.warning(
                "The favourites in %s could not be read and start empty: %s",
                self._file,
                error,
            )
            with suppress(OSError):
                self._file.replace(self._file.with_name(self._file.name + ".broken"))
            return _Marks()
