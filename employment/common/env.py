"""Read environment variables; a bad value stops the start instead of being guessed."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key

T = TypeVar("T")


def env(name: str, parse: Callable[[str], T], default: T) -> T:
    text = os.environ.get(name, "").strip()
    if not text:
        return default
    try:
        return parse(text)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error


def flag(text: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if text.lower() not in words:
        raise ValueError(f"{text!r} is neither 1 nor 0")
    return words[text.lower()]


def words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def secret_key(path: Path) -> str:
    """The key of an instance that was given none, made on its first start."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            file.write(get_random_secret_key())
    except FileExistsError:
        pass
    return path.read_text()
