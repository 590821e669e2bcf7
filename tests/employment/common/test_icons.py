import re
from pathlib import Path

from django.conf import settings

from employment.common.management.commands.icons import SPRITE, icon_names

USES = re.compile(
    r"""\{%\s*icon\s+["']([\w-]+)["']|icon_name=["']([\w-]+)["']|\bicon=["']([\w-]+)["']"""
)


def test_icons_used_in_templates_are_in_the_sprite():
    sprite = (settings.BASE_DIR / SPRITE).read_text()
    drawn = set(re.findall(r'<symbol id="([\w-]+)"', sprite))
    templates = Path(settings.BASE_DIR, "templates").rglob("*.html")
    used = {
        name for page in templates for found in USES.findall(page.read_text()) for name in found
    }

    assert drawn == set(icon_names())
    assert used - {""} - drawn == set()
