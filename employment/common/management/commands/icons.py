import re
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

NAMES = Path(__file__).parents[2] / "icons.txt"
SPRITE = Path("employment/static/img/icons.svg")
PACKAGE = Path("node_modules/@tabler/icons/icons")
SHAPE = re.compile(r"<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*?/>", re.DOTALL)
FRAME = 'd="M0 0h24v24H0z"'


def icon_names() -> list[str]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return sorted({name for line in lines for name in line.partition(":")[2].split()})


def symbol(name: str, svg: str) -> str:
    shapes = [" ".join(shape.split()) for shape in SHAPE.findall(svg) if FRAME not in shape]
    fill = ' fill="currentColor" stroke="none"' if name.endswith("-filled") else ""
    return f'<symbol id="{name}" viewBox="0 0 24 24"{fill}>{"".join(shapes)}</symbol>'


class Command(BaseCommand):
    help = "Write the icon sprite from the names in employment/common/icons.txt."

    def handle(self, *args: Any, **options: Any) -> None:
        base = Path(settings.BASE_DIR)
        symbols = [symbol(name, self.read(base / PACKAGE, name)) for name in icon_names()]
        body = "\n".join(symbols)
        text = f'<svg xmlns="http://www.w3.org/2000/svg">\n{body}\n</svg>\n'
        (base / SPRITE).write_text(text, encoding="utf-8")
        self.stdout.write(f"{len(symbols)} icons")

    def read(self, package: Path, name: str) -> str:
        filled = name.endswith("-filled")
        path = package / (f"filled/{name.removesuffix('-filled')}" if filled else f"outline/{name}")
        try:
            return path.with_suffix(".svg").read_text(encoding="utf-8")
        except FileNotFoundError as error:
            raise CommandError(f"No icon {name!r} in @tabler/icons.") from error
