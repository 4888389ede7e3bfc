"""What the tests of the encoders share."""

from __future__ import annotations

import pytest

from stylegui.engine.encoders import normalise


@pytest.fixture(autouse=True)
def _small_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conversion looks at the program's own pictures; smaller and fewer ones give the same to check, sooner."""
    monkeypatch.setattr(normalise, "OWN_PICTURES", 2)
    monkeypatch.setattr(normalise, "OWN_LONG_SIDE_PX", 64)
