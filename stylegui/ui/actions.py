"""Everything that can be done from a menu: one table of commands, their keys and their icons."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from stylegui.ui.icons import icon

CONTEXT = "Actions"


@dataclass(frozen=True)
class Command:
    """One command. `keys` are key sequences in portable text, split by "; "; the first is shown in the menu."""

    id: str
    text: str
    keys: str = ""
    icon: str = ""
    tip: str = ""
    group: str = ""
    checkable: bool = False


def _c(text: str) -> str:
    """Mark a text for translation (looked up when the actions are made)."""
    return str(QT_TRANSLATE_NOOP(CONTEXT, text))


SEPARATOR = None
_FUNCTION_KEY = re.compile(r"(Shift\+)?F\d+")

MENUS: tuple[tuple[str, tuple[Command | str | None, ...]], ...] = (
    (
        _c("&File"),
        (
            Command("new", _c("&New project"), "Ctrl+N", "", _c("Begin with nothing, set as it is now")),
            Command(
                "open", _c("&Open photo…"), "Ctrl+O; Ctrl+Shift+O", "open", _c("Open a photo to paint, or a project")
            ),
            Command("open_project", _c("Open pro&ject…"), "", "folder"),
            "recent",
            Command("sample", _c("Open a &sample photo"), "", "sample"),
            Command("add_styles", _c("&Add styles…"), "", "add", _c("Add pictures to the gallery of styles")),
            Command(
                "make_style",
                _c("&Make a style…"),
                "Ctrl+M",
                "palette",
                _c("Let a painter make a style in your colours"),
            ),
            SEPARATOR,
            Command("save", _c("Sa&ve project"), "Ctrl+S", "save", _c("Save photo, styles, settings and all versions")),
            Command("save_as", _c("Save projec&t as…"), "Ctrl+Shift+S"),
            SEPARATOR,
            Command("export", _c("&Export…"), "Ctrl+Shift+E", "export", _c("Save the result as a picture file")),
            Command("export_again", _c("Export a&gain"), "Ctrl+E"),
            SEPARATOR,
            Command("close", _c("&Close window"), "Ctrl+W"),
            Command("quit", _c("&Quit"), "Ctrl+Q"),
        ),
    ),
    (
        _c("&Edit"),
        (
            Command("undo", _c("&Undo"), "Ctrl+Z", "undo"),
            Command("redo", _c("&Redo"), "Ctrl+Shift+Z; Ctrl+Y", "redo"),
            SEPARATOR,
            Command("copy", _c("&Copy result"), "Ctrl+C", "copy", _c("Copy the picture you see at its full size")),
            Command("paste", _c("&Paste as photo"), "Ctrl+V", "paste", _c("Paint the picture on the clipboard")),
            Command("paste_style", _c("Paste as &style"), "Ctrl+Shift+V", "style"),
            SEPARATOR,
            Command(
                "copy_settings",
                _c("Copy se&ttings"),
                "Ctrl+Shift+C",
                "copy",
                _c("Copy engine and parameters of the version you see"),
            ),
            Command(
                "paste_settings", _c("Paste sett&ings"), "Ctrl+Alt+V", "paste", _c("Paint with the settings you copied")
            ),
            SEPARATOR,
            Command("find_style", _c("&Find a style"), "Ctrl+F", "search", _c("Search the gallery of styles")),
            SEPARATOR,
            Command("settings", _c("S&ettings…"), "Ctrl+,", "settings"),
        ),
    ),
    (
        _c("&Paint"),
        (
            Command(
                "start", _c("&Start"), "Ctrl+Return; Ctrl+Enter", "play", _c("Paint the photo in the chosen style")
            ),
            Command("pause", _c("&Pause"), "P", "pause", _c("Hold the brush, or go on")),
            Command(
                "stop",
                _c("S&top"),
                "Esc; Ctrl+Alt+Return; Ctrl+Alt+Enter",
                "stop",
                _c("Stop here and keep the picture as it is"),
            ),
            SEPARATOR,
            Command("queue", _c("Add to the end of the &queue"), "Ctrl+Shift+Return; Ctrl+Shift+Enter", "queue"),
            Command("queue_next", _c("Paint &next"), "", "", _c("Paint it after this picture, before all that wait")),
            Command(
                "queue_instead",
                _c("Paint &instead"),
                "",
                "",
                _c("Stop this picture and paint the new one in its place"),
            ),
            Command(
                "queue_hold",
                _c("&Hold the queue"),
                "",
                "hold",
                _c("Begin no other picture when this one is done"),
                checkable=True,
            ),
        ),
    ),
    (
        _c("V&ersion"),
        (
            Command("explore", _c("E&xplore…"), "Ctrl+Shift+X", "grid", _c("Try many settings at once on a sheet")),
            Command(
                "board", _c("Mood bo&ard…"), "Ctrl+Shift+B", "board", _c("Pin styles, versions, pictures and notes")
            ),
            SEPARATOR,
            Command("newer", _c("&Newer version"), "PgDown"),
            Command("older", _c("&Older version"), "PgUp"),
            SEPARATOR,
            Command(
                "branch",
                _c("&Branch from this version"),
                "",
                "branch",
                _c("Let Paint go on from this version, with its photo, styles and settings"),
            ),
            Command("rename_version", _c("Rena&me…"), "F2", "tag"),
            SEPARATOR,
            Command("rate_5", _c("5 stars"), "5", "star-filled"),
            Command("rate_4", _c("4 stars"), "4", "star-filled"),
            Command("rate_3", _c("3 stars"), "3", "star-filled"),
            Command("rate_2", _c("2 stars"), "2", "star-filled"),
            Command("rate_1", _c("1 star"), "1", "star-filled"),
            Command("rate_0", _c("No ra&ting"), "0"),
            Command("reject", _c("Re&ject"), "R", "close"),
            Command("favourite", _c("&Favourite"), ".", "star"),
            SEPARATOR,
            Command("play_making", _c("&Play its making"), "", "play"),
            Command(
                "export_making", _c("Export ma&king-of…"), "", "film", _c("Save the making of a version as a film")
            ),
            SEPARATOR,
            Command("discard", _c("&Delete this version"), "Delete", "trash"),
        ),
    ),
    (
        _c("&View"),
        (
            Command("zoom_in", _c("Zoom &in"), "Ctrl++; Ctrl+=", "zoom-in"),
            Command("zoom_out", _c("Zoom &out"), "Ctrl+-", "zoom-out"),
            Command("zoom_fit", _c("&Fit"), "Ctrl+0", "fit"),
            Command("zoom_actual", _c("&Actual size"), "Ctrl+1", "zoom-actual"),
            SEPARATOR,
            Command("styles_panel", _c("St&yles panel"), "", "panel-left", checkable=True),
            Command("parameters_panel", _c("Pain&ting panel"), "", "panel-right", checkable=True),
            Command("history_panel", _c("History of &versions"), "", "history", checkable=True),
            Command("queue_panel", _c("&Queue of pictures"), "", "queue", checkable=True),
            Command("history_steps", _c("&Steps to undo"), "", "undo", checkable=True),
            Command("panels", _c("&Hide panels"), "F12", checkable=True),
            Command("full_screen", _c("F&ull screen"), "F11", "full-screen", checkable=True),
            Command(
                "second_window",
                _c("Second &window"),
                "Shift+F11",
                "second-window",
                _c("Show the result in a window of its own, such as on another screen"),
                checkable=True,
            ),
        ),
    ),
    (
        _c("&Compare"),
        (
            Command("compare_off", _c("Result &only"), "", "photo", group="compare"),
            Command("compare_wipe", _c("&Wipe"), "", "compare", group="compare"),
            Command("compare_side", _c("&Side by side"), "", "split", group="compare"),
            Command("compare_flicker", _c("&Flicker"), "", "flicker", group="compare"),
            Command("compare_difference", _c("&Difference"), "", "difference", group="compare"),
            Command("compare_lens", _c("&Lens"), "", "lens", group="compare"),
            Command("compare_grid", _c("Several &versions"), "Shift+M", "grid", group="compare"),
            SEPARATOR,
            "compare_with",
            Command("swap", _c("Swap s&ides"), "C", "swap"),
            Command("compare_next", _c("Ne&xt way to compare"), "M"),
            Command("original", _c("Show the o&riginal"), "\\", "eye", _c("Hold to see the original"), checkable=True),
            SEPARATOR,
            Command("wipe_turn", _c("&Turn the wipe"), "W", "rotate"),
            Command("compare_more", _c("&More: larger lens, faster, stronger"), "]"),
            Command("compare_less", _c("L&ess: smaller lens, slower, weaker"), "["),
            Command("compare_more_fine", _c("Ma&gnify more, turn on"), "}"),
            Command("compare_less_fine", _c("Magnify less, turn &back"), "{"),
        ),
    ),
    (
        _c("&Help"),
        (
            Command("commands", _c("&Find a command…"), "Ctrl+Shift+P", "search", _c("Find anything by a few letters")),
            Command("manual", _c("&Manual"), "F1", "help", _c("How everything works, page by page")),
            Command("tour", _c("Take the &tour"), "", "sample", _c("A minute through the window, on a sample photo")),
            Command("shortcuts", _c("&Keyboard shortcuts"), "Shift+?", "keyboard"),
            Command("log_folder", _c("Open the &log folder"), "", "folder"),
            SEPARATOR,
            Command("diagnosis", _c("&Diagnosis…"), "", "device", _c("Facts for somebody who helps you")),
            Command("licences", _c("Li&cences…"), "", "info"),
            Command("about", _c("&About stylegui"), "", "info"),
        ),
    ),
)


def commands() -> list[Command]:
    """All commands in the order of the menus."""
    return [entry for _, entries in MENUS for entry in entries if isinstance(entry, Command)]


def menu_title(title: str) -> str:
    """The title of a menu in plain words."""
    return _translated(title).replace("&", "")


def command_name(command: Command) -> str:
    """The name of a command in plain words."""
    return _translated(command.text).replace("&", "").rstrip("…")


def key_words(sequence: QKeySequence) -> str:
    """Keys as they stand on the keyboard. Its two Enter keys are one to the artist."""
    words, one, other = (
        each.toString(QKeySequence.SequenceFormat.NativeText)
        for each in (sequence, QKeySequence(Qt.Key.Key_Return), QKeySequence(Qt.Key.Key_Enter))
    )
    # Where keys have signs instead of words, the two differ on purpose.
    return words.replace(one, other) if one.isalpha() else words


def sequences_of(keys: str) -> list[QKeySequence]:
    """Key sequences out of their portable text, as `Command.keys` and the settings hold it."""
    sequences = QKeySequence.listFromString(keys, QKeySequence.SequenceFormat.PortableText)
    return [sequence for sequence in sequences if not sequence.isEmpty()]


def is_single_key(sequence: QKeySequence) -> bool:
    """Whether a sequence is a plain key, which must not act while the artist types into a field.

    Function keys are none: nobody types them.
    """
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return not any(modifier in text for modifier in ("Ctrl+", "Alt+", "Meta+")) and not _FUNCTION_KEY.fullmatch(text)


class Actions(QObject):
    """The window's actions by id. Plain keys act only while `focus_area` has the focus, all others in the window."""

    def __init__(self, window: QWidget, focus_area: QWidget) -> None:
        super().__init__(window)
        self._focus_area = focus_area
        self._actions: dict[str, QAction] = {}
        self._twins: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        for command in commands():
            self._actions[command.id] = self._make(command, window)
        self.bind({})

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def for_sheet(self, command: Command) -> QAction:
        """An action for the sheet of shortcuts: the command's plain name, and its keys in all scopes."""
        words = _translated(command.text)
        entry = QAction(words, self)
        entry.setShortcuts(self.keys(command.id))
        return entry

    def keys(self, action_id: str) -> list[QKeySequence]:
        """The keys of an action in all scopes, its first ones first."""
        return [*self._actions[action_id].shortcuts(), *self._twins[action_id].shortcuts()]

    def group(self, name: str) -> QActionGroup:
        """The group of actions of which one is chosen."""
        return self._groups[name]

    def items(self) -> list[tuple[str, QAction]]:
        return list(self._actions.items())

    def also_in(self, area: QWidget, action_ids: Iterable[str]) -> None:
        """Have the plain keys of these actions act while this part of the window has the focus, too."""
        for action_id in action_ids:
            area.addAction(self._actions[action_id])
            area.addAction(self._twins[action_id])

    def bind(self, own_keys: Mapping[str, str]) -> None:
        """Give every action its keys: the artist's own where there are some ("" for none), else the usual ones."""
        for command in commands():
            sequences = sequences_of(own_keys.get(command.id, command.keys))
            plain = [sequence for sequence in sequences if is_single_key(sequence)]
            others = [sequence for sequence in sequences if not is_single_key(sequence)]
            action, twin = self._actions[command.id], self._twins[command.id]
            # An action's keys share one scope. A twin takes the plain ones where there are keys of both kinds.
            action.setShortcuts(others or plain)
            scope = Qt.ShortcutContext.WindowShortcut if others else Qt.ShortcutContext.WidgetWithChildrenShortcut
            action.setShortcutContext(scope)
            twin.setShortcuts(plain if others else [])
            self._tell(command, action, sequences)

    def fill(self, bar: QMenuBar, submenus: Mapping[str, QMenu]) -> None:
        """Make the menus; `submenus` are put where the table names them."""
        for title, entries in MENUS:
            menu = bar.addMenu(_translated(title))
            menu.setToolTipsVisible(False)
            for entry in entries:
                if entry is SEPARATOR:
                    menu.addSeparator()
                elif isinstance(entry, Command):
                    menu.addAction(self._actions[entry.id])
                else:
                    menu.addMenu(submenus[entry])

    def _make(self, command: Command, window: QWidget) -> QAction:
        action = QAction(_translated(command.text), window)
        action.setObjectName(command.id)
        if command.icon:
            action.setIcon(icon(command.icon))
        action.setCheckable(command.checkable or bool(command.group))
        # A menu shows a tick or an icon, not both; an icon could tell its state by colour only.
        action.setIconVisibleInMenu(not action.isCheckable())
        if command.group:
            self._groups.setdefault(command.group, QActionGroup(window)).addAction(action)
        # macOS would move "About" and "Settings" by their words; say it plainly instead.
        roles = {"about": QAction.MenuRole.AboutRole, "settings": QAction.MenuRole.PreferencesRole}
        action.setMenuRole(roles.get(command.id, QAction.MenuRole.NoRole))
        if command.id == "quit":
            action.setMenuRole(QAction.MenuRole.QuitRole)
        # Not added to the window: a plain key would then act wherever the focus is.
        self._focus_area.addAction(action)
        twin = QAction(window)
        twin.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        twin.triggered.connect(action.trigger)
        self._focus_area.addAction(twin)
        self._twins[command.id] = twin
        return action

    @staticmethod
    def _tell(command: Command, action: QAction, sequences: list[QKeySequence]) -> None:
        words = _translated(command.tip) or action.text().replace("&", "").rstrip("…")
        keys = key_words(sequences[0]) if sequences else ""
        action.setToolTip(f"{words} ({keys})" if keys else words)
        action.setStatusTip("")


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text) if text else ""
