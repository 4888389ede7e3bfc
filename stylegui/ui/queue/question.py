"""What is asked when the window is to close while pictures are painted."""

from __future__ import annotations

import enum

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget


class Fate(enum.Enum):
    """What is to happen with pictures that are painted, or wait."""

    LATER = "later"
    STOP = "stop"
    STAY = "stay"


def _tr(text: str) -> str:
    return QCoreApplication.translate("QueueQuestion", text)


def ask_about_jobs(parent: QWidget, waiting: int, *, can_keep: bool) -> Fate:
    """Ask what is to happen with the picture that is painted and those that wait; they go on later where `can_keep`."""
    text = _tr("A picture is being painted.")
    if waiting:
        more = _tr("One more waits.") if waiting == 1 else _tr("{} more wait.").format(waiting)
        text = f"{text} {more}"
    detail = _tr("Your work can be kept as it is, and painting goes on where it was when you open stylegui again.")
    box = QMessageBox(
        QMessageBox.Icon.Question,
        _tr("Close stylegui?"),
        text,
        QMessageBox.StandardButton.Cancel,
        parent,
    )
    stop = box.addButton(_tr("&Stop painting"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    fates: dict[object, Fate] = {stop: Fate.STOP}
    if can_keep:
        box.setInformativeText(detail)
        later = box.addButton(_tr("&Go on later"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(later)
        fates[later] = Fate.LATER
    box.exec()
    fate = fates.get(box.clickedButton(), Fate.STAY)
    box.deleteLater()
    return fate
