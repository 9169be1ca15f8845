"""Tests mirror the package: the tests of diffview/x/y.py are in tests/x/test_y.py."""
