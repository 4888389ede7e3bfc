"""Recipes that make the weights the program ships. They run on a CPU or a GPU, with or without Qt installed."""
