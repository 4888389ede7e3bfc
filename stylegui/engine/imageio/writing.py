"""Files on their way to the disk: whole or not at all, and one sentence for whatever stands in the way."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from stylegui.engine.imageio.picture import PictureError
from stylegui.engine.imageio.source import display_name
from stylegui.files import replacing


def write_file(data: bytes, path: Path) -> None:
    """Write a file; on any failure an older one stays as it was. Raises OSError."""
    try:
        with replacing(path) as file:
            file.write(data)
    except (ValueError, RuntimeError) as error:  # no system takes the path: it holds a zero, or links in a circle
        raise OSError(errno.EINVAL, "its path is not valid") from error


def check_target(path: Path) -> None:
    """Refuse a hopeless target before the work of encoding. Raises PictureError."""
    name = display_name(path)
    if path.is_dir():
        raise PictureError(f"“{name}” cannot be saved: there is a folder of that name.")
    if not path.parent.is_dir():
        raise PictureError(f"“{name}” cannot be saved: the folder “{display_name(path.parent)}” does not exist.")
    if path.exists() and not os.access(path, os.W_OK):
        raise PictureError(f"“{name}” cannot be saved: there is a file of that name that may not be changed.")


def reason(error: OSError, path: Path) -> str:
    """Why a file could not be written, in one sentence."""
    name, folder = display_name(path), display_name(path.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return f"“{name}” cannot be saved: there is not enough space on the disk."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"“{name}” cannot be saved: the folder “{folder}” may not be written to."
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN):
        return f"“{name}” cannot be saved: the folder “{folder}” is gone, perhaps with its drive."
    return f"“{name}” cannot be saved: {error.strerror or 'the system reports an error'}."
