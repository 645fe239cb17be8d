"""The parts of the page Roles and organisations."""
