"""The app, apart from its frame in app.py: what its pages share, and the pages."""
