from typing import Any

from django.conf import settings
from django.db.backends.postgresql import base

from employment.common.embedded import server


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend on a server that starts with the first connection."""

    def get_connection_params(self) -> dict[str, Any]:
        self.settings_dict["HOST"] = server.hold(settings.VAR_DIR / "postgres")
        self.settings_dict["USER"] = "postgres"
        return super().get_connection_params()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        try:
            return super().get_new_connection(conn_params)
        except self.Database.OperationalError:  # the server was killed since
            server.start(settings.VAR_DIR / "postgres", self.settings_dict["HOST"])
            return super().get_new_connection(conn_params)
