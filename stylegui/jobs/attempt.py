"""Work that may fail, done so that no exception leaves it: what comes back is a result or a sentence."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from stylegui.engine.control import Cancelled
from stylegui.engine.engines import EngineError
from stylegui.engine.images import PictureError

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True)
class Mishap:
    """Why something did not work: one sentence for the user, and a kind (those of `EngineError`, or "internal").

    `missing_model` is the id of the network that has to be downloaded first, where that is the reason.
    """

    text: str
    kind: str
    missing_model: str = ""


def attempt(work: Callable[[], T], label: str) -> T | Mishap:
    """The result of `work`, or what went wrong; `label` is what the log calls it. Raises nothing but `Cancelled`.

    Exception objects stay here: a traceback kept elsewhere would keep every array of the run alive.
    """
    try:
        return work()
    except Cancelled:
        raise
    except (EngineError, PictureError) as error:
        kind = error.kind if isinstance(error, EngineError) else "input"
        mishap = Mishap(str(error), kind, getattr(error, "encoder_id", ""))
        log.warning("%s: %s (%s)", label, mishap.text, mishap.kind)
    except Exception as error:
        log.exception("%s failed", label)
        mishap = _explained(error)
    if mishap.kind == "memory":
        _release_memory()
    return mishap


def _explained(error: Exception) -> Mishap:
    if _is_out_of_memory(error):
        return Mishap("There was not enough memory for this size. Try a smaller one.", "memory")
    if isinstance(error, ArithmeticError):
        return Mishap("The numbers ran out of range. Try another seed or a lower strength.", "numeric")
    return Mishap("Painting stopped because of an error in the program. The log tells more.", "internal")


def _is_out_of_memory(error: Exception) -> bool:
    if isinstance(error, MemoryError):
        return True
    if "torch" not in sys.modules:
        return False
    from stylegui.engine import devices

    return devices.is_out_of_memory(error)


def _release_memory() -> None:
    """Give cached GPU memory back; only after the except block, whose traceback holds the tensors."""
    if "torch" not in sys.modules:
        return
    from stylegui.engine import devices

    for report in devices.devices():
        if report.usable and report.id != "cpu":
            devices.release(devices.choose(report.id)[0])
