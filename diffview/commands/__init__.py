"""What do the words after `diffview` do: one file for each?"""

NAMES = ("compare", "verify", "batch")
"""The words that are no article to open."""
