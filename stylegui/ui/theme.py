"""The look of the program: a dark, a light and a high-contrast theme, as a palette, a style sheet and named colours.

The greys are neutral (no tint), because the eye judges a picture by what stands around it; the one accent is viridian.
Widgets that paint themselves ask `current()` for colours at paint time, so a change of theme needs no bookkeeping.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from stylegui.resources import resource

Choice = Literal["dark", "light", "contrast", "system"]

_PROPERTY = "stylegui_theme"
_FOLLOWER = "stylegui_theme_follower"


@dataclass(frozen=True)
class Theme:
    """Named colours, as "#rrggbb". Text pairs keep WCAG AA (4.5 : 1), marks and focus rings 3 : 1."""

    name: Literal["dark", "light", "contrast"]
    canvas: str  # around the picture
    edge: str  # gaps between panels
    window: str  # panels, bars, dialogs
    raised: str  # buttons, menus, tool tips
    hover: str
    pressed: str
    field: str  # what is typed or picked into
    line: str  # separators and quiet borders
    groove: str  # the empty part of sliders and bars
    knob: str  # handles of sliders
    outline: str  # borders that must be seen, such as those of check boxes
    text: str
    text_dim: str  # labels of secondary weight, help
    text_off: str  # disabled
    accent: str
    accent_hover: str
    accent_text: str  # text on accent
    accent_soft: str  # selected rows, checked buttons
    warning: str
    error: str
    success: str


DARK = Theme(
    name="dark",
    canvas="#1b1b1b",
    edge="#151515",
    window="#242424",
    raised="#303030",
    hover="#3a3a3a",
    pressed="#1e1e1e",
    field="#191919",
    line="#383838",
    groove="#4a4a4a",
    knob="#e8e8e8",
    outline="#7c7c7c",
    text="#e8e8e8",
    text_dim="#ababab",
    text_off="#6e6e6e",
    accent="#52bba6",
    accent_hover="#6accb8",
    accent_text="#0b1f1a",
    accent_soft="#22433c",
    warning="#e3b04f",
    error="#f2887f",
    success="#7cc47f",
)

LIGHT = Theme(
    name="light",
    canvas="#d2d2d2",
    edge="#c9c9c9",
    window="#f2f2f2",
    raised="#ffffff",
    hover="#e5e5e5",
    pressed="#d8d8d8",
    field="#ffffff",
    line="#d4d4d4",
    groove="#bfbfbf",
    knob="#ffffff",
    outline="#858585",
    text="#1a1a1a",
    text_dim="#595959",
    text_off="#9a9a9a",
    accent="#0b7565",
    accent_hover="#096355",
    accent_text="#ffffff",
    accent_soft="#cbe5e0",
    warning="#855400",
    error="#b3261e",
    success="#1e6e2c",
)

# For eyes that need it: black and white, borders everywhere, and one accent that stands out from both.
CONTRAST = Theme(
    name="contrast",
    canvas="#000000",
    edge="#ffffff",
    window="#000000",
    raised="#141414",
    hover="#333333",
    pressed="#000000",
    field="#000000",
    line="#b8b8b8",
    groove="#808080",
    knob="#ffffff",
    outline="#ffffff",
    text="#ffffff",
    text_dim="#e4e4e4",
    text_off="#a0a0a0",
    accent="#ffd84d",
    accent_hover="#ffe68a",
    accent_text="#000000",
    accent_soft="#4a3d00",
    warning="#ffc861",
    error="#ff9d94",
    success="#8ff09a",
)

THEMES = {theme.name: theme for theme in (DARK, LIGHT, CONTRAST)}


def contrast(first: str, second: str) -> float:
    """WCAG 2 contrast of two "#rrggbb" colours, 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def current() -> Theme:
    """The theme in use."""
    app = QApplication.instance()
    return THEMES.get(app.property(_PROPERTY), DARK) if app is not None else DARK


def accent() -> QColor:
    """The accent colour of the theme in use."""
    return QColor(current().accent)


def apply_theme(app: QApplication, choice: Choice) -> None:
    """Dress the whole program. "system" follows the desktop, also when it changes; dark where it tells nothing."""
    follower = app.findChild(_SystemFollower, _FOLLOWER) or _SystemFollower(app)
    follower.active = choice == "system"
    if choice == "system":
        system_is_light = app.styleHints().colorScheme() == Qt.ColorScheme.Light
        theme = LIGHT if system_is_light else DARK
    else:
        theme = THEMES[choice]
    if app.property(_PROPERTY) == theme.name:
        return
    app.setProperty(_PROPERTY, theme.name)
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The theme as a palette, for what the style sheet does not reach and for painting delegates."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.window,
        role.Text: theme.text,
        role.PlaceholderText: theme.text_dim,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.error,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.hover,
        role.Midlight: theme.raised,
        role.Mid: theme.line,
        role.Dark: theme.edge,
        role.Shadow: "#000000",
    }
    result = QPalette()
    for colour_role, colour in colours.items():
        result.setColor(colour_role, QColor(colour))
    for colour_role in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        result.setColor(QPalette.ColorGroup.Disabled, colour_role, QColor(theme.text_off))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.line))
    return result


def style_sheet(theme: Theme) -> str:
    """The style sheet with this theme's colours and pictures."""
    values = {item.name: getattr(theme, item.name) for item in fields(theme)}
    values["pictures"] = resource(f"themes/{theme.name}").as_posix()
    return Template(resource("themes/stylegui.qss").read_text(encoding="utf-8")).substitute(values)


def _luminance(colour: str) -> float:
    """Relative luminance in [0, 1] of an sRGB colour (WCAG 2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class _SystemFollower(QObject):
    """Applies the desktop's choice again when the desktop changes it."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.setObjectName(_FOLLOWER)
        self.active = False
        self._app = app
        app.styleHints().colorSchemeChanged.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        if self.active:
            apply_theme(self._app, "system")
