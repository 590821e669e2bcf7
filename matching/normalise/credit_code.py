"""The unified social credit code (GB 32100-2015): 18 characters, the last one a check digit."""

from dataclasses import dataclass

from matching.normalise.reading import Unread, fold, is_absent

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH = 18
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS = tuple(pow(3, position, 31) for position in range(LENGTH - 1))


@dataclass(frozen=True, slots=True)
class CreditCode:
    """``value`` is the code in upper case, ``None`` unless its check digit is right."""

    original: str
    value: str | None = None
    reason: Unread | None = None


def read_credit_code(text: str) -> CreditCode:
    """Check a code; spaces and hyphens that people insert for reading are dropped."""
    folded = fold(text).strip()
    if is_absent(folded):
        return CreditCode(text, reason=Unread.EMPTY)
    code = folded.replace(" ", "").replace("-", "").upper()
    if len(code) != LENGTH:
        return CreditCode(text, reason=Unread.WRONG_LENGTH)
    if not set(code) <= _VALUES.keys():
        return CreditCode(text, reason=Unread.WRONG_CHARACTER)
    if check_digit(code[:-1]) != code[-1]:
        return CreditCode(text, reason=Unread.WRONG_CHECK_DIGIT)
    return CreditCode(text, code)


def check_digit(body: str) -> str:
    """The 18th character for the first 17 (upper case, from the code's alphabet)."""
    total = sum(_VALUES[body[place]] * weight for place, weight in enumerate(_WEIGHTS))
    return ALPHABET[-total % 31]
