"""Explore: a sheet of small pictures over two things that are varied at once."""
