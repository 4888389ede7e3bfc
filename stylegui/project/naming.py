"""What a painting is called when it is saved: a template with facts filled in, and what to do about a taken name.

No Qt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

Conflict = Literal["unique", "overwrite", "skip"]
"""When there is a file of this name: find a free one, replace it, or leave it and write nothing."""

CONFLICTS: tuple[Conflict, ...] = get_args(Conflict)
USUAL_TEMPLATE = "{photo} - {style}"
FIELDS = ("photo", "style", "engine", "version", "date", "size", "n")
LONGEST = 80
"""Characters of a name that a template makes."""
LONGEST_FACT = 48
FALLBACK = "painting"

_FIELD = re.compile(r"\{([^{}]*)\}")
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]+')
_EDGE = " .-_,;"
# Windows takes none of these, whatever the suffix.
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?")


@dataclass(frozen=True)
class Facts:
    """What is known of a painting that a name can tell. `size` is (width, height) as it will be written."""

    photo: str = ""
    style: str = ""
    engine: str = ""
    version: int = 1
    date: datetime | None = None
    size: tuple[int, int] = (0, 0)

    def words(self, number: int) -> dict[str, str]:
        """The text of each field of a template; `number` is that of {n}."""
        stem = Path(self.photo).stem if self.photo else ""
        return {
            "photo": _piece(stem) or FALLBACK,
            "style": _piece(self.style),
            "engine": _piece(self.engine),
            "version": str(self.version),
            "date": self.date.astimezone().date().isoformat() if self.date is not None else "",
            "size": "{}x{}".format(*self.size),
            "n": str(number),
        }


def template_problem(template: str) -> str:
    """The first thing in a template that is not understood, such as "{foto}"; "" where all is well."""
    unknown = next((field for field in _FIELD.findall(template) if field not in FIELDS), None)
    if unknown is not None:
        return f"{{{unknown}}}"
    rest = _FIELD.sub("", template)
    return next((brace for brace in rest if brace in "{}"), "")


def filled(template: str, words: Mapping[str, str]) -> str:
    """The name, without suffix, that every system accepts. Unknown fields stay as they are."""
    text = _FIELD.sub(lambda match: words.get(match[1], match[0]), template)
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", text))
    name = _within_bytes(name.strip(_EDGE)[:LONGEST]).strip(_EDGE)
    if _RESERVED.fullmatch(name):
        name = f"{name}_"
    return name or FALLBACK


def target_path(
    folder: Path,
    template: str,
    suffix: str,
    facts: Facts,
    rule: Conflict,
    *,
    sources: Collection[Path] = (),
    taken: Collection[Path] = (),
) -> Path | None:
    """Where a painting is to be written as things are now; None where it is not to be.

    `sources` (resolved) are files that are never written over, whatever the rule. `taken` are those that were written
    in the same go: the rule speaks of what was there before, so that none of these is lost or left out.
    """
    counts = "{n}" in template
    number = 1
    while True:
        name = filled(template, facts.words(number))
        if not counts and number > 1:
            name = f"{name} ({number})"
        path = folder / f"{name}{suffix}"
        number += 1
        if path in taken or path.resolve() in sources or path.is_dir():
            continue
        if rule == "overwrite" or not path.exists():
            return path
        if rule == "skip":
            return None


def painting_name(photo_name: str, style_title: str) -> str:
    """A file name without suffix, such as "harbour - Coral Waves", that every system accepts."""
    return filled(USUAL_TEMPLATE, Facts(photo_name, style_title).words(1))


def unique_path(path: Path) -> Path:
    """`path`, or the first of "name (2).png", "name (3).png" … that does not exist."""
    number = 2
    free = path
    while free.exists():
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
        number += 1
    return free


def _piece(text: str) -> str:
    """A fact so short that the others have room beside it."""
    plain = re.sub(r"\s+", " ", _FORBIDDEN.sub(" ", text)).strip(" .")
    return plain if len(plain) <= LONGEST_FACT else plain[: LONGEST_FACT - 1].rstrip() + "…"


def _within_bytes(name: str, limit: int = 200) -> str:
    """The beginning of a name that a file system has room for, with a suffix and a number behind it."""
    return name.encode()[:limit].decode(errors="ignore")
