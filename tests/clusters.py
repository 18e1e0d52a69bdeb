"""A private PostgreSQL on the loopback: made for a test session, gone with it."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

ADMIN = "admin"
SECRET = "s3cret/p@ss:w%rd?"
"""Every login's password, awkward in an address; no message may tell it."""

ARGUMENTS = "listen_addresses=127.0.0.1 max_connections=200 fsync=off log_min_messages=error"


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs, the newest; None where it is not installed."""
    found = [Path(p) for p in [shutil.which("initdb")] if p]
    found = [found[0].resolve()] if found else []
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found += sorted(debian, key=lambda path: float(path.parts[-3]), reverse=True)
    return next((path.parent for path in found), None)


class Cluster:
    """One server: databases, logins, and its being up or down."""

    def __init__(self, bin_folder: Path, *, durable: bool = False) -> None:
        self._bin = bin_folder
        memory = "/dev/shm" if not durable and os.access("/dev/shm", os.W_OK) else None
        self._folder = Path(tempfile.mkdtemp(prefix="cramplog-pg-", dir=memory))
        self._user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
        if self._user:
            owner = pwd.getpwnam(self._user)
            os.chown(self._folder, owner.pw_uid, owner.pw_gid)
        self._data = self._folder / "data"
        self.port = _free_port()
        self._settings = [*ARGUMENTS.split(), f"port={self.port}"]
        self._settings += [f"unix_socket_directories={self._folder}"]
        if durable:
            self._settings.remove("fsync=off")
        self._made = 0
        self._init()
        self.start()

    def _init(self) -> None:
        words = self._folder / "pw"
        words.write_text(SECRET)
        words.chmod(0o644)
        self._run("initdb", "-D", str(self._data), "-U", ADMIN, "-E", "UTF8", "--no-sync")
        hba = "local all all trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
        (self._data / "pg_hba.conf").write_text(hba)

    def _run(self, program: str, *words: str) -> None:
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        subprocess.run(
            [str(self._bin / program), *words],
            check=True,
            cwd=self._folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            user=self._user,
            group=self._user,
            extra_groups=[] if self._user else None,
        )

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = " ".join(f"-c {setting}" for setting in self._settings)
        log = str(self._folder / "log")
        self._run("pg_ctl", "start", "-w", "-D", str(self._data), "-l", log, "-o", options)
        if not self._made:
            self.sql(f"ALTER ROLE {ADMIN} PASSWORD '{SECRET}'")

    def stop(self, mode: str = "fast") -> None:
        """Stop it; every connection ends."""
        self._run("pg_ctl", "stop", "-w", "-D", str(self._data), "-m", mode)

    def cpu_seconds(self) -> float:
        """What it has used of processors so far, its ended sessions included (Linux)."""
        master = (self._data / "postmaster.pid").read_text().split()[0]
        cells = Path(f"/proc/{master}/stat").read_text().rpartition(")")[2].split()
        return sum(map(int, cells[11:15])) / os.sysconf("SC_CLK_TCK")

    def log(self) -> str:
        """What it wrote."""
        return (self._folder / "log").read_text()

    def remove(self) -> None:
        """Stop it and leave nothing of it."""
        self.stop("immediate")
        shutil.rmtree(self._folder)

    def sql(
        self,
        *statements: str,
        database: str = "postgres",
        login: str = ADMIN,
        binds: Sequence[Any] | None = None,
    ) -> list[tuple[Any, ...]]:
        """Run statements as a login, each for itself; the rows of the last one."""
        with psycopg.connect(
            host=str(self._folder), port=self.port, dbname=database, user=login, autocommit=True
        ) as connection:
            for statement in statements:
                cursor = connection.execute(statement.encode(), binds)
            return cursor.fetchall() if cursor.description else []

    def database(self, template: str = "template0") -> str:
        """A new database; returns its name."""
        self._made += 1
        name = f"diary_{self._made}"
        self.sql(f"CREATE DATABASE {name} TEMPLATE {template}")
        return name

    def login(self, name: str, rights: str = "") -> None:
        """A login with the password of all."""
        self.sql(f"CREATE ROLE {name} LOGIN PASSWORD '{SECRET}' {rights}")

    def address(self, database: str, login: str, options: str = "", *, secret: bool = True) -> str:
        """What `--db` takes, with the password in it."""
        word = f":{quote(SECRET, safe='')}" if secret else ""
        host = f"127.0.0.1:{self.port}"
        return f"postgresql+psycopg://{login}{word}@{host}/{database}{options}"

    def certified(self) -> Path:
        """Have it speak TLS with a certificate of its own; returns that."""
        key, certificate = self._data / "server.key", self._data / "server.crt"
        openssl = "openssl req -new -x509 -days 2 -nodes -newkey rsa:2048 -subj /CN=127.0.0.1"
        made = [*openssl.split(), "-addext", "subjectAltName=IP:127.0.0.1"]
        subprocess.run(
            [*made, "-keyout", str(key), "-out", str(certificate)],
            check=True,
            capture_output=True,
        )
        key.chmod(0o600)
        if self._user:
            owner = pwd.getpwnam(self._user)
            os.chown(key, owner.pw_uid, owner.pw_gid)
        self.sql("ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()")
        copied = Path(tempfile.mkdtemp(prefix="cramplog-ca-")) / "ca.crt"
        return Path(shutil.copy(certificate, copied))


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
