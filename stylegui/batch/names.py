"""Names that no two things share."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence


def tell_apart(candidates: Sequence[Sequence[str]]) -> list[str]:
    """A name for each thing: its first candidate, or a later one where another thing would have the same.

    Candidates go from the plainest to one that is surely its own. Names that differ only in case or in how accents are
    written count as the same, since they would be one file on many computers. All that clash move on together, so that
    the order of the things does not matter. Raises ValueError where things share even their last candidates.
    """
    level = [0] * len(candidates)
    while True:
        names = [each[at] for each, at in zip(candidates, level, strict=True)]
        groups = defaultdict(list)
        for index, name in enumerate(names):
            groups[unicodedata.normalize("NFC", name).casefold()].append(index)
        clashing = [index for group in groups.values() if len(group) > 1 for index in group]
        if not clashing:
            return names
        movable = [index for index in clashing if level[index] + 1 < len(candidates[index])]
        if not movable:
            raise ValueError(f"no name is left for {names[clashing[0]]}")
        for index in movable:
            level[index] += 1


def fingerprint(text: str) -> str:
    """Ten hexadecimal digits that stand for a text; names that are no valid text have some, too."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def slug(text: str) -> str:
    """A text as part of a file name: letters, digits, dots and single hyphens; neither at an end. Never empty."""
    words = re.sub(r"[^\w.]+|_+", "-", unicodedata.normalize("NFC", text)).strip("-.")
    return re.sub("-{2,}", "-", words) or "style"
