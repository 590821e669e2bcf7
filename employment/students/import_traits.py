"""Protected traits in a roster: kept apart, for the fairness audit and official counts only."""

from typing import Any

from employment.students.import_cells import NOTHING, Cells, region_names
from employment.students.models.profiles import NO_HARDSHIP
from matching.normalise.region import read_regions

GENDERS = {
    **dict.fromkeys(("男", "男性", "male", "m", "1"), "男"),
    **dict.fromkeys(("女", "女性", "female", "f", "2"), "女"),
}
# Names of GB/T 3304-1991.
_ETHNIC_GROUPS = """
汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族
哈萨克族 傣族 黎族 傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族
达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族
俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 鄂伦春族 赫哲族 门巴族 珞巴族 基诺族
其他
"""
ETHNIC_GROUPS = frozenset(_ETHNIC_GROUPS.split())
# The one-digit code that registrations use: 1 employment, 2 family, 4 disability, and their sums.
HARDSHIP_BITS = ((1, "就业困难"), (2, "家庭困难"), (4, "残疾"))
HARDSHIP_WORDS = (
    *("就业困难", "家庭困难", "家庭经济困难", "零就业家庭", "低保", "脱贫家庭", "一般困难"),
    *("比较困难", "困难", "特别困难", "特殊困难", "残疾", "孤儿", "是"),
)
NO_WORDS = frozenset({"否", "不是", "非", "非困难", "非困难生", "无", "n", "no", "false"})
YES_WORDS = frozenset({"是", "有", "残疾", "y", "yes", "true"})


def traits_of(cell: Cells) -> dict[str, Any]:
    """Fields of ``ProtectedTraits`` that the row states; what it leaves open is not among them."""
    found = {
        "gender": gender_of(cell),
        "ethnicity": ethnicity_of(cell),
        "birthplace_id": birthplace_of(cell),
        "hardship": hardship_of(cell),
        "disability": disability_of(cell),
    }
    return {name: value for name, value in found.items() if value not in ("", None)}


def gender_of(cell: Cells) -> str:
    return _looked_up(cell, "gender", GENDERS)


def ethnicity_of(cell: Cells) -> str:
    text = cell["ethnicity"]
    if text in NOTHING:
        return ""
    name = text if text in ETHNIC_GROUPS else f"{text}族"
    if name not in ETHNIC_GROUPS:
        cell.warn("ethnicity", "ethnicity")
        return ""
    return name


def birthplace_of(cell: Cells) -> str:
    """Of a chain (浙江省, 杭州市, 西湖区) the last place counts."""
    if cell["birthplace"] in NOTHING:
        return ""
    codes = read_regions(cell["birthplace"], region_names()).codes
    if not codes:
        cell.warn("birthplace", "birthplace")
        return ""
    return max(codes, key=lambda code: len(code.rstrip("0")))


def hardship_of(cell: Cells) -> str:
    text = cell["hardship"]
    if not text:
        return ""
    if text.casefold() in NO_WORDS or text == "0":
        return NO_HARDSHIP
    if text in ("1", "2", "3", "4", "5", "6", "7"):
        return "、".join(word for bit, word in HARDSHIP_BITS if int(text) & bit)
    if not any(word in text for word in HARDSHIP_WORDS):
        cell.warn("hardship", "hardship")
        return ""
    return text[:20]


def disability_of(cell: Cells) -> bool | None:
    """The code of hardship tells it as well where the column of its own is empty."""
    text = cell["disability"].casefold()
    if not text:
        return True if cell["hardship"] in ("4", "5", "6", "7") else None
    if text in YES_WORDS or text in NO_WORDS:
        return text in YES_WORDS
    cell.warn("disability", "disability")
    return None


def _looked_up(cell: Cells, name: str, words: dict[str, str]) -> str:
    text = cell[name].casefold()
    if text and text not in words and text not in NOTHING:
        cell.warn(name, name)
    return words.get(text, "")
