"""The documentation's site: every public name has its place, and every link leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import beyondwords
import beyondwords.testing
from beyondwords import errors, webhooks
from beyondwords._sync.resources.content import ContentItems
from tests.docs.conftest import build
from tests.served import runs_the_sandbox

# Errors are shown in the module that they are made in.
NAMES = {f"beyondwords.{name}" for name in beyondwords.__all__ if name not in errors.__all__}
NAMES -= {"beyondwords.__version__"}
NAMES |= {f"beyondwords.errors.{name}" for name in errors.__all__}
NAMES |= {f"beyondwords.webhooks.{name}" for name in webhooks.__all__}
NAMES |= {f"beyondwords.testing.{name}" for name in beyondwords.testing.__all__}
METHODS = {name for name in dir(ContentItems) if not name.startswith("_")}

BROKEN = ["[x](nowhere.md)", "[x](paging.md#nowhere)", "[x](#nowhere)", "[x][beyondwords.Nothing]"]


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    shown = {found for file in (site / "reference").glob("*.html") for found in _ids(file)}
    assert sorted(NAMES - shown) == []


def test_content_is_shown_with_publishing_and_downloading(site: Path) -> None:
    file = site / "reference" / "resources.html"
    ends = {found.rpartition(".ContentItems.")[2] for found in _ids(file)}
    assert {"publish", "publish_many", "wait", "download_audio"} <= METHODS
    assert sorted(METHODS - ends) == []
    headings = re.findall(r"<h[1-6].*?</h[1-6]>", file.read_text(encoding="utf-8"), re.DOTALL)
    assert not [text for text in headings if "_sync" in re.sub(r"<[^>]+>", "", text)]


def test_an_example_is_shown_as_code(site: Path) -> None:
    # `>>>` that is taken for a quotation looks like one.
    assert not [file.name for file in (site / "reference").glob("*.html") if "<blockquote>" in file.read_text("utf-8")]


@runs_the_sandbox
def test_every_link_and_picture_leads_somewhere(site: Path) -> None:
    broken = []
    for file in site.rglob("*.html"):
        for target in re.findall(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^"]+)"', file.read_text(encoding="utf-8")):
            url = urlsplit(target)
            # The page for what is not found stands anywhere.
            if url.scheme or url.netloc or file.name == "404.html":
                continue
            there = (file.parent / unquote(url.path)).resolve() if url.path else file
            there = there / "index.html" if there.is_dir() else there
            if not there.is_file() or (url.fragment and unquote(url.fragment) not in _ids(there)):
                broken.append(f"{file.relative_to(site)}: {target}")
    assert broken == []


def test_what_leads_nowhere_stops_the_build(drawings: Path, tmp_path: Path) -> None:
    done = build(tmp_path, drawings, added="\n".join(BROKEN))
    assert done.returncode != 0
    assert f"{len(BROKEN)} issues found" in done.stdout + done.stderr


def _ids(file: Path) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8")))
