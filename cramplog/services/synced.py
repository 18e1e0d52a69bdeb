"""Folders that a service copies to other machines, known by their names and content."""

from __future__ import annotations

import os

NAMES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "pcloud drive": "pCloud",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "seadrive": "Seafile",
    "mega": "MEGA",
    "megasync": "MEGA",
    "mega sync": "MEGA",
    "proton drive": "Proton Drive",
    "protondrive": "Proton Drive",
    "box": "Box",
    "box sync": "Box",
    "yandex.disk": "Yandex Disk",
    "yandexdisk": "Yandex Disk",
    "yandex disk": "Yandex Disk",
    "tresorit": "Tresorit",
    "my tresors": "Tresorit",
    "koofr": "Koofr",
    "filen": "Filen",
    "idrive-sync": "IDrive",
    "icedrive": "Icedrive",
    "internxt": "Internxt",
    "internxt drive": "Internxt",
    "magentacloud": "MagentaCLOUD",
    "hidrive": "HiDrive",
    "jottacloud": "Jottacloud",
    "spideroak hive": "SpiderOak",
    "sync": "Sync.com",
    "resilio sync": "Resilio Sync",
    "my drive": "Google Drive",
    "google drive streaming": "Google Drive",
    "synologydrive": "Synology Drive",
    "cloudstation": "Synology Drive",
}
"""Names of such folders, in lower case."""

BEFORE_DASH = ("dropbox", "onedrive", "nextcloud", "googledrive", "box", "mega", "pcloud")
"""Names that an account may follow: `OneDrive - Clinic`, `Dropbox (Personal)`."""

MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".tmp.drivedownload": "Google Drive",
    ".debris": "MEGA",
    ".megaignore": "MEGA",
    ".sync": "Resilio Sync",
    ".seafile-data": "Seafile",
    ".tresorit": "Tresorit",
    ".synologyworkingdirectory": "Synology Drive",
}
"""Files that such a service leaves at the top of its folder."""


def synced_by(path: str) -> str | None:
    """Return the service that copies a file's folder, by its path or its real path."""
    for one in dict.fromkeys((os.path.abspath(path), os.path.realpath(path))):
        folder = os.path.dirname(one)
        while True:
            found = _by_name(os.path.basename(folder)) or _by_mark(folder)
            if found:
                return found
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above
    return None


def conflicting(path: str) -> list[str]:
    """Return the files beside a diary with names that a service gives to second versions."""
    import re

    folder, name = os.path.split(os.path.realpath(path))
    stem = os.path.splitext(name)[0].lower()
    sign = re.compile(r"conflict|\(\d+\)|\bcopy\b|^ \d+(\.|$)")
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # the folder is missing or unreadable
        return []
    return [
        os.path.join(folder, each)
        for each in names
        if each != name
        and each.lower().startswith(stem)
        and sign.search(each.lower().removeprefix(stem))
        and not each.endswith(("-wal", "-shm", "-journal", ".key"))
    ]


def _by_name(name: str) -> str | None:
    plain = name.lower()
    if plain in NAMES:
        return NAMES[plain]
    for begins in BEFORE_DASH:
        if plain.startswith((f"{begins} ", f"{begins}-")):
            return NAMES[begins]
    return None


def _by_mark(folder: str) -> str | None:
    home = folder == os.path.expanduser("~")  # Dropbox keeps its settings in ~/.dropbox
    for mark, service in MARKS.items():
        if not (home and mark == ".dropbox") and os.path.exists(os.path.join(folder, mark)):
            return service
    return None
