"""The documentation's site: every public name has its place, and every link and picture leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

import beyondwords
import beyondwords.testing
from beyondwords import errors, webhooks
from beyondwords._sync.resources.content import ContentItems
from tests.served import runs_the_sandbox
from tests.tools.project import Scratch
from tools.pictures import PICTURES

# Errors are shown in the module that they are made in.
NAMES = {f"beyondwords.{name}" for name in {*beyondwords.__all__} - {*errors.__all__, "__version__"}}
for module in (errors, webhooks, beyondwords.testing):
    NAMES |= {f"{module.__name__}.{name}" for name in module.__all__}
METHODS = {name for name in dir(ContentItems) if not name.startswith("_")}
BROKEN = ["[x](nowhere.md)", "[x](paging.md#nowhere)", "[x](#nowhere)", "[x][beyondwords.Nothing]"]

# The pictures are made with it.
pytestmark = runs_the_sandbox


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, built by `make docs`, but with one page more, whose links are broken.

    They stop the build, at its end; that nothing else does shows that the site has no other fault.
    """
    project = Scratch(tmp_path_factory.mktemp("docs"))
    project.write("docs/guides/broken.md", "\n".join(BROKEN))
    done = project.make("docs")
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert f"{len(BROKEN)} issues found" in told, told
    assert told.count("guides/broken.md:") == len(BROKEN), told
    return project.folder / "build" / "site"


def ids(file: Path) -> set[str]:
    return set(re.findall(r'\sid="([^"]+)"', file.read_text(encoding="utf-8")))


def test_every_public_name_is_in_the_reference_and_an_example_is_code(site: Path) -> None:
    pages = list((site / "reference").glob("*.html"))
    shown = {found for file in pages for found in ids(file)}
    assert sorted(NAMES - shown) == []
    # `>>>` that is taken for a quotation looks like one.
    assert not [file.name for file in pages if "<blockquote>" in file.read_text("utf-8")]


def test_content_is_shown_with_publishing_and_downloading(site: Path) -> None:
    file = site / "reference" / "resources.html"
    ends = {found.rpartition(".ContentItems.")[2] for found in ids(file)}
    assert {"publish", "publish_many", "wait", "download_audio"} <= METHODS <= ends
    headings = re.findall(r"<h[1-6].*?</h[1-6]>", file.read_text(encoding="utf-8"), re.DOTALL)
    assert not [text for text in headings if "_sync" in re.sub(r"<[^>]+>", "", text)]


def test_every_link_and_picture_leads_somewhere(site: Path) -> None:
    broken = []
    # The page for what is not found stands anywhere.
    for file in [file for file in site.rglob("*.html") if file.name not in ("404.html", "broken.html")]:
        for target in re.findall(r'<(?:a|img)\b[^>]*?\s(?:href|src)="([^":]+)"', file.read_text(encoding="utf-8")):
            path, _, fragment = unquote(target).partition("#")
            there = file.parent / path if path else file
            there = there / "index.html" if there.is_dir() else there
            if not there.is_file() or (fragment and fragment not in ids(there)):
                broken.append(f"{file.relative_to(site)}: {target}")
    assert broken == []


def test_each_picture_shows_its_commands_and_loads_nothing(site: Path) -> None:
    for name, commands in PICTURES.items():
        svg = (site / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
        text = re.sub(r"<[^>]+>", " ", svg).replace("&#160;", " ")
        assert all(f"$ {command}" in text for command in commands)
        assert "url(http" not in svg
        assert ("created" in text) == (name == "publish")
        assert ("404" in text) == (name == "failure")
        # Progress is gone when the work is done.
        assert "waiting" not in text
