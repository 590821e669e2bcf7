import shutil

# The shell has no window of its own: it starts and draws faster.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser")


def find_chromium() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)
