"""The first-run tour: a card that leads from one part of the window to the next."""
