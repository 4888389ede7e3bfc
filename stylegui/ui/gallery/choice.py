"""Which styles the artist has chosen, in the order of choosing."""

from __future__ import annotations

from collections.abc import Iterable

BLEND_LIMIT = 4


class StyleChoice:
    """One style, or up to four that are blended. Holds ids; the first is the one chosen first."""

    def __init__(self) -> None:
        self._ids: list[str] = []

    @property
    def ids(self) -> list[str]:
        """The chosen ids, as a list of its own."""
        return list(self._ids)

    def position(self, style_id: str) -> int:
        """The place of a style in the blend, from 1, or 0 if it is not chosen."""
        return self._ids.index(style_id) + 1 if style_id in self._ids else 0

    def replace(self, ids: Iterable[str]) -> bool:
        """Choose exactly these, up to the limit. Says whether anything changed."""
        wanted = list(dict.fromkeys(ids))[:BLEND_LIMIT]
        changed = wanted != self._ids
        self._ids = wanted
        return changed

    def add(self, style_id: str) -> bool:
        """Add a style to the blend. False if it is in it already or the blend is full."""
        if style_id in self._ids or self.is_full:
            return False
        self._ids.append(style_id)
        return True

    def remove(self, style_id: str) -> bool:
        """Take a style out of the blend. False if it is not in it."""
        if style_id not in self._ids:
            return False
        self._ids.remove(style_id)
        return True

    @property
    def is_full(self) -> bool:
        """Whether no further style can be added."""
        return len(self._ids) >= BLEND_LIMIT
