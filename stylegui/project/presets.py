"""Named settings that the artist keeps: presets of an engine's parameters, and of exports. JSON files; no Qt."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import JsonValue, ValidationError

from stylegui.engine.request import InstantParams, PaintParams
from stylegui.files import replacing
from stylegui.project.setup import EngineId, Params

FORMAT = 1
SUFFIX = ".stylepresets"
LONGEST_NAME = 60
MAX_FILE_BYTES = 4 * 2**20
CANVAS = "Canvas"
"""The group of parameters that a preset leaves as they are: how large, how long, from what and with which seed."""

_KINDS: dict[EngineId, type[InstantParams] | type[PaintParams]] = {"instant": InstantParams, "paint": PaintParams}

log = logging.getLogger(__name__)


class PresetError(Exception):
    """A preset could not be kept, or a file of presets not be read; the text is one sentence for the user."""


class PresetShelf:
    """Named JSON objects in sections, in one file. What cannot be read is put aside, never written over."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sections = self._load()

    def names(self, section: str) -> list[str]:
        """All names, in the order of the alphabet."""
        return sorted(self._sections.get(section, {}), key=str.casefold)

    def get(self, section: str, name: str) -> dict[str, JsonValue] | None:
        return self._sections.get(section, {}).get(name)

    def put(self, section: str, name: str, content: Mapping[str, JsonValue]) -> None:
        """Keep it, in place of one of that name. Raises PresetError, and nothing has changed then."""
        section_after = {**self._sections.get(section, {}), name: dict(content)}
        self._replace({**self._sections, section: section_after})

    def remove(self, section: str, name: str) -> None:
        """Forget it. Raises PresetError, and nothing has changed then."""
        section_after = {key: value for key, value in self._sections.get(section, {}).items() if key != name}
        self._replace({**self._sections, section: section_after})

    def rename(self, section: str, name: str, new_name: str) -> None:
        """Call it otherwise; one that has the new name goes. Raises PresetError, and nothing has changed then."""
        entries = self._sections.get(section, {})
        if name in entries and new_name != name:
            renamed = {key: value for key, value in entries.items() if key not in (name, new_name)}
            self._replace({**self._sections, section: {**renamed, new_name: entries[name]}})

    def free_name(self, section: str, name: str) -> str:
        """`name`, or "name 2", "name 3" … where it is taken."""
        wanted = tidy_name(name)
        number, free = 2, wanted
        while free in self._sections.get(section, {}):
            free = f"{wanted} {number}"
            number += 1
        return free

    def _load(self) -> dict[str, dict[str, dict[str, JsonValue]]]:
        try:
            content = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except OSError as error:
            log.warning("the presets cannot be read: %s", error.strerror)
            return {}
        except (ValueError, RecursionError):
            content = None
        if not isinstance(content, dict) or content.get("format") != FORMAT:
            self._put_aside()
            return {}
        return {
            section: {name: value for name, value in entries.items() if isinstance(value, dict)}
            for section, entries in content.items()
            if isinstance(entries, dict)
        }

    def _put_aside(self) -> None:
        log.warning("the presets were damaged or of a newer program; the file is kept beside the new one")
        try:
            self._path.replace(self._path.with_name(self._path.name + ".broken"))
        except OSError as error:
            log.warning("they cannot be put aside: %s", error.strerror)

    def _replace(self, sections: dict[str, dict[str, dict[str, JsonValue]]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as file:
                file.write(_encoded({"format": FORMAT, **sections}))
        except OSError as error:
            raise PresetError(f"The presets could not be saved ({error.strerror or 'unknown error'}).") from error
        self._sections = sections


@dataclass(frozen=True)
class ParameterPreset:
    """A named look: parameters of one engine, those of its canvas left out."""

    name: str
    engine: EngineId
    values: Mapping[str, JsonValue]

    @classmethod
    def of(cls, name: str, params: Params) -> ParameterPreset:
        """The look that an engine is set to."""
        engine: EngineId = "instant" if isinstance(params, InstantParams) else "paint"
        values = params.model_dump(mode="json")
        return cls(name, engine, {field: values[field] for field in look_fields(engine)})

    def applied(self, params: Params) -> Params:
        """`params`, of the same engine, in this look. What is not understood here stays as it is."""
        known = {name: value for name, value in self.values.items() if name in look_fields(self.engine)}
        kind = _KINDS[self.engine]
        before = params.model_dump()
        try:
            return kind.model_validate(before | known)
        except ValidationError as error:
            wrong = {str(detail["loc"][0]) for detail in error.errors()}
        good = {name: value for name, value in known.items() if name not in wrong}
        return kind.model_validate(before | good)

    def matches(self, params: Params) -> bool:
        """Whether these parameters are in this look already."""
        return self.engine == engine_of(params) and self.applied(params) == params


def engine_of(params: Params) -> EngineId:
    return "instant" if isinstance(params, InstantParams) else "paint"


def look_fields(engine: EngineId) -> list[str]:
    """The parameters that a preset of this engine holds."""
    fields = []
    for name, field in _KINDS[engine].model_fields.items():
        extra = field.json_schema_extra
        if not (isinstance(extra, dict) and extra.get("group") == CANVAS):
            fields.append(name)
    return fields


def shipped(engine: EngineId) -> dict[str, ParameterPreset]:
    """The looks that come with the program, by id; what they do not name is as usual."""
    looks: dict[EngineId, dict[str, dict[str, Any]]] = {
        "paint": {
            "watercolour": {"strength": 45.0, "brush_size": 130.0, "colour_finish": 70.0, "smoothness": 40.0},
            "oil": {"strength": 80.0, "brush_size": 150.0, "colour_finish": 25.0, "smoothness": 8.0},
            "fine": {"strength": 55.0, "brush_size": 65.0, "smoothness": 5.0},
            "own_colours": {"strength": 60.0, "colour": "photo"},
            "abstract": {"strength": 100.0, "brush_size": 180.0, "colour_finish": 0.0},
        },
        "instant": {
            "watercolour": {"strength": 60.0, "brush_size": 130.0, "detail": 20.0},
            "oil": {"strength": 95.0, "brush_size": 150.0},
            "fine": {"strength": 70.0, "brush_size": 70.0, "detail": 40.0},
            "own_colours": {"colour": "photo", "detail": 20.0},
            "abstract": {"strength": 100.0, "brush_size": 190.0},
        },
    }
    usual = _KINDS[engine]()
    return {key: ParameterPreset.of(key, usual.model_copy(update=values)) for key, values in looks[engine].items()}


def write_presets(path: Path, presets: list[ParameterPreset]) -> None:
    """Write presets as a file that can be given away. Raises PresetError."""
    entries = [{"name": each.name, "engine": each.engine, "values": dict(each.values)} for each in presets]
    try:
        with replacing(path) as file:
            file.write(_encoded({"format": FORMAT, "presets": entries}))
    except OSError as error:
        raise PresetError(f"“{path.name}” could not be saved ({error.strerror or 'unknown error'}).") from error


def read_presets(path: Path) -> list[ParameterPreset]:
    """The presets in a file that somebody gave away. Raises PresetError where there are none."""
    trouble = f"“{path.name}” holds no presets that this version understands."
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise PresetError(trouble)
        content = json.loads(path.read_bytes())
    except OSError as error:
        raise PresetError(f"“{path.name}” cannot be read ({error.strerror or 'unknown error'}).") from error
    except (ValueError, RecursionError) as error:
        raise PresetError(trouble) from error
    entries = content.get("presets") if isinstance(content, dict) and content.get("format") == FORMAT else None
    found = [preset for entry in entries if (preset := _preset(entry))] if isinstance(entries, list) else []
    if not found:
        raise PresetError(trouble)
    return found


def tidy_name(name: str) -> str:
    """A name on one line, not too long; never empty."""
    return " ".join(name.split())[:LONGEST_NAME].strip() or "Preset"


def _preset(entry: object) -> ParameterPreset | None:
    if not isinstance(entry, dict):
        return None
    name, engine, values = entry.get("name"), entry.get("engine"), entry.get("values")
    if not isinstance(name, str) or engine not in _KINDS or not isinstance(values, dict):
        return None
    return ParameterPreset(tidy_name(name), engine, values)


def _encoded(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
