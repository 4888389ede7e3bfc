"""Writing files so that an interruption never costs what was there before."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """Open a new file that takes the place of `path` when the block ends without an error.

    The bytes go to a temporary file in the same folder, reach the disk, and are then renamed over `path`. On any error
    the old file stays as it was and the temporary one is removed. The folder must exist. Without `durable` nobody waits
    for the disk: quick for many files whose content is kept elsewhere too, and still whole if the program is killed.
    Raises OSError.
    """
    # A link is written through, as an editor does, instead of being replaced by a file.
    target = Path(os.path.realpath(path))
    temporary = target.with_name(f".stylegui-{secrets.token_hex(8)}.part")
    try:
        with temporary.open("xb") as file:
            yield file
            if durable:
                file.flush()
                os.fsync(file.fileno())
        with suppress(FileNotFoundError):
            temporary.chmod(target.stat().st_mode & 0o777)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    if durable:
        _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Have the rename itself reach the disk, where the system lets a folder be opened (Windows does not)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
