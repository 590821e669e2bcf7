"""Words that tell who somebody is, taken out of a text before it becomes a vector.

Leaving the fields out is not enough when people write the same things into “about me” (de Ruijt
2021): a vector of such a text would rank by them. What a task is about stays: 女装, 妇幼保健.
"""

import re

_PEOPLES = (
    "汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡"
    "|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯"
    "|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|少数民"
)
_EDGE = r"(?:^|(?<=[，,、。；;：:！!|/（()）\s]))"
_END = r"(?=$|[，,、。；;：:！!|/（()）\s])"
_IDENTITY = re.compile(
    "|".join(
        (
            r"(?:我叫|我是|本人叫|姓名[:：]?\s*)(?!一)[\u4e00-\u9fff·]{2,4}" + _END,
            r"性别[:：]?\s*[男女]?",
            rf"{_EDGE}(?:男|女){_END}",
            r"(?:[男女](?:生|性|士|孩子?|同学|大学生)|先生|小姐|学[姐长](?=[，,。]|$))",
            rf"(?:民族[:：]?\s*)?(?:{_PEOPLES})族",
            r"(?:来自|出生于|出身于?|生于)[^，,。；;！!\n]{0,8}"
            r"(?:省|市|县|区|镇|乡|村|州|旗|盟|家庭)(?:的(?=[男女]))?",
            r"(?:籍贯|户籍|户口|出生地|生源地)(?:[:：]|是|为)?[^，,。；;\n]{0,10}",
            r"(?:农村|城镇|城市|山区)(?:家庭|户口|户籍|孩子|出身)",
            r"家庭(?:条件|经济)?(?:一般|困难|贫困|优越|普通)?(?=[，,。；;]|$)",
            r"(?:建档立卡|低保|特困|贫困)(?:家庭|户|生|学生)?",
            r"(?:身有)?残疾(?:人|证|学生)?",
            r"(?:年龄[:：]?\s*)?\d{2}\s*周?岁",
            r"\b(?:male|female|wom[ae]n|girl|boy|Mr\.?|Ms\.?|Mrs\.?)\b",
        )
    ),
    re.IGNORECASE,
)
_PRONOUNS = str.maketrans({"她": "他"})
_ENGLISH_PRONOUNS = re.compile(r"\b(?:she|he)\b|\b(?:her|his|him)\b", re.IGNORECASE)
_LEFT_OVER = re.compile(r"[，,、；;\s]*[，,、；;](?=[，,、；;。！!]|$)|^[，,、；;\s]+")


def mask_identity(text: str) -> str:
    """The text without name, gender, ethnicity, origin, age, hardship and disability of its writer;
    two texts that differ in nothing else become the same."""
    masked = _IDENTITY.sub("", text)
    masked = _ENGLISH_PRONOUNS.sub("they", masked).translate(_PRONOUNS)
    return masked if masked == text else _LEFT_OVER.sub("", masked).strip()
