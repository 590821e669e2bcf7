from employment.taxonomy.models import Region


def city_code(name: str) -> str:
    rows = Region.objects.filter(short_name=name).exclude(level="county")
    return rows.order_by("code").values_list("code", flat=True)[0]
