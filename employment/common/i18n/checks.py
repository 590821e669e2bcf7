"""What is wrong with the catalogues, one line per fault."""

import re
from collections import defaultdict
from collections.abc import Iterator

from employment.common.i18n.entries import Entries, Entry, Key

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def faults(wanted: dict[str, dict[Key, None]], catalogues: dict[str, Entries]) -> list[str]:
    return [
        *(
            line
            for label, keys in wanted.items()
            for line in in_app(label, keys, catalogues[label])
        ),
        *contradictions(catalogues),
    ]


def in_app(label: str, keys: dict[Key, None], entries: Entries) -> Iterator[str]:
    for key in keys:
        entry = entries.get(key)
        if entry is None or not entry.translation:
            yield f"{label}: missing: {key.singular!r}"
        else:
            yield from in_entry(label, key, entry)
    for key in entries.keys() - keys.keys():
        yield f"{label}: obsolete: {key.singular!r}"


def in_entry(label: str, key: Key, entry: Entry) -> Iterator[str]:
    if entry.fuzzy:
        yield f"{label}: fuzzy: {key.singular!r}"
    expected = set(PLACEHOLDER.findall(key.plural or key.singular))
    if expected != set(PLACEHOLDER.findall(entry.translation)):
        yield f"{label}: placeholders differ: {key.singular!r} / {entry.translation!r}"


def contradictions(catalogues: dict[str, Entries]) -> Iterator[str]:
    """Django merges the catalogues of all apps: two translations of one string hide each other."""
    seen: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for label, entries in catalogues.items():
        for key, entry in entries.items():
            if entry.translation:
                seen[key.singular, key.context][entry.translation] = label
    for (singular, _context), translations in seen.items():
        if len(translations) > 1:
            told = ", ".join(f"{text!r} in {label}" for text, label in translations.items())
            yield f"different translations of {singular!r}: {told}"
