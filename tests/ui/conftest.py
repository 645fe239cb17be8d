"""What all tests of the app in Python share."""

from __future__ import annotations

import pytest

from rolemap.ui import parts


@pytest.fixture(autouse=True)
def whole_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the whole page after every choice: where a part runs alone, AppTest keeps only that part of what is shown."""
    monkeypatch.setattr(parts, "run_only", lambda *names: None)
