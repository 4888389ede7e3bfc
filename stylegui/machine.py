"""What computer this is, as far as the speed of a computation depends on it."""

from __future__ import annotations

import ctypes
import functools
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path


def usable_cores() -> int:
    """Processor cores that this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@functools.cache
def processor_name() -> str:
    """The processor's name as its maker gives it, where the system tells; its architecture at least."""
    try:
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    except OSError:
        pass
    return f"{platform.machine()} {platform.processor()}".strip()


def give_back_memory() -> None:
    """Return to the system what was freed but is still held for later.

    The C library of Linux keeps freed pieces of a computation in the process: 90 MB of an idle window's 230 were that.
    Other systems give it back by themselves.
    """
    if sys.platform == "linux":
        with suppress(AttributeError, OSError):  # another C library than GNU's
            ctypes.CDLL(None).malloc_trim(0)
