"""What ends a batch."""

from __future__ import annotations


class BatchError(Exception):
    """The batch cannot begin or go on; `str(error)` is one sentence for the user. What is finished stays finished."""
