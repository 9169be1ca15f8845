"""Tests of comparing many pairs."""
