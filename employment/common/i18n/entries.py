from dataclasses import dataclass
from typing import NamedTuple


class Key(NamedTuple):
    """What a translation is found by. `plural` is empty for a plain string."""

    singular: str
    plural: str
    context: str

    @property
    def message_id(self) -> str | tuple[str, str]:
        return (self.singular, self.plural) if self.plural else self.singular


@dataclass(frozen=True, slots=True)
class Entry:
    translation: str
    fuzzy: bool = False


Entries = dict[Key, Entry]
