"""How a worker makes one picture: from bytes to bytes, and nothing that goes wrong goes further than its answer."""

from __future__ import annotations

import functools
import logging
import time
from collections.abc import Callable
from typing import Any

from stylegui.batch.order import Answer, Failed, Order, Painted
from stylegui.engine.control import RunControl
from stylegui.engine.engines import EngineError, Frame, Progress, engines
from stylegui.engine.images import Picture, PictureError, SaveOptions, decode_picture, encode_picture
from stylegui.engine.request import StyleInput, TransferRequest
from stylegui.environment import prepare_environment

NO_MEMORY = "There was not enough memory for this size; fewer --workers or a smaller --size may fit."

log = logging.getLogger(__name__)


def carry_out(order: Order, report: Callable[[float], None] | None = None) -> Answer:
    """Make a picture. `report` is told the share that is done, in [0, 1]. Never raises an Exception.

    On one kind of machine and with one number of threads the same order gives the same bytes, whichever worker has it
    and whatever it painted before.
    """
    try:
        return _paint(order, report)
    except EngineError as error:
        return Failed(str(error), hopeless=error.kind in ("model", "device"))
    except PictureError as error:
        return Failed(str(error))
    except MemoryError:
        return Failed(NO_MEMORY)
    except Exception as error:  # one bad picture must not end the batch
        from stylegui.engine.devices import is_out_of_memory

        if is_out_of_memory(error):
            return Failed(NO_MEMORY)
        log.exception("an error in the program while %s was painted", order.name)
        return Failed(f"This should not have happened: {type(error).__name__}: {error}.")


def _paint(order: Order, report: Callable[[float], None] | None) -> Painted:
    prepare_environment()
    import torch

    # The engines' sums are split by threads: another number gives other last digits.
    torch.set_num_threads(order.threads)
    started = time.perf_counter()
    photo = _photo(order.photo.data, order.photo.name)
    style = decode_picture(order.style.data, order.style.name)
    engine = engines()[order.engine]
    params: Any = engine.params.model_validate(dict(order.params))
    style_input = StyleInput(style, name=order.style.title)
    request = TransferRequest(
        photo=photo,
        styles=(style_input,),
        params=params,
        engine=order.engine,
        device=order.device,
        tuning=order.tuning,
    )
    sink = _Sink(report)
    result = engine.run(request, RunControl(), sink)
    recipe = dict(result.recipe)
    options = SaveOptions.model_validate(dict(order.save))
    data = encode_picture(result.picture, order.name, options, recipe if order.recipe else None)
    notes = dict.fromkeys([*photo.notes, *style.notes, *sink.notices])
    return Painted(data, recipe, time.perf_counter() - started, tuple(notes))


@functools.lru_cache(maxsize=1)
def _photo(data: bytes, name: str) -> Picture:
    """The photo; the jobs of one come in a row."""
    return decode_picture(data, name)


class _Sink:
    """Keeps an engine's sentences and passes on how far it is. Nobody looks at pictures here."""

    def __init__(self, report: Callable[[float], None] | None) -> None:
        self._report = report
        self.notices: list[str] = []

    def wants_frame(self) -> bool:
        return False

    def frame(self, frame: Frame) -> None:
        """Never called, because none is wanted."""

    def progress(self, progress: Progress) -> None:
        if self._report is not None:
            self._report(progress.step / max(progress.steps, 1))

    def notice(self, text: str) -> None:
        self.notices.append(text)
