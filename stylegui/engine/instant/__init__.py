"""Instant: any style in one pass."""
