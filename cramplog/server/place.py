"""The name of a server's diary where a file's name is needed: login, host and database."""

from __future__ import annotations

import getpass
import os
from urllib.parse import quote

from cramplog.server.engine import url_of

PORT = "5432"


def name(address: str) -> str:
    """Return `anna@db.example.org-5432-cramps`: without a password, one name for each diary.

    Missing parts of the address come from libpq's defaults. Raises DiaryError.
    """
    url = url_of(address)
    said = {key: str(value) for key, value in url.query.items()}
    service = said.get("service") or os.environ.get("PGSERVICE")
    login = url.username or said.get("user") or os.environ.get("PGUSER") or _user()
    parts = (
        url.host or said.get("host") or service or os.environ.get("PGHOST") or "local",
        str(url.port or said.get("port") or os.environ.get("PGPORT") or PORT),
        url.database or said.get("dbname") or os.environ.get("PGDATABASE") or login,
    )
    return f"{quote(login, safe='')}@{'-'.join(quote(part, safe='') for part in parts)}"


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""
