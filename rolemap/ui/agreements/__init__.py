"""The parts of the page Agreements."""
