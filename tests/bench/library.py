"""A gallery of 10 000 styles: how long it takes to open and to search, and what memory it needs.

Makes a library in a temporary folder: most of the styles in a watched folder as links to a few hundred small pictures
whose descriptions all differ, some copied in, and the built-in ones. Prints a table; targets are in its last column.

    .venv/bin/python -m tests.bench.library [--styles 10000]
"""

from __future__ import annotations

import argparse
import itertools
import random
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

REPEATS = 5
THUMBNAILS = 200
OWN_STYLES = 200

ADJECTIVES = ("Quiet", "Blue", "Burning", "Late", "Hidden", "Golden", "Broken", "Northern", "Silver", "Distant")
NOUNS = ("Harbour", "Garden", "Night", "Market", "River", "Window", "Forest", "Bridge", "Portrait", "Winter", "Étude")
PLACES = ("Arles", "Kyoto", "Lisbon", "Skagen", "Łódź", "Marrakesh", "Delft", "Venice", "Giverny", "Quito", "Reykjavík")
FIRST_NAMES = ("Anna", "Vincent", "Berthe", "Paul", "Hilma")
LAST_NAMES = ("Vogel", "Ito", "Sørensen")
TAGS = ("sea", "sky", "swirl", "portrait", "night", "ink", "wash", "light", "figures", "city", "gold", "line", "rain")
COLLECTIONS = [f"Collection {letter}" for letter in "ABCDEFGHIJKLMNOP"]

_TEXTS = (
    *("s", "se", "sea", "sea night", "q", "harbour", "arbou", "ight", "1888", "18", "xyzzy", "łódź", "lodz", "etude"),
    *("blue garden kyoto", "anna vogel", "a b c", "the", '"', "rain*", "e", "in", "on"),
)
QUERIES = (
    *(("", name) for name in (ALL, OWN, FAVOURITES, RECENT, MISSING, COLLECTIONS[3], "Impasto")),
    *((text, ALL) for text in _TEXTS),
    *(("night", COLLECTIONS[5]), ("s", COLLECTIONS[0]), ("gold", FAVOURITES)),
)


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
    print(table(["what", "median", "worst", "target"], rows))


def measure(folder: Path, count: int) -> list[list[object]]:
    home = folder / "home"
    rows: list[list[object]] = []
    start = time.perf_counter()
    make_pictures(folder / "Pictures", count - OWN_STYLES)
    print(f"{count - OWN_STYLES} picture files made in {time.perf_counter() - start:.0f} s", flush=True)

    library = StyleLibrary(Paths.below(home))
    start = time.perf_counter()
    watched = library.folders.watch(folder / "Pictures")
    found = library.folders.scan(watched)
    rows.append([f"first scan of {len(found.added)} pictures", seconds(start), "", ""])
    start = time.perf_counter()
    library.folders.scan(watched)
    rows.append(["scan again, nothing changed", seconds(start), "", ""])
    start = time.perf_counter()
    describe(library, found.added)
    rows.append(["describe all of them", seconds(start), "", ""])
    start = time.perf_counter()
    for number in range(OWN_STYLES):
        library.add(noise(10**6 + number, folder / "own.png"), f"Own {number}")
    rows.append([f"add {OWN_STYLES} pictures, each", seconds(start, OWN_STYLES), "", ""])
    styles = len(library.search())

    rows.append([f"start with {styles} styles, until 60 are there", *opened(home), "300 ms"])
    rows += measure_searches(library)
    rows += measure_tiles(library)
    database = home / "data" / "library.sqlite"
    rows.append(["database file", f"{database.stat().st_size / 2**20:.1f} MB", "", ""])
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
    views = [ids[place : place + 60] for place in range(0, len(ids), 499)]
    cold = [once(partial(library.fetch, view)) for view in views]
    warm = [timed(partial(library.fetch, view)) for view in views]
    checks = [timed(partial(library.check, view)) for view in views]
    marks = [once(partial(library.set_favourite, style_id, True)) for style_id in ids[50:100]]
    tags = once(partial(library.edit, ids[:500], StyleEdit(add_tags=("chosen",))))
    styles = library.fetch(ids[-THUMBNAILS:])
    made = [once(partial(library.make_thumbnail, style, 256)) for style in styles]
    found = [once(partial(library.make_thumbnail, style, 256)) for style in styles]
    return [
        ["fetch 60 tiles, not in memory", *figures(cold), "16 ms"],
        ["fetch 60 tiles, in memory", *figures(warm), "16 ms"],
        ["look whether 60 pictures are there", *figures(checks), "16 ms"],
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


def describe(library: StyleLibrary, ids: list[str]) -> None:
    """Titles, artists, years, tags and collections as a large real gallery has them."""
    chance = random.Random(7)
    titles = list(itertools.product(ADJECTIVES, NOUNS, PLACES))
    for number, style_id in enumerate(ids):
        adjective, noun, place = titles[number % len(titles)]
        library.edit(
            [style_id],
            StyleEdit(
                title=f"{adjective} {noun} in {place}",
                artist=f"{chance.choice(FIRST_NAMES)} {chance.choice(LAST_NAMES)}",
                year=str(chance.randint(1600, 2020)),
                tags=tuple(chance.sample(TAGS, 4)),
                collections=tuple(chance.sample(COLLECTIONS, 2)),
                rating=chance.randint(0, 5),
                favourite=chance.random() < 0.03,
                licence="CC0-1.0",
                source=f"https://example.org/{number}",
            ),
        )
        if number % 300 == 0:
            library.record_use(style_id)


def opened(home: Path) -> tuple[str, str]:
    """The start of the library in processes of their own: median and worst."""
    words = [sys.executable, "-m", "tests.bench.library", "--open", str(home)]
    lines = []
    for _ in range(REPEATS):
        done = subprocess.run(words, capture_output=True, text=True, cwd=ROOT, check=True)
        lines.append([float(word) for word in done.stdout.split()])
    times, memory = [line[0] for line in lines], max(line[1] for line in lines)
    print(f"a process that opens the library and fetches every style grows by {memory:.1f} MB (target: 100 MB)")
    return figures(times)


def measure_open(home: Path) -> None:
    """Prints the seconds that opening takes, and by how many MB memory has grown after fetching every style."""
    before = resident_mb()
    start = time.perf_counter()
    library = StyleLibrary(Paths.below(home))
    first = library.fetch(library.search()[:60])
    took = time.perf_counter() - start
    everything = library.styles()
    assert len(everything) > len(first) == 60
    del everything
    print(took, resident_mb() - before)


def resident_mb() -> float:
    """What this process holds in memory; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")), 0.0)


def once(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def timed(work: Callable[[], object]) -> float:
    """The median time of a few runs."""
    return statistics.median(once(work) for _ in range(REPEATS))


def figures(times: list[float]) -> tuple[str, str]:
    return f"{1000 * statistics.median(times):.2f} ms", f"{1000 * max(times):.2f} ms"


def seconds(start: float, parts: int = 1) -> str:
    took = (time.perf_counter() - start) / parts
    return f"{took:.1f} s" if took >= 1 else f"{1000 * took:.1f} ms"


if __name__ == "__main__":
    main()
