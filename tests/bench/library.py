"""The library with 10 000 styles: how long it takes to open, to search and to change, and what memory it needs.

On a temporary home. Each time is told by the clock (median and worst) and as what the thread itself has computed, which
a busy machine changes less (worst); the last column is the target. `tests.bench.gallery` measures the panel itself.

    .venv/bin/python -m tests.bench.library [--styles 10000]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from stylegui.library import ALL, FAVOURITES, MISSING, OWN, RECENT, Order, StyleEdit, StyleLibrary
from stylegui.library.records import chunks
from stylegui.paths import Paths
from tests.bench.common import ROOT, machine, table
from tests.bench.many_styles import make_home

REPEATS = 5
LINKED = 1000
ADDED = 50
TILES = 60

_TEXTS = (
    *("s", "se", "sea", "sea night", "q", "harbour", "arbou", "ight", "1888", "18", "xyzzy", "kralj", "étude", "paper"),
    *("blue garden oil", "ada moreau", "a b c", "the", '"', "rain*", "e", "in", "on"),
)
QUERIES = (
    *(("", name) for name in (ALL, OWN, FAVOURITES, RECENT, MISSING, "Travels", "Impasto")),
    *((text, ALL) for text in _TEXTS),
    *(("night", "Winter"), ("s", "Museum"), ("gold", FAVOURITES)),
)

Times = tuple[float, float]
"""Seconds by the clock, and of the thread."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--styles", type=int, default=10_000)
    parser.add_argument("--open", type=Path, metavar="HOME", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.open is not None:
        measure_open(arguments.open)
        return
    with tempfile.TemporaryDirectory() as folder:
        rows = measure(Path(folder), arguments.styles)
    print(machine())
    print(table(["what", "median", "worst", "computed", "target"], rows))


def measure(folder: Path, count: int) -> list[list[object]]:
    home = folder / "home"
    start = time.perf_counter()
    library = make_home(home, count)
    print(f"{count} styles made and taken over at the first start in {time.perf_counter() - start:.0f} s", flush=True)
    make_pictures(folder / "Pictures", LINKED)
    watched = library.folders.watch(folder / "Pictures")
    pictures = [noise(10**6 + number, folder / "own" / f"{number}.png") for number in range(ADDED)]
    rows: list[list[object]] = [
        [f"scan a new folder of {LINKED} pictures", *figures([once(partial(library.folders.scan, watched))]), ""],
        ["scan it again, nothing changed", *figures([once(partial(library.folders.scan, watched))]), ""],
        ["add a picture", *figures([once(partial(library.add, picture)) for picture in pictures]), ""],
    ]
    styles = len(library.search())
    rows.append([f"start with {styles} styles, until {TILES} are there", *figures(opened(home)), "300 ms"])
    rows += measure_searches(library)
    rows += measure_tiles(library)
    database = home / "data" / "library.sqlite"
    print(f"the database file has {database.stat().st_size / 2**20:.1f} MB")
    return rows


def measure_searches(library: StyleLibrary) -> list[list[object]]:
    times = [timed(partial(library.search, text, name)) for text, name in QUERIES]
    slowest = QUERIES[times.index(max(times))]
    orders = [timed(partial(library.search, order=order)) for order in Order]
    return [
        [f"search, {len(QUERIES)} queries (slowest: {slowest[0] or slowest[1]!r})", *figures(times), "30 ms"],
        ["all styles, in each order", *figures(orders), "30 ms"],
        ["collections with their counts", *figures([timed(library.collections)]), "30 ms"],
        ["counts", *figures([timed(library.counts)]), "30 ms"],
    ]


def measure_tiles(library: StyleLibrary) -> list[list[object]]:
    ids = library.search()
    views = [ids[place : place + TILES] for place in range(0, len(ids), 499)]
    cold = [once(partial(library.fetch, view)) for view in views]
    warm = [timed(partial(library.fetch, view)) for view in views]
    checks = [timed(partial(library.check, view)) for view in views]
    marks = [once(partial(library.set_favourite, style_id, True)) for style_id in ids[50:100]]
    tags = once(partial(library.edit, ids[:500], StyleEdit(add_tags=("chosen",))))
    styles = library.fetch(ids[-ADDED:])
    made = [once(partial(library.make_thumbnail, style, 256)) for style in styles]
    found = [once(partial(library.make_thumbnail, style, 256)) for style in styles]
    return [
        [f"fetch {TILES} tiles, not in memory", *figures(cold), "16 ms"],
        [f"fetch {TILES} tiles, in memory", *figures(warm), "16 ms"],
        [f"look whether {TILES} pictures are there", *figures(checks), "16 ms"],
        ["mark a favourite", *figures(marks), "16 ms"],
        ["add a tag to 500 styles", *figures([tags]), ""],
        ["make a thumbnail", *figures(made), ""],
        ["find a thumbnail that is there", *figures(found), ""],
    ]


def make_pictures(folder: Path, count: int) -> None:
    """Small files whose bytes all differ, in folders of 500."""
    image = noise(0, folder.parent / "first.png").read_bytes()
    for numbers in chunks(range(count), 500):
        place = folder / f"{numbers[0] // 500:03d}"
        place.mkdir(parents=True)
        for number in numbers:
            # What follows the end of a PNG is nobody's concern, and makes it another file.
            (place / f"{number}.png").write_bytes(image + number.to_bytes(4, "big"))


def noise(seed: int, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    Image.fromarray(coarse).resize((320, 240), Image.Resampling.BICUBIC).save(path, compress_level=1)
    return path


def opened(home: Path) -> list[Times]:
    """The start of the library in processes of their own."""
    words = [sys.executable, "-m", "tests.bench.library", "--open", str(home)]
    times, memory = [], 0.0
    for _ in range(REPEATS):
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True)
        clock, thread, grown = (float(word) for word in done.stdout.split())
        times.append((clock, thread))
        memory = max(memory, grown)
    print(f"a process that opens the library and fetches every style grows by {memory:.1f} MB (target: 100 MB)")
    return times


def measure_open(home: Path) -> None:
    """Prints the seconds that opening takes, and by how many MB memory has grown after fetching every style."""
    before = resident_mb()
    held: list[StyleLibrary] = []

    def work() -> None:
        held.append(StyleLibrary(Paths.below(home), home / "builtin"))
        assert len(held[0].fetch(held[0].search()[:TILES])) == TILES

    times = once(work)
    everything = held[0].styles()
    assert len(everything) > TILES
    print(*times, resident_mb() - before)


def resident_mb() -> float:
    """What this process holds in memory; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def once(work: Callable[[], object]) -> Times:
    clock, thread = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - clock, time.thread_time() - thread


def timed(work: Callable[[], object]) -> Times:
    """The medians of a few runs."""
    runs = [once(work) for _ in range(REPEATS)]
    return statistics.median(run[0] for run in runs), statistics.median(run[1] for run in runs)


def figures(times: list[Times]) -> tuple[str, str, str]:
    """Median and worst by the clock, and the worst of the thread."""
    clock = [1000 * each for each, _ in times]
    return (
        f"{statistics.median(clock):.2f} ms",
        f"{max(clock):.2f} ms",
        f"{1000 * max(each for _, each in times):.2f} ms",
    )


if __name__ == "__main__":
    main()
