import stat

import pytest
from django.core.exceptions import ImproperlyConfigured

from employment.common.env import env, flag, secret_key, words


def test_unset_variable_takes_the_default(monkeypatch):
    monkeypatch.delenv("PORT", raising=False)

    assert env("PORT", int, 8000) == 8000


def test_blank_variable_takes_the_default(monkeypatch):
    monkeypatch.setenv("PORT", " ")

    assert env("PORT", int, 8000) == 8000


@pytest.mark.parametrize(("text", "value"), [("1", True), ("Yes", True), ("0", False)])
def test_flag_reads_common_spellings(monkeypatch, text, value):
    monkeypatch.setenv("DEBUG", text)

    assert env("DEBUG", flag, default=False) is value


@pytest.mark.parametrize(("parse", "text"), [(flag, "maybe"), (int, "eighty")])
def test_bad_value_stops_the_start_and_names_the_variable(monkeypatch, parse, text):
    monkeypatch.setenv("SWITCH", text)

    with pytest.raises(ImproperlyConfigured, match="SWITCH"):
        env("SWITCH", parse, None)


def test_words_are_split_at_commas(monkeypatch):
    monkeypatch.setenv("ALLOWED_HOSTS", "a.example, b.example,")

    assert env("ALLOWED_HOSTS", words, []) == ["a.example", "b.example"]


def test_secret_key_is_made_once_and_private(tmp_path):
    path = tmp_path / "var" / "secret_key"

    first = secret_key(path)

    assert len(first) >= 50
    assert secret_key(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
