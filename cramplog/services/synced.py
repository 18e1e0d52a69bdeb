"""Folders that a service copies to other machines, known by their names and by what lies there."""

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
"""What a folder is called, in small letters."""

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
"""What such a service leaves at the top of its folder."""


def synced_by(path: str) -> str | None:
    """The service that copies the folder of a file, by its path or the place it points to."""
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
    """Files beside a diary that are named as such a service names its second version of one."""
    import re

    folder, name = os.path.split(os.path.realpath(path))
    stem = os.path.splitext(name)[0].lower()
    sign = re.compile(r"conflict|\(\d+\)|\bcopy\b|^ \d+(\.|$)")
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # there is none, or nobody may look into it
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
