"""The photos opened last, for the menu. No Qt."""

from __future__ import annotations

import json
import logging
from pathlib import Path

from stylegui.files import replacing

LIMIT = 10

log = logging.getLogger(__name__)


class RecentFiles:
    """Paths, newest first, kept as JSON. A file that cannot be read or written only shortens the memory."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._paths: list[str] = []
        try:
            known = json.loads(store.read_bytes())
        except (OSError, ValueError):
            known = []
        if isinstance(known, list):
            self._paths = [path for path in known if isinstance(path, str)][:LIMIT]

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files that are still there."""
        return tuple(path for path in map(Path, self._paths) if path.is_file())

    def add(self, path: Path) -> None:
        """Put a file first."""
        text = str(path.absolute())
        if text.encode(errors="replace").decode() != text:
            return  # a name that is not text cannot be kept in JSON
        self._paths = [text, *(known for known in self._paths if known != text)][:LIMIT]
        self._save()

    def clear(self) -> None:
        self._paths = []
        self._save()

    def _save(self) -> None:
        try:
            self._store.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._store) as file:
                file.write(json.dumps(self._paths, ensure_ascii=False, indent=1).encode())
        except OSError as error:
            log.warning("the recent photos could not be saved: %s", error.strerror)
