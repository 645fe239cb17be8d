"""rolemap: who leads on what in public health and population health, at every level, and where that is unclear."""

__version__ = "0.1.0"
