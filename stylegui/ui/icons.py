"""The program's own icons: one set of line drawings that take the theme's colours when they are painted."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from stylegui.resources import resource
from stylegui.ui import theme

APP_ICON = "stylegui"
APP_ICON_SIZES_PX = (16, 24, 32, 48, 64, 128, 256, 512)


def names() -> list[str]:
    """All icons of the set."""
    return sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != APP_ICON)


def icon(name: str, colour: str = "") -> QIcon:
    """An icon of the set, in the theme's colours also after a change of theme; `colour` names one of `Theme`'s colours
    to use instead of the text's. Raises FileNotFoundError for an unknown name.
    """
    resource(f"icons/{name}.svg")
    return QIcon(_LineIcon(name, colour))


def pixmap(name: str, size_px: int, colour: str, scale: float = 1.0) -> QPixmap:
    """An icon of the set, `size_px` logical pixels square, in `colour` ("#rrggbb"), for a screen of this scale."""
    physical_px = max(1, round(size_px * scale))
    result = QPixmap(physical_px, physical_px)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    _draw(painter, QRectF(0, 0, physical_px, physical_px), name, colour)
    painter.end()
    result.setDevicePixelRatio(scale)
    return result


def app_icon() -> QIcon:
    """The program's own icon, with all its sizes."""
    result = QIcon()
    for size_px in APP_ICON_SIZES_PX:
        result.addPixmap(app_pixmap(size_px))
    return result


def app_pixmap(size_px: int) -> QPixmap:
    """The program's own icon, `size_px` pixels square."""
    result = QPixmap(size_px, size_px)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    QSvgRenderer(str(resource(f"icons/{APP_ICON}.svg"))).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return result


def write_app_icons(folder: Path) -> list[Path]:
    """Write the program's icon as `stylegui-<size>.png` in all sizes, for desktop entries and installers."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for size_px in APP_ICON_SIZES_PX:
        path = folder / f"{APP_ICON}-{size_px}.png"
        if not app_pixmap(size_px).save(str(path), "PNG"):
            raise OSError(f"The icon “{path}” could not be written.")
        written.append(path)
    return written


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


def _draw(painter: QPainter, where: QRectF, name: str, colour: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    side = min(where.width(), where.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(where.center())
    _renderer(name, colour).render(painter, square)


class _LineIcon(QIconEngine):
    """Draws one icon of the set in the colour that its state asks for."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def _colour_for(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        look = theme.current()
        if mode == QIcon.Mode.Disabled:
            return look.text_off
        if self._colour:
            return str(getattr(look, self._colour))
        return look.accent if state == QIcon.State.On else look.text

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _draw(painter, QRectF(rect), self._name, self._colour_for(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        # Since Qt 6.8 the size is in logical pixels here.
        physical = size * scale
        result = QPixmap(physical)
        result.fill(Qt.GlobalColor.transparent)
        painter = QPainter(result)
        self.paint(painter, QRect(0, 0, physical.width(), physical.height()), mode, state)
        painter.end()
        result.setDevicePixelRatio(scale)
        return result

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._colour)

    def key(self) -> str:
        return f"stylegui-{self._name}"

    def isNull(self) -> bool:
        return False
