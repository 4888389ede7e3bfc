"""A version in words: how it was made, for the tool tip and for those who listen."""

from __future__ import annotations

import html
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from stylegui.engine.request import InstantParams
from stylegui.project.setup import Params
from stylegui.project.version import Version
from stylegui.ui.parameters.spec import field_specs
from stylegui.ui.parameters.words import duration_text, percent_text

REJECTED = -1


def rating_text(rating: int) -> str:
    """A rating in words: "3 stars", "rejected", "not rated"."""
    if rating == REJECTED:
        return _tr("rejected")
    if rating == 1:
        return _tr("1 star")
    return _tr("{} stars").format(rating) if rating else _tr("not rated")


def time_text(created: datetime) -> str:
    """When it was made: the time where that was today, else the day."""
    moment = local(created)
    locale = QLocale()
    if moment.date() == QDate.currentDate():
        return locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    return locale.toString(moment.date(), "d MMM")


def moment_text(created: datetime) -> str:
    """When it was made, day and time."""
    moment = local(created)
    locale = QLocale()
    time = locale.toString(moment.time(), QLocale.FormatType.ShortFormat)
    if moment.date() == QDate.currentDate():
        return _tr("today, {}").format(time)
    return f"{locale.toString(moment.date(), QLocale.FormatType.LongFormat)}, {time}"


def local(created: datetime) -> QDateTime:
    """A moment in the time of this place."""
    return QDateTime.fromMSecsSinceEpoch(round(created.timestamp() * 1000))


def styles_text(version: Version) -> str:
    """What it was painted in: the title, or titles and shares."""
    styles = version.held_styles
    if len(styles) < 2:
        return styles[0].name if styles and styles[0].name else version.title
    whole = sum(style.weight for style in styles) or 1.0
    return ", ".join(f"{style.name} {percent_text(style.weight / whole)}" for style in styles)


def params_of(version: Version) -> Params:
    """What the engine that made it was set to at its end."""
    return version.setup.params


def engine_text(params: Params) -> str:
    """The engine, and how thoroughly it worked: "Paint, Good"."""
    name, quality = ("Instant", "model") if isinstance(params, InstantParams) else ("Paint", "preset")
    spec = next(spec for spec in field_specs(type(params)) if spec.name == quality)
    return f"{name}, {spec.text(getattr(params, quality))}"


def look_text(params: Params) -> str:
    """How it looks, as far as that is not as usual: "Strength 60 %, Brush size 140 %, Colour: Photo"."""
    told = []
    for spec in field_specs(type(params)):
        value = getattr(params, spec.name)
        if spec.name == "strength" or (spec.group == "Look" and value != spec.default):
            pause = " " if spec.kind == "number" else ": "
            told.append(f"{spec.title}{pause}{spec.text(value)}")
    return ", ".join(told)


def plain_text(version: Version, rating: int, *, current: bool, favourite: bool) -> str:
    """A version in one sentence, for those who listen."""
    width, height = version.size
    parts = [_tr("Version {}").format(version.number), version.title, f"{width} × {height} px", rating_text(rating)]
    if favourite:
        parts.append(_tr("favourite"))
    if current:
        parts.append(_tr("shown now"))
    return ", ".join(part for part in parts if part)


def tip_text(version: Version, seconds: float | None, parent: Version | None) -> str:
    """How a version was made, as rich text for a tool tip."""
    params = params_of(version)
    width, height = version.size
    size = f"{width} × {height} px"
    if seconds:
        size = _tr("{} in {}").format(size, duration_text(seconds))
    title = f"{version.number} · {version.title}" if version.title else _tr("Version {}").format(version.number)
    lines = [styles_text(version) if styles_text(version) != version.title else "", engine_text(params)]
    lines += [look_text(params), size, moment_text(version.created)]
    if not version.complete:
        lines.append(_tr("Stopped before its end"))
    if parent is not None:
        lines.append(_tr("Branched from version {}").format(parent.number))
    return f"<b>{html.escape(title)}</b><br>" + "<br>".join(html.escape(line) for line in lines if line)


def _tr(text: str) -> str:
    return QCoreApplication.translate("History", text)
