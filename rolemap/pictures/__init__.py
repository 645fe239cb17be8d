"""Pictures of a map: one palette, drawings laid out in Python, and the interactive network made from them."""
