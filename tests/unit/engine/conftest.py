from __future__ import annotations

import pytest

from stylegui.engine.encoders.encoder import Encoder
from tests.unit.engine.painting import random_encoder


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """A loss network of the built-in one's shape with random weights."""
    return random_encoder()
