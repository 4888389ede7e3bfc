"""How many workers a machine takes, and how many threads each."""

from __future__ import annotations

GIB = 2**30

# A loaded program with torch takes 0.4 GB. Beyond that, measured with the networks that come with the program (and with
# VGG-19 for Paint, the hungriest): Instant 0.7 GB of tiles and 24 bytes a pixel, Paint 0.3 GB and 3 KB a pixel; a
# large photo with its copies 0.5 GB.
BASE_BYTES = int(0.9 * GIB)
ENGINE_BYTES = {"instant": (int(0.7 * GIB), 24), "paint": (int(0.3 * GIB), 3000)}
KEEP_FREE = 0.8
"""The share of the free memory that a batch may plan with."""


def bytes_each(engine: str, size_px: int) -> int:
    """Memory that a worker takes while it paints pictures of this long side, square ones at worst."""
    fixed, by_pixel = ENGINE_BYTES[engine]
    return BASE_BYTES + fixed + by_pixel * size_px**2


def default_workers(core_count: int, free_bytes: int, need_bytes: int, gpu: bool) -> int:
    """As many workers as cores and memory allow, one at least; one only for a GPU, whose memory they would share.

    One core each, since threads wait for each other and processes do not: 12 pictures of Instant at 512 px took two
    workers with a thread each 26 and 38 s, and one with two threads 47 and 60 s, on two cores that were busy besides.
    `free_bytes` is 0 where it cannot be told, which counts as little.
    """
    if gpu:
        return 1
    return max(1, min(core_count, int(free_bytes * KEEP_FREE) // need_bytes))


def threads_each(core_count: int, workers: int) -> int:
    """Threads of each of several workers."""
    return max(1, core_count // workers)
