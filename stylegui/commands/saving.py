"""The options of a picture file: how a result is saved."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from stylegui.commands.errors import UsageError
from stylegui.commands.options import number
from stylegui.engine.images import SaveOptions

FORMATS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".webp": "webp", ".tif": "tiff", ".tiff": "tiff"}
DEEP_FORMATS = frozenset({"png", "tiff"})


def add_file_options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    """Add the options; the group that holds them."""
    saving = parser.add_argument_group("file")
    saving.add_argument(
        "--quality",
        type=number(int, 1, 100),
        metavar="N",
        help="of JPEG and WebP: more is better and larger (1 to 100)",
    )
    saving.add_argument("--lossless", action="store_true", help="WebP without loss")
    saving.add_argument("--bits", type=int, choices=(8, 16), help="per channel; 16 for PNG and TIFF (default 8)")
    saving.add_argument("--dpi", type=number(float, 1, 65535), metavar="N", help="resolution for printing")
    saving.add_argument(
        "--metadata",
        choices=("all", "no-gps", "none"),
        help="what is kept of the photo's camera data; no-gps leaves out the place (default no-gps)",
    )
    saving.add_argument("--no-recipe", action="store_true", help="do not write into the picture how it was made")
    return saving


def known_suffix(output: Path) -> str:
    """The ending of a file that is to be written, one of `FORMATS`. Raises UsageError where it is none of them."""
    suffix = output.suffix.lower()
    if suffix not in FORMATS:
        raise UsageError(f"{output} should end in {', '.join(FORMATS)}.")
    return suffix


def save_options(args: argparse.Namespace, suffix: str) -> SaveOptions:
    """How files with this ending, one of `FORMATS`, are saved. Raises UsageError where that makes no sense."""
    given: dict[str, Any] = {"format": FORMATS[suffix]}
    if args.bits == 16 and given["format"] not in DEEP_FORMATS:
        raise UsageError(f"{suffix} files have 8 bits per channel; save a .png or .tiff for 16.")
    for option, field in (("quality", "quality"), ("bits", "bit_depth"), ("dpi", "dpi"), ("metadata", "metadata")):
        value = getattr(args, option)
        if value is not None:
            given[field] = value
    if args.lossless:
        given["lossless"] = True
    return SaveOptions(**given)
