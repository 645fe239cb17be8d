"""Writing maps: new ones from templates, filled in for a real area."""
