"""Which part of a told experience a sentence is: situation, task, action, result or none.

``stories.npz`` holds what was fitted on the answers in ``data`` (see ``stories.md``).
"""

from pathlib import Path

FOLDER = Path(__file__).parent
ARTEFACT = FOLDER / "stories.npz"
LABELS = ("S", "T", "A", "R", "none")
