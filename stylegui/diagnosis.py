"""What a person who helps with a problem would ask first: versions, devices, folders, networks, and what is wrong."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, get_args

from stylegui import __version__
from stylegui.engine.encoders.weights import MANIFEST, installed, sha256_of
from stylegui.engine.request import InstantId
from stylegui.library import StyleLibrary
from stylegui.paths import Paths
from stylegui.wording import size, table

PACKAGES = (
    "torch",
    "torchvision",
    "numpy",
    "pillow",
    "tifffile",
    "safetensors",
    "pydantic",
    "PySide6-Essentials",
    "av",
)

TITLES = {
    "builtin": "built-in network",
    "instant-fast": "Instant network “fast”",
    "instant-fine": "Instant network “fine”",
}


def examine(paths: Paths) -> dict[str, Any]:
    """Everything that is reported, ready for JSON. Hashes all model files, so it may take some seconds."""
    from stylegui.engine.devices import devices

    library = StyleLibrary(paths)
    styles = library.styles()
    report: dict[str, Any] = {
        "versions": _versions(),
        "devices": [
            {"id": device.id, "name": device.name, "usable": device.usable, "note": device.note}
            | {"memory_bytes": device.memory_bytes}
            for device in devices()
        ],
        "folders": [
            {"purpose": purpose, "path": str(folder), "state": _folder_state(folder)}
            for purpose, folder in (
                ("settings", paths.config),
                ("styles", paths.styles),
                ("networks", paths.models),
                ("cache", paths.cache),
                ("log", paths.log_file.parent),
            )
        ],
        "networks": [
            _builtin(),
            *map(_instant, get_args(InstantId)),
            *(_network(name, paths.models) for name in MANIFEST),
        ],
        "styles": {"builtin": sum(s.builtin for s in styles), "own": sum(not s.builtin for s in styles)},
    }
    report["problems"] = _problems(report, library.problems)
    return report


def describe(report: dict[str, Any]) -> str:
    """The report as text for a person."""
    devices = [
        (device["id"], device["note"], size(device["memory_bytes"]) if device["memory_bytes"] else "", device["name"])
        for device in report["devices"]
    ]
    networks = [
        (
            network["id"],
            network["state"],
            size(network["bytes"]) if network["bytes"] else "",
            f"sha256 {network['sha256']}" if network["sha256"] else "",
            network["path"] or "",
        )
        for network in report["networks"]
    ]
    sections = [
        ("Versions", table(list(report["versions"].items()), "  ")),
        ("Devices", table(devices, "  ")),
        ("Folders", table([tuple(folder.values()) for folder in report["folders"]], "  ")),
        ("Networks", table(networks, "  ")),
        ("Styles", "  {builtin} built-in, {own} own".format(**report["styles"])),
        ("Problems", "\n".join(f"  {text}" for text in report["problems"]) or "  none"),
    ]
    return "\n\n".join(f"{title}\n{text}" for title, text in sections)


def _versions() -> dict[str, str]:
    found = {"stylegui": __version__, "Python": platform.python_version(), "system": platform.platform()}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            found[package] = "not installed"
    return found


def _folder_state(folder: Path) -> str:
    """Whether the program can write there, or could make the folder."""
    if folder.is_dir():
        return "ready" if os.access(folder, os.W_OK) else "read-only"
    nearest = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    possible = nearest.is_dir() and os.access(nearest, os.W_OK)
    return "made when needed" if possible else "cannot be made"


def _builtin() -> dict[str, Any]:
    from stylegui.engine.encoders.encoder import BUILTIN_FILE
    from stylegui.resources import resource

    try:
        return _encoder("builtin", resource(BUILTIN_FILE))
    except FileNotFoundError:
        return _absent("builtin", "missing")


def _instant(model_id: InstantId) -> dict[str, Any]:
    import torch

    from stylegui.engine.instant.model import load_instant, weights_file

    name = f"instant-{model_id}"
    try:
        path = weights_file(model_id)
    except FileNotFoundError:
        return _absent(name, "missing")
    return _described(name, path, lambda: load_instant(model_id, torch.device("cpu")))


def _network(name: str, models: Path) -> dict[str, Any]:
    path = installed(name, models)
    return _absent(name, "not downloaded") if path is None else _encoder(name, path)


def _encoder(name: str, path: Path) -> dict[str, Any]:
    import torch

    from stylegui.engine.encoders.encoder import load_encoder

    return _described(name, path, lambda: load_encoder(name, torch.device("cpu"), path.parent))


def _absent(name: str, state: str) -> dict[str, Any]:
    return {"id": name, "state": state, "path": None, "bytes": None, "sha256": None}


def _described(name: str, path: Path, load: Callable[[], object]) -> dict[str, Any]:
    """A network and whether the engine can really load it."""
    from stylegui.engine.engines import EngineError

    try:
        load()
        state = "ready"
    except EngineError as error:
        state = str(error)
    return {"id": name, "state": state, "path": str(path), "bytes": path.stat().st_size, "sha256": sha256_of(path)}


def _problems(report: dict[str, Any], styles: Sequence[str]) -> list[str]:
    problems = [
        f"{device['id']} cannot be used: {device['note']}." for device in report["devices"] if not device["usable"]
    ]
    problems += [
        f"The folder for {folder['purpose']} {'is ' if folder['state'] == 'read-only' else ''}{folder['state']}."
        for folder in report["folders"]
        if folder["state"] not in ("ready", "made when needed")
    ]
    for network in report["networks"]:
        if network["state"] == "missing":
            title = TITLES.get(network["id"], network["id"])
            problems.append(f"The {title} is missing; please install stylegui again.")
        elif network["state"] not in ("ready", "not downloaded"):
            problems.append(network["state"])
    if not report["styles"]["builtin"]:
        problems.append("The built-in styles are missing; please install stylegui again.")
    return [*problems, *styles]
