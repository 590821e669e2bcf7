"""The scenarios of the files in ``data``, read and checked once a process."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from employment.guidance.scenarios.rules.graph import Scenario, problems

FOLDER = Path(__file__).parent / "data"


@cache
def scenarios() -> Mapping[str, Scenario]:
    """All by code, in the order of the file names; a broken file stops the reader."""
    return {one.code: one for one in map(read, sorted(FOLDER.glob("*.yaml")))}


def read(path: Path) -> Scenario:
    """Raises ``ValueError`` naming what is wrong with the file."""
    scenario = Scenario.from_data(yaml.safe_load(path.read_text(encoding="utf-8")))
    found = problems(scenario)
    if found:
        raise ValueError(f"{path.name}: {'; '.join(found)}")
    return scenario
