"""What do the words after `diffview` do: one file for each?"""
