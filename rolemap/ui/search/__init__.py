"""The parts of the page Search, and of “Why isn't this shown?” on others."""
