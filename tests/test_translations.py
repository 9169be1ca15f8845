"""Tests of what is handed to the translator and comes back."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.conftest import CHECKOUT


def test_translations_are_complete_and_up_to_date() -> None:
    """Every text of the window is in the files of the translator, is translated, and is compiled."""
    command = [sys.executable, "packaging/translations.py", "--check"]
    environment = {**os.environ, "PYTHONPATH": str(CHECKOUT)}
    done = subprocess.run(command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}{done.stderr}\nmake translations brings them up to date"
