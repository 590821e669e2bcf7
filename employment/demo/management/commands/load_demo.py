import json
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import translation

from employment.accounts.models import User
from employment.demo.load import LOGINS, PASSWORD, is_loaded, load_world


class Command(BaseCommand):
    help = "Load the demo world: universities, students, employers, postings and logins."

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("The demo world is loaded already.")
        else:
            counts = load_world()
            self.stdout.write(", ".join(f"{count} {name}" for name, count in counts.items()))
        write_accounts()


def write_accounts() -> None:
    """For the sign-in page and the terminal of the demo."""
    users = User.objects.filter(username__in=LOGINS).prefetch_related("memberships__organisation")
    by_name = {user.username: user for user in users}
    with translation.override(settings.LANGUAGE_CODE):
        accounts = [
            {"login": name, "password": PASSWORD, "role": describe(by_name[name])}
            for name in LOGINS
            if name in by_name
        ]
    file = settings.VAR_DIR / "demo_accounts.json"
    file.write_text(json.dumps(accounts, ensure_ascii=False), encoding="utf-8")


def describe(user: User) -> str:
    membership = user.memberships.all()[0]
    return f"{membership.get_role_display()} · {membership.organisation.name}"
