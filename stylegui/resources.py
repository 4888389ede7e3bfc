"""Files that come with the program: styles, samples, icons, the built-in network."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_resources"
_IN_CHECKOUT = _PACKAGE.parent / "resources"


def resources_root() -> Path:
    """The folder of all resources: inside the package where it was installed from a wheel, else beside it."""
    return _IN_WHEEL if _IN_WHEEL.is_dir() else _IN_CHECKOUT


def resource(relative: str) -> Path:
    """The path of one resource, such as "models/encoder.safetensors" or "styles".

    Raises FileNotFoundError, with a sentence for the user, if it is missing: the program is then not fully installed.
    """
    path = resources_root().joinpath(*relative.split("/"))
    if not path.exists():
        raise FileNotFoundError(f"The program's file “{relative}” is missing. Please install stylegui again.")
    return path
