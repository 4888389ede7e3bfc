"""Where the program keeps its files on this computer."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP_NAME = "stylegui"
HOME_VARIABLE = "STYLEGUI_HOME"


@dataclass(frozen=True)
class Paths:
    """The four folders of the program. None of them need exist; whoever writes into one makes it first.

    `config` holds the settings, `data` what the user would miss (own styles, downloaded models), `cache` what can be
    made again (thumbnails), and `state` logs, window state and autosaved work.
    """

    config: Path
    data: Path
    cache: Path
    state: Path

    @classmethod
    def below(cls, home: Path) -> Paths:
        """All four folders inside one: for tests, and for a copy of the program on a memory stick."""
        return cls(home / "config", home / "data", home / "cache", home / "state")

    @classmethod
    def of_user(cls) -> Paths:
        """The places that the operating system has for this user, or those below `STYLEGUI_HOME` where it is set."""
        home = os.environ.get(HOME_VARIABLE, "")
        if home:
            return cls.below(Path(home).expanduser().absolute())
        return cls(
            config=platformdirs.user_config_path(APP_NAME, appauthor=False),
            data=platformdirs.user_data_path(APP_NAME, appauthor=False),
            cache=platformdirs.user_cache_path(APP_NAME, appauthor=False),
            state=platformdirs.user_state_path(APP_NAME, appauthor=False),
        )

    @property
    def settings_file(self) -> Path:
        """The settings, as JSON."""
        return self.config / "settings.json"

    @property
    def window_file(self) -> Path:
        """Geometry and dock layout of the window."""
        return self.state / "window.ini"

    @property
    def log_file(self) -> Path:
        """The log of the latest runs."""
        return self.state / "stylegui.log"

    @property
    def styles(self) -> Path:
        """The user's own styles, one folder each."""
        return self.data / "styles"

    @property
    def models(self) -> Path:
        """Networks that were downloaded or trained by the user."""
        return self.data / "models"

    @property
    def thumbnails(self) -> Path:
        """Small pictures of styles."""
        return self.cache / "thumbnails"
