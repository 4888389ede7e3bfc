"""What goes wrong with projects, in words for the user. No Qt."""

from __future__ import annotations

import errno

from stylegui.engine.images import PictureError

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


class ProjectError(Exception):
    """A project could not be opened or saved; `str(error)` is one clear sentence with its name."""


class StoreError(PictureError):
    """A picture of the document could not be put aside or read back; `str(error)` is one clear sentence."""


def because(error: OSError, folder: str = "") -> str:
    """Why the system refused, as the end of a sentence without its full stop; `folder` is named where it helps."""
    if error.errno in _FULL:
        return "there is not enough space on the disk"
    if error.errno in _FORBIDDEN:
        return f"the folder “{folder}” may not be written to" if folder else "this place may not be written to"
    if error.errno == errno.ENOENT:
        return f"the folder “{folder}” is not there any more" if folder else "it is not there any more"
    return (error.strerror or "the system reports an error").lower()
