"""The mood board's window."""
