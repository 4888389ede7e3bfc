from pathlib import Path

import pytest

from stylegui import resources


def test_a_checkout_uses_its_own_folder() -> None:
    checkout = Path(resources.__file__).parents[1]
    assert resources.resource("styles") == checkout / "resources" / "styles"


def test_a_wheel_uses_the_folder_inside_the_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "_resources"
    (inside / "icons").mkdir(parents=True)
    monkeypatch.setattr(resources, "_IN_WHEEL", inside)
    assert resources.resource("icons") == inside / "icons"


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"“styles/no-such/image\.jpg” is missing"):
        resources.resource("styles/no-such/image.jpg")
