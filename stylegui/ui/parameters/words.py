"""Figures in the words of the window: durations, memory, devices. No Qt."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def duration_text(seconds: float) -> str:
    """A duration as one says it: "5 s", "40 s", "3 min", "1 h 20 min". Rounded the more the longer it is."""
    if seconds < 1:
        return "1 s"
    if seconds < 20:
        return f"{round(seconds)} s"
    if seconds < 57.5:
        return f"{5 * round(seconds / 5)} s"
    minutes = max(1, round(seconds / 60))
    if minutes < 60:
        return f"{minutes} min"
    hours, rest = divmod(5 * round(minutes / 5), 60)
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def decimal_text(value: float) -> str:
    """A number with one decimal, as it is written in the language in use: "2.4", "2,4"."""
    return QLocale().toString(value, "f", 1)


def bytes_text(count: float) -> str:
    """An amount of memory or a file's size in decimal units: "640 kB", "2.4 MB", "0.9 GB"."""
    if count < 1000:
        return f"{int(count)} {_unit(1)}"
    if count < 999_500:
        return f"{count / 1e3:.0f} {_unit(1000)}"
    if count < 99.5e6:
        return f"{decimal_text(count / 1e6)} {_unit(10**6)}"
    if count < 750e6:
        return f"{count / 1e6:.0f} {_unit(10**6)}"
    return f"{decimal_text(count / 1e9)} {_unit(10**9)}"


def _unit(count: int) -> str:
    """What so many bytes are called in the language in use: "MB", "Mo"."""
    return QLocale().formattedDataSize(count, 0, QLocale.DataSizeFormat.DataSizeSIFormat).split()[-1]


def device_text(device: str) -> str:
    """A device's name as people know it."""
    return {"cpu": "CPU", "mps": "GPU", "cuda": "GPU"}.get(device.partition(":")[0], device)


def percent_text(share: float) -> str:
    """A share of a whole: "25 %"."""
    return f"{100 * share:.0f} %"
