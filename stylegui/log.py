"""The program's log: one file that is turned over, and a way for errors that nobody caught to be told."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

FILE_FORMAT = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"
SCREEN_FORMAT = "stylegui: %(message)s"
MAX_BYTES = 1_000_000
OLD_FILES = 2

log = logging.getLogger(__name__)


@contextmanager
def logging_to(log_file: Path, on_uncaught: Callable[[str], None] | None = None) -> Iterator[None]:
    """Log to `log_file` from INFO on and to standard error from WARNING on, for as long as the block runs.

    Errors that nobody caught, in any thread, are logged with their traceback; then `on_uncaught` gets one line about
    them, in the thread where they happened. Crashes of native code leave a traceback in `<log_file>.crash`. Where the
    folder cannot be written, standard error is all there is; the program goes on.
    """
    with ExitStack() as stack:
        root = logging.getLogger()
        stack.callback(root.setLevel, root.level)
        root.setLevel(logging.INFO)
        if sys.stderr is not None:  # a program without a console has none
            _add_handler(stack, logging.StreamHandler(), SCREEN_FORMAT, logging.WARNING)
        try:
            log_file.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(log_file, maxBytes=MAX_BYTES, backupCount=OLD_FILES, encoding="utf-8")
            _add_handler(stack, handler, FILE_FORMAT, logging.INFO)
            _catch_crashes(stack, log_file.with_name(log_file.name + ".crash"))
        except OSError as error:
            log.warning("nothing is logged to %s: %s", log_file, error.strerror)
        _catch_uncaught(stack, on_uncaught)
        yield


def _add_handler(stack: ExitStack, handler: logging.Handler, text_format: str, level: int) -> None:
    handler.setFormatter(logging.Formatter(text_format))
    handler.setLevel(level)
    root = logging.getLogger()
    root.addHandler(handler)
    stack.callback(handler.close)
    stack.callback(root.removeHandler, handler)


def _catch_crashes(stack: ExitStack, crash_file: Path) -> None:
    """Have a crash leave its traceback in `crash_file`; an empty one is removed at the end."""
    if faulthandler.is_enabled():  # by the user's own wish (python -X faulthandler), or a test's
        return
    file = crash_file.open("w", encoding="utf-8")
    faulthandler.enable(file)

    def end() -> None:
        faulthandler.disable()
        file.close()
        with suppress(OSError):
            if crash_file.stat().st_size == 0:
                crash_file.unlink()

    stack.callback(end)


def _catch_uncaught(stack: ExitStack, on_uncaught: Callable[[str], None] | None) -> None:
    def report(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        log.critical("an error that nobody caught", exc_info=(kind, error or kind(), trace))
        if on_uncaught is not None:
            on_uncaught(f"{kind.__name__}: {error}" if str(error or "") else kind.__name__)

    def report_from_thread(details: threading.ExceptHookArgs) -> None:
        if not issubclass(details.exc_type, SystemExit):
            report(details.exc_type, details.exc_value, details.exc_traceback)

    stack.callback(setattr, sys, "excepthook", sys.excepthook)
    stack.callback(setattr, threading, "excepthook", threading.excepthook)
    sys.excepthook = report
    threading.excepthook = report_from_thread
