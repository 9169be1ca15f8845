"""Tests of what the words after `diffview` do."""
