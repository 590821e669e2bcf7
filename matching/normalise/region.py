"""Places as written → six-digit region codes, the most specific that the text names.

Understands full and short names, chains (省市区, 上海-徐汇区), lists of cities, names cut off after
two or three characters, 全国/异地 and remote work. A place abroad is said to be so.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from matching.normalise.reading import Unread, fold, is_absent, row_names, row_text

_LEVEL_ORDER = {"province": 1, "city": 0, "county": 2}
_SUFFIXES = (
    "特别行政区", "自治区", "自治州", "自治县", "地区", "林区", "新区",
    "省", "市", "区", "县", "盟", "州",
)  # fmt: skip
_SEPARATOR = re.compile(r"[,;、/|+&\s]+|或者|以及")
_CONNECTORS = "省市和或及与"
_CHAIN = re.compile(r"\s*[-—–·>（()）:]\s*")
_NATIONAL = re.compile(r"全国|异地招聘|国内|各地|多地|nationwide|不限")
_REMOTE = re.compile(r"远程|居家|在家办公|线上办公|remote|work from home")
_ABROAD = re.compile(
    r"海外|国外|境外|日本|韩国|新加坡|越南|泰国|马来西亚|印度|印尼|菲律宾|柬埔寨|老挝|缅甸|东南亚"
    r"|美国|加拿大|墨西哥|巴西|英国|德国|法国|意大利|西班牙|俄罗斯|匈牙利|波兰|土耳其|欧洲"
    r"|澳大利亚|新西兰|沙特|阿联酋|迪拜|非洲|埃及|尼日利亚|肯尼亚|南非|巴基斯坦|孟加拉"
    r"|乌兹别克|哈萨克斯坦|overseas"
)
_NOISE = re.compile(
    r"^(?:中国|工作地点|地点|城市|base|各|含|在)[:：]?|(?:等地?|周边|市内|城区|地区招聘)$"
)
SHORTEST_CUT = 2


@dataclass(frozen=True, slots=True)
class RegionReading:
    """``unresolved`` are the pieces that named no known place."""

    original: str
    codes: tuple[str, ...] = ()
    national: bool = False
    remote: bool = False
    unresolved: tuple[str, ...] = ()
    reason: Unread | None = None


@dataclass(frozen=True, slots=True)
class RegionIndex:
    """Names of regions → codes; build once with ``from_rows`` and pass to ``read_regions``."""

    names: dict[str, tuple[str, ...]]
    levels: dict[str, str]
    longest: int

    @classmethod
    def from_rows(cls, rows: Iterable[object]) -> Self:
        """Rows have code, name, level, and may have short_name and aliases."""
        names: dict[str, list[str]] = defaultdict(list)
        levels: dict[str, str] = {}
        for row in rows:
            code = row_text(row, "code")
            levels[code] = row_text(row, "level")
            for name in _written_names(row):
                if code not in names[name]:
                    names[name].append(code)
        ordered = {
            name: tuple(sorted(codes, key=lambda code: (_LEVEL_ORDER.get(levels[code], 3), code)))
            for name, codes in names.items()
        }
        return cls(ordered, levels, max(map(len, ordered), default=0))

    def parent_of(self, code: str) -> str | None:
        """The region one level up: the city of a county, the province of a city."""
        for parent in (f"{code[:4]}00", f"{code[:2]}0000"):
            if parent != code and parent in self.levels:
                return parent
        return None

    def city_of(self, code: str) -> str:
        """The prefecture-level city or municipality of a county, else the code itself."""
        if self.levels.get(code) != "county":
            return code
        parent = self.parent_of(code)
        return parent if parent and _is_city_like(parent, self.levels) else code


def _is_city_like(code: str, levels: dict[str, str]) -> bool:
    return levels.get(code) == "city" or code[:2] in {"11", "12", "31", "50"}


def _written_names(row: object) -> set[str]:
    name = fold(row_text(row, "name"))
    written = {name, fold(row_text(row, "short_name")), *map(fold, row_names(row, "aliases"))}
    stem = next((name.removesuffix(end) for end in _SUFFIXES if name.endswith(end)), name)
    if len(stem) >= SHORTEST_CUT:
        written.add(stem)
    return {text for text in written if len(text) >= SHORTEST_CUT}


def read_regions(text: str, index: RegionIndex) -> RegionReading:
    """Read one field that may name several places."""
    folded = fold(text).strip()
    if is_absent(folded):
        return RegionReading(text, reason=Unread.EMPTY)
    national, remote = bool(_NATIONAL.search(folded)), bool(_REMOTE.search(folded))
    rest = _REMOTE.sub(" ", _NATIONAL.sub(" ", folded))
    codes: dict[str, None] = {}
    unresolved: list[str] = []
    for piece in filter(None, _SEPARATOR.split(rest)):
        found = _read_piece(piece, index)
        codes.update(dict.fromkeys(found))
        if not found and _NOISE.sub("", piece):
            unresolved.append(piece)
    said = bool(codes) or national or remote
    reason = None if said else _why_unread(folded)
    return RegionReading(text, tuple(codes), national, remote, tuple(unresolved), reason)


def _why_unread(folded: str) -> Unread:
    return Unread.FOREIGN if _ABROAD.search(folded) else Unread.UNKNOWN_PLACE


def _read_piece(piece: str, index: RegionIndex) -> list[str]:
    """A chain of names narrows (省市区); names that do not belong to one another are several."""
    found: list[str] = []
    for part in filter(None, _CHAIN.split(_NOISE.sub("", piece))):
        for name, is_chained in _cut_into_names(part, index):
            code = _choose(index, name, within=found[-1] if found else None)
            if code:
                _add(found, code, index, is_chained=is_chained)
    return found or _complete_cut_name(piece, index)


def _add(found: list[str], code: str, index: RegionIndex, *, is_chained: bool) -> None:
    """Narrow the last place or add another; in a chain a city wins over a wrong province."""
    if not found:
        found.append(code)
    elif _is_within(code, found[-1]) or (is_chained and index.levels[found[-1]] == "province"):
        found[-1] = code
    elif not _is_within(found[-1], code):
        found.append(code)


def _cut_into_names(part: str, index: RegionIndex) -> Iterable[tuple[str, bool]]:
    """Names one after another, and whether each follows the last without a connector.

    A leftover that is no name ends the reading (a street, a park).
    """
    position, is_chained = 0, False
    while position < len(part):
        name = _longest_name_at(part, position, index)
        if name:
            yield name, is_chained
            position += len(name)
            is_chained = True
        elif part[position] in _CONNECTORS:
            is_chained = is_chained and part[position] in "省市"
            position += 1
        else:
            return


def _longest_name_at(part: str, position: int, index: RegionIndex) -> str | None:
    for length in range(min(index.longest, len(part) - position), SHORTEST_CUT - 1, -1):
        candidate = part[position : position + length]
        if candidate in index.names:
            return candidate
    return None


def _choose(index: RegionIndex, name: str, *, within: str | None) -> str | None:
    """Of namesakes the one inside the place named before, else the city, else no guess."""
    codes = index.names[name]
    if within:
        for code in codes:
            if _is_within(code, within):
                return code
    is_guess = len(codes) > 1 and index.levels[codes[0]] == "county"
    return None if is_guess else codes[0]


def _is_within(code: str, region: str) -> bool:
    return code != region and code.startswith(region.rstrip("0").ljust(2, "0")[: _width(region)])


def _width(region: str) -> int:
    if region.endswith("0000"):
        return 2
    return 4 if region.endswith("00") else 6


def _complete_cut_name(piece: str, index: RegionIndex) -> list[str]:
    """``石家`` → 石家庄: a cut-off name that only one prefecture-level city completes."""
    if len(piece) < SHORTEST_CUT:
        return []
    completions = {
        code
        for name, codes in index.names.items()
        if name.startswith(piece)
        for code in codes
        if index.levels[code] == "city"
    }
    return list(completions) if len(completions) == 1 else []
