"""The documentation's site: every public name has its place, and every link and picture leads somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import beyondwords
import beyondwords.testing
from beyondwords import errors, webhooks
from beyondwords._sync.resources.content import ContentItems
from tests.served import SERVED, runs_the_sandbox
from tools import pictures

PROJECT = Path(__file__).resolve().parents[2]

# Errors are shown in the module that they are made in.
NAMES = {f"beyondwords.{name}" for name in beyondwords.__all__ if name not in errors.__all__}
NAMES -= {"beyondwords.__version__"}
NAMES |= {f"beyondwords.errors.{name}" for name in errors.__all__}
NAMES |= {f"beyondwords.webhooks.{name}" for name in webhooks.__all__}
NAMES |= {f"beyondwords.testing.{name}" for name in beyondwords.testing.__all__}
METHODS = {name for name in dir(ContentItems) if not name.startswith("_")}

BROKEN = ["[x](nowhere.md)", "[x](paging.md#nowhere)", "[x](#nowhere)", "[x][beyondwords.Nothing]"]


@pytest.fixture(scope="module")
def drawings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the pictures."""
    folder = tmp_path_factory.mktemp("pictures")
    if SERVED:
        pictures.make(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """The folder of the site, built as `make docs` builds it, but with one page more, whose links are broken.

    They stop the build, at its end; that nothing else does shows that the site has no other fault.
    """
    folder = tmp_path_factory.mktemp("docs")
    shutil.copytree(PROJECT / "docs", folder / "docs", ignore=shutil.ignore_patterns("pictures"))
    shutil.copytree(drawings, folder / "docs" / "pictures")
    for name in ("mkdocs.yml", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"):
        shutil.copy(PROJECT / name, folder)
    for name in ("wrapper", "generated_client"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "docs" / "guides" / "broken.md").write_text("\n".join(BROKEN), "utf-8")
    command = [str(Path(sys.executable).with_name("zensical")), "build", "--strict"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert f"{len(BROKEN)} issues found" in told, told
    assert told.count("guides/broken.md:") == len(BROKEN), told
    return folder / "build" / "site"


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
            if url.scheme or url.netloc or file.name in ("404.html", "broken.html"):
                continue
            there = (file.parent / unquote(url.path)).resolve() if url.path else file
            there = there / "index.html" if there.is_dir() else there
            if not there.is_file() or (url.fragment and unquote(url.fragment) not in _ids(there)):
                broken.append(f"{file.relative_to(site)}: {target}")
    assert broken == []


@runs_the_sandbox
def test_each_picture_shows_its_commands_and_loads_nothing(drawings: Path) -> None:
    for name, commands in pictures.PICTURES.items():
        svg = (drawings / f"{name}.svg").read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", " ", svg).replace("&#160;", " ")
        assert all(f"$ {command}" in text for command, _ in commands)
        assert "url(http" not in svg
    assert "created" in (drawings / "publish.svg").read_text(encoding="utf-8")
    assert "404" in (drawings / "failure.svg").read_text(encoding="utf-8")
    # Progress is gone when the work is done.
    assert "waiting" not in (drawings / "publish.svg").read_text(encoding="utf-8")


def _ids(file: Path) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8")))
