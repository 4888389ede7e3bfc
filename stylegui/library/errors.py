"""What can go wrong with the library, as sentences for the user."""

from __future__ import annotations

import errno
import sqlite3

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk is full",
    errno.EROFS: "the disk cannot be written",
}


class LibraryError(Exception):
    """A change to the library is not possible. Its text is one sentence for the user."""


def reason(error: Exception) -> str:
    """Why something could not be done, to be put behind a colon: no capital, no full stop."""
    if isinstance(error, OSError) and error.errno in _REASONS:
        return _REASONS[error.errno]
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    if isinstance(error, sqlite3.Error):
        return str(error) or "the library's database cannot be used"
    return "its card cannot be read" if isinstance(error, ValueError) else str(error)
