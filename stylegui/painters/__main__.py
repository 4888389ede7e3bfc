"""Repaint the gallery and the sample photos: `python -m stylegui.painters --all [--out DIR] [ID ...]`."""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from stylegui.painters.colour import Array
from stylegui.painters.jpeg import shipped_jpeg
from stylegui.painters.samples import SAMPLES
from stylegui.painters.works import WORKS, Work


def main(arguments: list[str] | None = None) -> int:
    """Paint what is named (or everything) into DIR/styles and DIR/samples; 2 when an id is unknown."""
    parser = argparse.ArgumentParser(prog="python -m stylegui.painters", description=__doc__)
    parser.add_argument("ids", nargs="*", metavar="ID", help="styles and samples to paint")
    parser.add_argument("--all", action="store_true", help="paint every style and every sample")
    parser.add_argument("--out", type=Path, default=Path("resources"), metavar="DIR", help="default: resources")
    parser.add_argument("--list", action="store_true", help="only list the ids")
    options = parser.parse_args(arguments)
    works, samples = {work.id: work for work in WORKS}, {sample.id: sample for sample in SAMPLES}
    if options.list:
        for name in (*works, *samples):
            print(name)
        return 0
    chosen = [*works, *samples] if options.all else options.ids
    unknown = [name for name in chosen if name not in works and name not in samples]
    if unknown or not chosen:
        print(f"Unknown: {', '.join(unknown)}" if unknown else "Name styles or samples, or use --all.", file=sys.stderr)
        return 2
    for name in chosen:
        start = time.process_time()
        if name in works:
            write_style(works[name], options.out / "styles")
        else:
            write_photo(samples[name].render(samples[name].size), options.out / "samples" / f"{name}.jpg")
        print(f"{name}: {time.process_time() - start:.1f} s", flush=True)
    if any(name in samples for name in chosen):
        text = json.dumps([sample.record() for sample in SAMPLES], indent=2, ensure_ascii=False)
        (options.out / "samples" / "samples.json").write_text(text + "\n", encoding="utf-8")
    return 0


def write_style(work: Work, folder: Path) -> None:
    """`folder`/<id>/image.jpg and style.json."""
    target = folder / work.id
    write_photo(work.paint(), target / "image.jpg")
    text = json.dumps(work.record(), indent=2, ensure_ascii=False)
    (target / "style.json").write_text(text + "\n", encoding="utf-8")


def write_photo(pixels: Array, path: Path) -> None:
    """(H, W, 3) uint8 as JPEG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(shipped_jpeg(pixels))


if __name__ == "__main__":
    raise SystemExit(main())
