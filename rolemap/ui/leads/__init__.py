"""The parts of the page Who leads on what."""
