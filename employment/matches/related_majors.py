"""Which classes of majors count as each other's 相关专业.

Judgement, written down where it can be discussed: classes (four digits of the undergraduate and
vocational catalogues of the Ministry of Education) whose graduates employers name side by side.
"""

from collections import defaultdict
from collections.abc import Mapping

NEIGHBOURHOODS = (
    # mathematics, statistics, computing, information management; who asks for computing alone does
    # not mean statistics
    ("0701", "0712"),
    ("0701", "0809"),
    ("0809", "1201"),
    ("0809", "0807", "0808"),
    ("0807", "0702", "0803"),
    ("0808", "0806", "0807"),
    # machines, instruments, materials, vehicles
    ("0802", "0803", "0808"),
    ("0802", "0804"),
    ("0802", "0818", "0820", "0819", "0821"),
    ("0805", "0806"),
    # chemistry, materials, biology, pharmacy, food, environment
    ("0703", "0813", "0804"),
    ("0703", "0825"),
    ("0813", "1007"),
    ("0710", "0830", "1007", "0827"),
    # building, water, surveying
    ("0810", "0811", "0812"),
    ("0810", "0828"),
    # economy, finance, trade, business
    ("0201", "0202", "0203", "0204"),
    ("0201", "0203", "1202"),
    ("0204", "1202", "1208"),
    ("1201", "1202", "1206"),
    ("1202", "1204"),
    # language, media, law, society, education
    ("0501", "0503"),
    ("0501", "1204"),
    ("0301", "0302"),
    ("0303", "0711", "1204"),
    ("0401", "0711"),
    ("1303", "0503"),
    ("1304", "1305"),
    # health and agriculture
    ("1002", "1005", "1006"),
    ("0901", "0902", "0905"),
    ("0903", "0904"),
    # vocational programmes
    ("5101", "5102", "5103", "5104"),
    ("4601", "4602", "4603"),
    ("4603", "5101"),
    ("4602", "4607"),
    ("4401", "4403", "4405"),
    ("5301", "5302", "5303"),
    ("5305", "5306", "5307", "5308"),
    ("5202", "5206"),
    # the same fields on both levels
    ("0809", "5102"),
    ("0807", "5101"),
    ("0802", "4601"),
    ("0808", "4603"),
    ("1011", "5202"),
)


def related_majors() -> Mapping[str, frozenset[str]]:
    """Class → its neighbours; symmetric."""
    neighbours: dict[str, set[str]] = defaultdict(set)
    for group in NEIGHBOURHOODS:
        for one in group:
            neighbours[one] |= set(group) - {one}
    return {one: frozenset(others) for one, others in neighbours.items()}
