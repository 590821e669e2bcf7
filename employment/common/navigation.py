"""The menu of each role. Apps register their pages in ``AppConfig.ready``."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise

Text: TypeAlias = str | Promise
Count = Callable[[HttpRequest], int]


class Place(StrEnum):
    BAR = "bar"
    TOOL = "tool"
    MENU = "menu"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class Item:
    """A page in a menu. ``count`` gives the number shown beside it; it runs on every full page."""

    label: Text
    url_name: str
    icon: str
    order: int
    place: Place = Place.BAR
    group: Text = ""
    phone: bool = False
    count: Count | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """An item as it stands on one page."""

    label: Text
    url: str
    icon: str
    place: Place
    group: Text
    phone: bool
    active: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A place in the top bar: one link, or a named group of several."""

    label: Text
    links: list[Link]
    grouped: bool

    @property
    def active(self) -> bool:
        return any(link.active for link in self.links)


EVERYONE = "*"
_items: dict[str, dict[str, Item]] = defaultdict(dict)


def register(
    role: str | Iterable[str],
    label: Text,
    url_name: str,
    icon: str,
    order: int,
    *,
    place: Place = Place.BAR,
    group: Text = "",
    phone: bool = False,
    count: Count | None = None,
) -> None:
    """Add a page to the menu of one role or several; ``EVERYONE`` includes visitors."""
    item = Item(label, url_name, icon, order, place, group, phone, count)
    for name in [role] if isinstance(role, str) else role:
        _items[str(name)][f"{place}:{url_name}"] = item


def items_of(role: str) -> list[Item]:
    items = {**_items.get(EVERYONE, {}), **_items.get(role, {})}
    return sorted(items.values(), key=lambda item: item.order)


def links_for(request: HttpRequest, role: str) -> list[Link]:
    """The links of a role on this page; the one with the longest matching path is active."""
    found = [(item, reverse(item.url_name)) for item in items_of(role)]
    current = _current_url(request.path, [url for _, url in found])
    return [
        Link(
            label=item.label,
            url=url,
            icon=item.icon,
            place=item.place,
            group=item.group,
            phone=item.phone,
            active=url == current,
            count=item.count(request) if item.count else 0,
        )
        for item, url in found
    ]


def entries(links: Iterable[Link]) -> list[Entry]:
    """Links of the bar, those of one group gathered where its first link stands."""
    found: dict[str, Entry] = {}
    for link in links:
        if link.place is Place.BAR:
            key = str(link.group) or link.url
            entry = found.setdefault(key, Entry(link.group or link.label, [], bool(link.group)))
            entry.links.append(link)
    return list(found.values())


def _current_url(path: str, urls: list[str]) -> str:
    matching = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(matching, key=len, default="")
