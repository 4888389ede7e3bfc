"""The question for picture files, in the folder that was used last for the same purpose."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from stylegui.project.archive import SUFFIX
from stylegui.ui.preferences import Preferences

PHOTO = "photo"
"""The purpose for which a project may be picked as well: its photo comes with all that was made from it."""
PICTURE_PATTERNS = "*.jpg *.jpeg *.png *.webp *.tif *.tiff *.bmp *.gif *.jp2 *.ppm *.ora"


def ask_for_pictures(
    parent: QWidget, preferences: Preferences, title: str, purpose: str, *, several: bool
) -> list[Path]:
    """Let the artist pick picture files; an empty list where nothing was picked. The folder is remembered."""
    folder = preferences.current.last_folders.get(purpose, "")
    pictures = QCoreApplication.translate("FileQuestion", "Pictures")
    patterns = PICTURE_PATTERNS
    if purpose == PHOTO:
        pictures = QCoreApplication.translate("FileQuestion", "Pictures and projects")
        patterns += f" *{SUFFIX}"
    everything = QCoreApplication.translate("FileQuestion", "All files")
    pattern = f"{pictures} ({patterns});;{everything} (*)"
    if several:
        names, _ = QFileDialog.getOpenFileNames(parent, title, folder, pattern)
    else:
        name, _ = QFileDialog.getOpenFileName(parent, title, folder, pattern)
        names = [name] if name else []
    paths = [Path(name) for name in names]
    if paths:
        preferences.remember_folder(purpose, str(paths[0].parent))
    return paths
