"""Where static files come from beside our own folders, and how they are named when collected."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import HashedFilesMixin
from django.core.files.storage import FileSystemStorage, Storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

# The npm packages hold a hundred megabytes; these files are what pages load.
VENDOR_FILES = {
    "vendor/tabler/css/tabler.min.css": "@tabler/core/dist/css/tabler.min.css",
    "vendor/echarts/echarts.esm.min.js": "echarts/dist/echarts.esm.min.js",
    "vendor/echarts/LICENSE": "echarts/LICENSE",
    "vendor/echarts/NOTICE": "echarts/NOTICE",
}


class VendorStorage(FileSystemStorage):
    def path(self, name: str) -> str:
        return str(settings.NODE_MODULES / VENDOR_FILES[name])


class VendorFinder(BaseFinder):
    def find(self, path: str, find_all: bool = False) -> Any:
        found = VendorStorage().path(path) if path in VENDOR_FILES else ""
        return [found] if found and find_all else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, Storage]]:
        storage = VendorStorage()
        return ((name, storage) for name in VENDOR_FILES if storage.exists(name))


class HashedStaticFilesStorage(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names carry a hash, also inside `import` of our modules; source maps are not shipped."""

    support_js_module_import_aggregation = True
    patterns = tuple(
        (extension, tuple(rule for rule in rules if "sourceMappingURL" not in str(rule)))
        for extension, rules in HashedFilesMixin.patterns
    )
