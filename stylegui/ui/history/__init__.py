"""The filmstrip of versions, their making, and the list of steps that can be undone."""

from stylegui.ui.history.panel import HistoryPanel

__all__ = ["HistoryPanel"]
