"""The user's settings: declared once, kept as JSON.

The settings dialog is generated from these declarations, as the parameter panel is from the engine's parameters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, JsonValue, ValidationError

from stylegui.files import replacing

Theme = Literal["system", "dark", "light", "contrast"]
Language = Literal["system", "en", "de", "fr"]
NetworkAccess = Literal["ask", "allowed", "never"]


def control(
    group: str, *, unit: str = "", labels: Mapping[str, str] | None = None, special: str = "", restart: bool = False
) -> dict[str, Any]:
    """Dialog data of a setting: its group, its unit, words for its choices and for its lowest value, and whether it
    takes effect at the next start only. A setting without a group is remembered by the program and not in the dialog.
    """
    return {"group": group, "unit": unit, "labels": dict(labels or {}), "special": special, "restart": restart}


REMEMBERED = control("")


def _sayable(folders: object) -> object:
    """Leave out folders whose names are not text: JSON could not hold them, and a forgotten folder does no harm."""
    if not isinstance(folders, dict):
        return folders
    return {purpose: folder for purpose, folder in folders.items() if folder == _as_utf8(folder)}


def _as_utf8(text: object) -> object:
    return text.encode(errors="replace").decode() if isinstance(text, str) else text


class Settings(BaseModel):
    """All settings. Frozen: `changed` makes the next ones. Keys of a newer version are carried along untouched."""

    model_config = ConfigDict(frozen=True, extra="allow")

    theme: Annotated[
        Theme,
        Field(
            title="Theme",
            description="Dark, light, high contrast, or as the rest of the computer is.",
            json_schema_extra=control(
                "Appearance",
                labels={
                    "system": "As the computer",
                    "dark": "Dark",
                    "light": "Light",
                    "contrast": "High contrast",
                },
            ),
        ),
    ] = "system"
    language: Annotated[
        Language,
        Field(
            title="Language",
            description="The language of the window.",
            json_schema_extra=control(
                "Appearance",
                labels={"system": "As the computer", "en": "English", "de": "Deutsch", "fr": "Français"},
                restart=True,
            ),
        ),
    ] = "system"
    ui_scale: Annotated[
        int,
        Field(
            ge=75,
            le=250,
            title="Interface size",
            description="Size of text and buttons.",
            json_schema_extra=control("Appearance", unit="%", restart=True),
        ),
    ] = 100
    reduced_motion: Annotated[
        bool,
        Field(
            title="Reduced motion",
            description="No animations, and fewer in-between pictures while painting.",
            json_schema_extra=control("Appearance"),
        ),
    ] = False
    tile_size_px: Annotated[
        int,
        Field(
            ge=64,
            le=320,
            title="Gallery pictures",
            description="Size of the style pictures in the gallery.",
            json_schema_extra=control("Appearance", unit="px"),
        ),
    ] = 128
    photo_tiles: Annotated[
        bool,
        Field(
            title="Styles on my photo",
            description="Show every style in the gallery painted on your own photo.",
            json_schema_extra=control("Appearance"),
        ),
    ] = True
    style_order: Annotated[
        str,
        Field(
            pattern=r"^(gallery|title|artist|newest|rating)$",
            title="Gallery order",
            description="How the styles in the gallery are sorted.",
            json_schema_extra=REMEMBERED,
        ),
    ] = "gallery"
    confirm_on_close_while_busy: Annotated[
        bool,
        Field(
            title="Ask before closing",
            description="Ask before the window is closed while a picture is painted, or one has not been exported.",
            json_schema_extra=control("Behaviour"),
        ),
    ] = True
    confirm_on_delete: Annotated[
        bool,
        Field(
            title="Ask before deleting",
            description="Ask before versions or styles are deleted. Undo brings them back in any case.",
            json_schema_extra=control("Behaviour"),
        ),
    ] = False
    notify_when_done: Annotated[
        bool,
        Field(
            title="Tell when done",
            description="Show a message when a picture is painted while you look at something else.",
            json_schema_extra=control("Behaviour"),
        ),
    ] = True
    network_access: Annotated[
        NetworkAccess,
        Field(
            title="Downloads",
            description="Whether a network may be downloaded when you choose one that is not here yet.",
            json_schema_extra=control(
                "Behaviour", labels={"ask": "Ask each time", "allowed": "Allowed", "never": "Never"}
            ),
        ),
    ] = "ask"
    device: Annotated[
        str,
        Field(
            pattern=r"^(auto|cpu|mps|cuda(:\d+)?)$",
            title="Device",
            description="What computes the pictures: the fastest there is, the processor, or one graphics card.",
            json_schema_extra=control("Performance", labels={"auto": "Automatic", "cpu": "Processor"}),
        ),
    ] = "auto"
    threads: Annotated[
        int,
        Field(
            ge=0,
            le=256,
            title="Threads",
            description="How many processor threads a picture may use.",
            json_schema_extra=control("Performance", special="Automatic"),
        ),
    ] = 0
    memory_cap_mb: Annotated[
        int,
        Field(
            ge=0,
            le=1_048_576,
            title="Memory limit",
            description="How much memory a picture may use; a larger one is painted at the largest size that fits.",
            json_schema_extra=control("Performance", unit="MB", special="Automatic"),
        ),
    ] = 0
    making_memory_mb: Annotated[
        int,
        Field(
            ge=0,
            le=4096,
            title="Memory for the making",
            description="How much is kept of how a picture comes about, while it is painted.",
            json_schema_extra=control("Performance", unit="MB", special="Keep nothing"),
        ),
    ] = 96
    making_disk_mb: Annotated[
        int,
        Field(
            ge=10,
            le=1_048_576,
            title="Disk for makings",
            description="How much the makings of all versions may take; older ones become sparser, and then go.",
            json_schema_extra=control("Performance", unit="MB"),
        ),
    ] = 2000
    film_options: Annotated[
        dict[str, JsonValue],
        Field(
            title="Films",
            description="The options of the latest film of a making; empty for the program's own.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}
    engine: Annotated[
        str,
        Field(
            pattern=r"^(instant|paint)$",
            title="Engine",
            description="The engine that was used last.",
            json_schema_extra=REMEMBERED,
        ),
    ] = "instant"
    export_options: Annotated[
        dict[str, JsonValue],
        Field(
            title="Export",
            description="The options of the latest export; empty for the program's own.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}
    comparison: Annotated[
        dict[str, JsonValue],
        Field(
            title="Comparing",
            description="The way of comparing that was used last, and what was set for each.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}
    second_window: Annotated[
        dict[str, bool],
        Field(
            title="Second window",
            description="What the second window showed when it was closed.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}
    tour_offered: Annotated[
        bool,
        Field(
            title="Tour",
            description="Whether the tour has been offered.",
            json_schema_extra=REMEMBERED,
        ),
    ] = False
    last_folders: Annotated[
        dict[str, str],
        BeforeValidator(_sayable),
        Field(
            title="Latest folders",
            description="The folder used last, by purpose: photo, style, export.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}
    shortcuts: Annotated[
        dict[str, str],
        Field(
            title="Shortcuts",
            description="Own key sequences by action, in portable text; an empty one switches the shortcut off.",
            json_schema_extra=REMEMBERED,
        ),
    ] = {}

    def changed(self, **values: Any) -> Self:
        """These settings with some values replaced. Raises ValueError for an unknown name or a value out of range."""
        unknown = values.keys() - type(self).model_fields.keys()
        if unknown:
            raise ValueError(f"no such setting: {', '.join(sorted(unknown))}")
        return type(self).model_validate(self.model_dump() | values)


class SettingsError(Exception):
    """The settings could not be written. `str(error)` is one sentence for the user."""


def load_settings(path: Path) -> tuple[Settings, str]:
    """Read the settings, and say in one sentence what was wrong with the file ("" if nothing was).

    Never raises. No file gives the defaults. A file that cannot be understood is put aside as `<name>.broken`; where
    only some values are wrong, the others are kept.
    """
    try:
        values = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        reason = error.strerror or "unknown error"
        return Settings(), f"The settings could not be read ({reason}), so the usual ones are used."
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        return Settings(), f"The settings were damaged, so the usual ones are used.{_put_aside(path)}"
    try:
        return Settings.model_validate(values), ""
    except ValidationError as error:
        wrong = {str(detail["loc"][0]) for detail in error.errors()}
    titles = ", ".join(sorted(Settings.model_fields[name].title or name for name in wrong))
    good = {name: value for name, value in values.items() if name not in wrong}
    return Settings.model_validate(
        good
    ), f"These settings were damaged and are as usual again: {titles}.{_put_aside(path)}"


def save_settings(settings: Settings, path: Path) -> None:
    """Write the settings in one go: a reader sees the old file or the new one. Raises SettingsError."""
    text = json.dumps(settings.model_dump(mode="json"), indent=2, ensure_ascii=False) + "\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(text.encode())
    except OSError as error:
        raise SettingsError(f"The settings could not be saved ({error.strerror or 'unknown error'}).") from error


class SettingsStore:
    """The settings of the running program: the current ones, and word to all who asked when they change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._current, self.notice = load_settings(path)
        self._listeners: list[Callable[[Settings], None]] = []

    @property
    def current(self) -> Settings:
        """The settings as they are now."""
        return self._current

    def subscribe(self, listener: Callable[[Settings], None]) -> None:
        """Call `listener` with the new settings after each real change, in the thread that changes them."""
        self._listeners.append(listener)

    def change(self, **values: Any) -> None:
        """Replace some values, tell the listeners and save.

        Raises ValueError for an unknown name or a value out of range (nothing has changed then), and SettingsError if
        the file cannot be written (the change holds until the program ends).
        """
        new = self._current.changed(**values)
        if new == self._current:
            return
        self._current = new
        for listener in tuple(self._listeners):
            listener(new)
        save_settings(new, self._path)


def _put_aside(path: Path) -> str:
    """Move a damaged file out of the way; the sentence that says where it is now."""
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        return ""
    return f" The old file is kept as {aside.name}."
