import pytest

from employment.common import stamps


@pytest.fixture
def folder(settings, tmp_path):
    settings.BASE_DIR = tmp_path
    settings.VAR_DIR = tmp_path / "var"
    source = tmp_path / "static"
    source.mkdir()
    (source / "site.css").write_text("a {}")
    return source


def test_step_is_done_for_the_same_content_only(folder):
    before = stamps.fingerprint([folder])
    stamps.mark_done("static", before)

    (folder / "site.css").write_text("b {}")

    assert stamps.is_done("static", before)
    assert not stamps.is_done("static", stamps.fingerprint([folder]))


def test_renamed_file_changes_the_fingerprint(folder):
    before = stamps.fingerprint([folder])

    (folder / "site.css").rename(folder / "other.css")

    assert stamps.fingerprint([folder]) != before


def test_step_never_done_is_not_done(folder):
    assert not stamps.is_done("static", stamps.fingerprint([folder]))
