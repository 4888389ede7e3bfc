"""The queue panel: the pictures that are painted, that wait, and that are done."""
