"""The parts of the page Gaps and overlaps."""
