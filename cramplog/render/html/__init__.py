"""The physician's page as one HTML file that makes no network request.

Its Content-Security-Policy forbids every request, script and plug-in; the one style sheet is in
the file and named by its hash. Jinja escapes all words, so none is read as markup.
"""

from __future__ import annotations

import os
from base64 import b64encode
from hashlib import sha256

from cramplog.render.sheet import STATEMENT, Sheet

HERE = os.path.dirname(__file__)


def html(sheet: Sheet) -> str:
    """Return the complete page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    with open(os.path.join(HERE, "sheet.css"), encoding="utf-8") as file:
        style = file.read()
    return environment.get_template("sheet.html.jinja").render(
        sheet=sheet, style=style, policy=policy(style), statement=STATEMENT
    )


def policy(style: str) -> str:
    """Return a policy under which a page may show itself and nothing else."""
    known = b64encode(sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{known}'; base-uri 'none'; form-action 'none'"
