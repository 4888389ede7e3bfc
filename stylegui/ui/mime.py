"""What is dragged and dropped: styles out of the gallery, pictures into it."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from stylegui.library import Style

STYLE_MIME = "application/x-stylegui-style"
VERSION_MIME = "application/x-stylegui-version"

_PICTURE_SUFFIXES = frozenset((".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".ppm", ".jp2"))
_IMG_SOURCE = re.compile(r"""<img\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
_DATA_URL = re.compile(r"data:image/[\w.+-]+;base64,(.+)", re.IGNORECASE | re.DOTALL)


@dataclass
class DroppedPictures:
    """Pictures that came in: files as paths, others as the content of an image file, and why there are none."""

    sources: list[Path | bytes] = field(default_factory=list)
    refusal: str = ""


def style_mime(styles: Iterable[Style]) -> QMimeData:
    """Styles as they are dragged: their ids for the program itself, and their picture files for others."""
    styles = list(styles)
    mime = QMimeData()
    mime.setData(STYLE_MIME, QByteArray(json.dumps([style.id for style in styles]).encode()))
    mime.setUrls([QUrl.fromLocalFile(str(style.path)) for style in styles])
    return mime


def style_ids(mime: QMimeData) -> list[str]:
    """The ids of the styles that are dragged, or an empty list."""
    if not mime.hasFormat(STYLE_MIME):
        return []
    try:
        ids = json.loads(bytes(mime.data(STYLE_MIME).data()))
    except ValueError:
        return []
    return [each for each in ids if isinstance(each, str)] if isinstance(ids, list) else []


def version_id(mime: QMimeData) -> str:
    """The id of the version that is dragged, "" where it is something else."""
    return bytes(mime.data(VERSION_MIME).data()).decode(errors="replace") if mime.hasFormat(VERSION_MIME) else ""


def may_hold_pictures(mime: QMimeData) -> bool:
    """Whether it is worth to let this drop come in. Cheap: it is asked while the pointer moves."""
    if mime.hasFormat(STYLE_MIME):
        return False
    return mime.hasUrls() or mime.hasImage() or mime.hasHtml() or mime.hasText()


def read_pictures(mime: QMimeData) -> DroppedPictures:
    """The pictures in a drop or on the clipboard: files first, then image data, then pictures in html or text.

    A folder stands for the pictures directly inside it. Nothing is fetched from the network.
    """
    urls = mime.urls() if mime.hasUrls() else []
    if files := [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]:
        return _files(files)
    if mime.hasImage() and (content := _png(mime.imageData())):
        return DroppedPictures([content])
    addresses = _IMG_SOURCE.findall(mime.html()) if mime.hasHtml() else []
    addresses += mime.text().split("\n") if mime.hasText() else []
    found: list[Path | bytes] = []
    for address in addresses:
        if (source := _from_address(address.strip())) is not None and source not in found:
            found.append(source)
    if found:
        return DroppedPictures(found)
    if urls or any(address.strip().startswith(("http:", "https:")) for address in addresses):
        return DroppedPictures(refusal="Pictures are not fetched from the web: save the picture, then drop the file.")
    return DroppedPictures(refusal="There is no picture in what you dropped.")


def _files(paths: list[Path]) -> DroppedPictures:
    found: list[Path | bytes] = []
    for path in paths:
        if path.is_dir():
            found += sorted(each for each in path.iterdir() if each.suffix.lower() in _PICTURE_SUFFIXES)
        else:
            found.append(path)
    if not found:
        return DroppedPictures(refusal=f"There are no pictures in the folder “{paths[0].name}”.")
    return DroppedPictures(found)


def _from_address(address: str) -> Path | bytes | None:
    if data := _DATA_URL.match(address):
        try:
            return base64.b64decode(data.group(1), validate=True)
        except binascii.Error:
            return None
    if address.startswith("file:"):
        return Path(QUrl(address).toLocalFile())
    path = Path(address)
    try:
        return path if address and path.is_absolute() and path.is_file() else None
    except (OSError, ValueError):
        return None


def _png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 wants str where its stub says bytes
    return bytes(buffer.data().data())
