"""Dialogs: export, settings, shortcuts, about, and the download of a network."""
