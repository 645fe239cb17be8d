"""Tests of reading maps."""
