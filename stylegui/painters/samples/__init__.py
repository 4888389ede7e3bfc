"""Sample photos rendered by the program itself: the first photo an artist meets, before any of their own is opened."""

from stylegui.painters.samples.table import SAMPLES, Sample

__all__ = ["SAMPLES", "Sample"]
