"""The Python of the README and of the guides runs as written, each block by itself, against a sandbox."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

from beyondwords import AuthenticationError, BeyondWords, UnprocessableEntityError
from beyondwords.testing import Sandbox
from beyondwords_api.models import NewContent

README = Path(__file__).resolve().parent.parent / "README.md"
GUIDES = sorted((README.parent / "docs" / "guides").glob("*.md"))


def blocks(file: Path) -> list[str]:
    return re.findall(r"^```python\n(.*?)^```$", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


FIRST = blocks(README)[0]
# A guide may show again what the README shows.
BLOCKS = dict.fromkeys(block for file in (README, *GUIDES) for block in blocks(file))
SCRIPTS = [block for block in BLOCKS if "def test_" not in block]
TESTS = [block for block in BLOCKS if "def test_" in block]


@pytest.mark.parametrize("block", SCRIPTS, ids=lambda block: block.strip().splitlines()[0][:60])
def test_python_block_runs_as_written(
    block: str,
    beyondwords_sandbox: Sandbox,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    beyondwords_sandbox.background_tracks.fill(120)
    monkeypatch.chdir(tmp_path)  # what it saves is not for the checkout
    with warnings.catch_warnings():
        warnings.filterwarnings("error", category=DeprecationWarning, module="__main__")
        exec(compile(block, "block.py", "exec"), {"__name__": "__main__"})
    # The sandbox, which is in this process too, tells that it sends no webhook.
    told = [record for record in caplog.records if not record.name.startswith("beyondwords.testing")]
    assert (capsys.readouterr().err, told) == ("", [])


def test_a_line_of_an_error_is_what_is_printed(beyondwords_sandbox: Sandbox, beyondwords_client: BeyondWords) -> None:
    article = NewContent(title="Ferry", body="It sails.", source_id="cms-1")
    beyondwords_sandbox.content.add(article)
    with BeyondWords("wrong") as bw, pytest.raises(AuthenticationError) as refused:
        bw.background_tracks.list().page()
    with pytest.raises(UnprocessableEntityError) as taken:
        beyondwords_client.content.create(article)
    printed = {str(each.value)[:3]: str(each.value) for each in (refused, taken)}
    for file in (README, *GUIDES):
        for line in re.findall(r"^(?:401|422) .*$", file.read_text(encoding="utf-8"), re.MULTILINE):
            start, more, _ = line.partition("...")
            said = printed[line[:3]]
            assert said.startswith(start) if more else said == line, file.name


def test_what_shows_tests_is_a_file_of_tests(tmp_path: Path) -> None:
    assert TESTS
    for number, block in enumerate(TESTS):
        (tmp_path / f"test_{number}.py").write_text(block, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "--rootdir", str(tmp_path)]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_first_block_needs_neither_key_nor_network(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [name for name in os.environ if name.startswith("BEYONDWORDS_")]:
        monkeypatch.delenv(name)
    exec(FIRST, {"__name__": "__main__"})
    told = capsys.readouterr()
    assert ("track 11" in told.out.lower(), told.err) == (True, "")


def test_first_screen_names_the_two_commands() -> None:
    first_screen = "\n".join(README.read_text(encoding="utf-8").splitlines()[:30])
    assert "$ make demo" in first_screen
    assert "$ make test" in first_screen
