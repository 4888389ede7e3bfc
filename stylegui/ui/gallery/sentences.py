"""What the gallery says about what it has done, in a sentence or two."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from stylegui.library.found import ScanReport
from stylegui.library.pack import ExportReport, PackReport
from stylegui.ui.gallery.importer import ImportReport
from stylegui.ui.language import in_words

Message = tuple[str, str]
"""A text and its kind: "info", "warning" or "error"."""


def about_import(report: ImportReport) -> Message:
    """What became of pictures that were added."""
    sentences = []
    if len(report.added) == 1:
        sentences.append(_tr("“{}” is now one of your styles.").format(report.added[0].title))
    elif report.added:
        sentences.append(_tr("{} pictures are now among your styles.").format(len(report.added)))
    elif len(report.known) == 1:
        sentences.append(_tr("“{}” is one of your styles already.").format(report.known[0].title))
    elif report.known:
        sentences.append(_tr("These {} are among your styles already.").format(len(report.known)))
    if report.added and report.known:
        sentences.append(_tr("{} were there already.").format(len(report.known)))
    if len(report.similar) == 1:
        new, old = report.similar[0]
        sentences.append(_tr("“{}” looks like “{}”, which you have.").format(new.title, old.title))
    elif report.similar:
        sentences.append(_tr("{} look like pictures that you have.").format(len(report.similar)))
    return _with_refusals(sentences, report.refusals, some=bool(report.added))


def about_pack(report: PackReport) -> Message:
    """What became of a pack that was opened."""
    refused = list(report.left_out)
    if not report.added and report.known:
        sentences = [_tr("You have all styles of “{}” already.").format(report.title)]
    elif len(report.added) == 1:
        sentences = [_tr("“{}” came with “{}”.").format(report.added[0].title, report.title)]
    else:
        sentences = [_tr("{} styles came with “{}”.").format(len(report.added), report.title)]
    if report.added and report.known:
        sentences.append(_tr("{} were there already.").format(len(report.known)))
    return _with_refusals(sentences, refused, some=bool(report.added or report.known))


def about_export(report: ExportReport, path: Path) -> Message:
    """What became of a pack that was written."""
    text = _tr("1 style was written to “{}”.").format(path.name)
    if report.count != 1:
        text = _tr("{} styles were written to “{}”.").format(report.count, path.name)
    return _with_refusals([text], list(report.left_out), some=report.count > 0)


def about_scan(report: ScanReport) -> Message:
    """What was found in watched folders."""
    sentences = []
    for count, one, many in (
        (len(report.added), _tr("1 new picture is in the gallery."), _tr("{} new pictures are in the gallery.")),
        (len(report.changed), _tr("1 picture has changed."), _tr("{} pictures have changed.")),
        (len(report.returned), _tr("1 picture is back."), _tr("{} pictures are back.")),
        (len(report.missing), _tr("1 picture is missing."), _tr("{} pictures are missing.")),
        (report.duplicates, _tr("1 is a style already."), _tr("{} are styles already.")),
        (len(report.left_out), _tr("1 file could not be read."), _tr("{} files could not be read.")),
    ):
        if count:
            sentences.append(one if count == 1 else many.format(count))
    text = " ".join(sentences) or _tr("There is nothing new in the folder.")
    return text, "warning" if report.missing or report.left_out else "info"


def _with_refusals(sentences: list[str], refusals: list[str], *, some: bool) -> Message:
    if not refusals:
        return " ".join(sentences), "info"
    sentences = [*sentences, in_words(refusals[0])]
    if more := len(refusals) - 1:
        sentences.append(_tr("{} more could not be added either.").format(more))
    return " ".join(sentences), "warning" if some else "error"


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sentences", text)
