"""Words that say how strongly, how well, or whether at all something is asked for.

All patterns work on folded text.
"""

import re
from collections import deque

LEVEL_WORDS: tuple[tuple[int, str], ...] = (
    (4, r"精通|expert|mastery"),
    (
        3,
        r"熟练掌握|熟悉掌握|熟练使用|熟练运用|熟练应用|熟练操作|熟练|娴熟|掌握"
        r"|深入理解|深刻理解|深入掌握|深入了解|扎实|擅长"
        r"|proficien(?:t|cy)|strong|solid|skilled",
    ),
    (2, r"熟悉|熟知|理解|会使用|会用|会操作|familiar(?:ity)?|good"),
    (1, r"了解|知晓|懂得?|understanding|knowledge|basic"),
)
_LEVEL_OF = tuple((level, re.compile(words)) for level, words in LEVEL_WORDS)
_PLAIN = (
    r"具备|具有|拥有|(?<![所没拥具只还若])有(?!限|效|关|机|序|利|一定)|使用过|用过|做过|从事|能够?"
    r"|会(?!计|议|展|员|务|所|社)|善于|持有?|取得|获得?|通过|experience|ability|able to|hold"
)
CUE = re.compile("|".join([*(words for _, words in LEVEL_WORDS), _PLAIN]))
AFTER = re.compile(
    r"[^,;。\n]{0,6}?(熟练|精通|扎实|优秀|娴熟|熟悉|过硬|深厚|功底)"
    r"|[^,;。\n]{0,10}?(?:一定|初步|基本|有过|[十非]分|常)的?(了解|理解)"
    r"|[^,;。\n]{0,10}?(?:深入|深刻|较深)的?(?:了解|理解)"
)
PREFERRED = re.compile(
    r"优先|非硬性|优选|优佳|[更尤为最]佳|[更最]好|佳者|者佳|加分|可加|优待|优势"
    r"|preferred|preferable|a plus|is plus|advantage|desirable|nice to have|bonus"
)
NEGATED = re.compile(
    r"无需|无须|不需|不要求|不必|不限(?!于)|无要求|不[作做]要求|没有要求|非必[须需]|不强制|不强求|勿扰"
    r"|not required|no need"
)
_COUNT = r"(?:一|1|两|2)(?:[到至-]?[两2])?(?:种|门|个|项|款|类)"
ANY_BEFORE = re.compile(
    rf"(?:至少|其中|任[意何]?|任选|熟悉|掌握|精通|了解|会|使用|或)?{_COUNT}(?:或?及?以上|或[多几数][种门])?"
    r"[^;。]{0,18}$"
    r"|任[意选一何][^,;。]{0,10}$|以下[^,;。]{0,8}[一1][种门个项][^,;。]{0,8}$"
    r"|at least one|one of|any of"
)
ANY_AFTER = re.compile(
    r"\s*等[^,;。、/]{1,10}?(?:之一|[其当]?中的?一[种门个款]|任[一意选何])"
    r"|[\s)\]等]*(?:编程|开发|计算机|程序|脚本|主流|后端|前端)?(?:语言|数据库|框架|工具|软件|系统|技术|平台)?"
    r"(?:中的|里的|其中|中|里面|里|的)?\s*(?:至少|任意|任何|任|某|的)?\s*(?:其中)?"
    rf"(?:之一|{_COUNT}|[一两]者|任[一意选何])"
)
_READING = re.compile(r"阅读|文[档献]|资料|read(?!写)")
LANGUAGE_LEVELS = (
    (4, re.compile(r"精通|母语|native|bilingual")),
    (
        3,
        re.compile(
            r"流利|流畅|熟练|基础扎实|功底|工作语言|同传|口译|fluent|proficien|excellent|strong"
        ),
    ),
    (2, re.compile(r"良好|较[好强]|听说读写|口语|沟通|交流|读写|好的|good|communicat|熟悉|掌握")),
    (1, re.compile(r"基础|简单|基本|了解|basic")),
)
_ELEMENTARY = re.compile(
    r"(?:基本|基础|简单|一定|初级)的?(?:英|日|韩|法|德|俄|西班牙|外)[语文]|[语文](?:有一定)?基础(?!扎实|良好|较?好|牢)"
    r"|(?:基本|简单)的?(?:听说|口语|沟通|交流|对话)"
)
NAMING = re.compile(r"\s*(?:例如?|比如|如|诸如|包括|包含|不限于|但|等|:|\(|\s)*(?:熟[悉练])?")
EITHER = re.compile(r"或|(?<![a-z])or(?![a-z])|\beither\b")


def level_of(cue: str) -> int | None:
    """1–4 for a cue word that ranks, else ``None``."""
    return next((level for level, pattern in _LEVEL_OF if pattern.fullmatch(cue)), None)


def language_level_of(clause: str) -> int | None:
    """1–4 for what a clause says about a language; reading documents asks for 2 at most."""
    if _ELEMENTARY.search(clause):
        return 1
    if _READING.search(clause):
        return 2 if LANGUAGE_LEVELS[1][1].search(clause) else 1
    return next((level for level, pattern in LANGUAGE_LEVELS if pattern.search(clause)), None)


def clause_bounds(folded: str, start: int, end: int) -> tuple[int, int]:
    """The stretch between commas of a sentence that contains ``[start:end]``."""
    last = folded.find(",", end)
    return folded.rfind(",", 0, start) + 1, last if last >= 0 else len(folded)


def nearest_cue(folded: str, floor: int, position: int) -> re.Match[str] | None:
    """The last cue that ends between ``floor`` and ``position``."""
    cues = deque(CUE.finditer(folded, floor, position), maxlen=1)
    return cues[0] if cues else None
