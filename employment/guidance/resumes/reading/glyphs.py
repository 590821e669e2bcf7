"""Characters that fonts put in the place of others: radicals, ligatures, icons."""

import re
import unicodedata

# Of the radicals' supplement Unicode names no plain character; the simplified ones occur in PDFs.
_RADICALS = dict(zip(
    "⺁⺄⺅⺆⺇⺈⺉⺊⺌⺍⺎⺏⺐⺑⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺱⺲⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳⼾",
    "厂乙亻冂几刀刂卜小小兀尢尣尢幺彑忄心扌攵旡日月歹母民氵水灬爫丬犭王疋目示礻竹糸网罒网羊羊羊耂肀聿月臼艹艹艹虎衤西西见角角讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食飠飠饣首马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟户",
    strict=True,
))  # fmt: skip
_PLAIN = {ord(odd): plain for odd, plain in _RADICALS.items()}
_PLAIN |= {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in (*range(0x2F00, 0x2FD6), *range(0xFB00, 0xFB07))
    if code not in _PLAIN
}
_PLAIN |= dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFE0E, 0xFE0F), "")
_PLAIN |= dict.fromkeys((0x7F, 0x95), "•")  # what a font without a table says for its bullet
_PLAIN |= dict.fromkeys({*range(9), 11, 12, *range(14, 32), *range(0x80, 0xA0)} - {0x85, 0x95})
PICTOGRAM = (
    r"[\ue000-\uf8ff\u2300-\u23ff\u2600-\u26ff\u2700-\u27bf\u2b00-\u2bff"
    r"\U0001f000-\U0001faff\u2302\u2706]"
)
_PICTOGRAMS = re.compile(rf"\s*{PICTOGRAM}+\s*")


def plain(text: str) -> str:
    """The same text in the characters that a reader means."""
    return text.translate(_PLAIN)


def without_pictograms(text: str) -> str:
    """An icon parts what stands before it from what stands after."""
    return _PICTOGRAMS.sub("\t", text).strip("\t ")
