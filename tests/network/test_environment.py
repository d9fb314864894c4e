"""The environment: what can be wrong in it is named and shows no password; certificates are loaded when a client is
made, and anew when their files change."""

from __future__ import annotations

import asyncio
import os
import random
import shutil
import ssl
import subprocess
from collections.abc import Callable
from pathlib import Path
from traceback import format_exception
from typing import Any

import httpx
import pytest
import trio
import trustme

from beyondwords import AsyncBeyondWords, errors
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.fake_server import FakeServer, responds
from tests.sides import KEY, Side


def call(side: Side, base_url: str = "https://127.0.0.1:9/v1") -> None:
    """A client of its own, and a call."""
    side.page(side.client(base_url=base_url, timeout=5))


def is_one_printable_line(error: BaseException) -> bool:
    return str(error).isprintable() and bool(str(error).encode())


# A variable that cannot be used is named

ODD = [
    *(b"\xff\xfe", b"\xc3\xa9", "\N{GRINNING FACE}".encode(), b"https://\xff.example/v1", b"https://api.example/\xff"),
    *(b"https://[", b"https://[::1", b"https://host:port", b"https://host:99999", b"https://host:-1", b"https://:443"),
    *(b"//", b"https:", b"https://", b"ftp://host", b"api.example", b"/v1", b"https://a b", b"https://a\tb"),
    *(b"https://host/\n", b"https://xn--/", b"https://a..b/", b"https://host/?a=b", b"https://host/#f", b"\x01\x02"),
    *(b"https://user:secret@host/", b"https://" + b"a" * 300 + b"/", b"https://host/" + b"a" * 100_000),
]


def test_a_base_url_of_any_bytes_is_used_or_named(side: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(8)
    some = [b"https://" + bytes(chance.randrange(1, 256) for _ in range(chance.randrange(12))) for _ in range(300)]
    refused = []
    for value in [*ODD, *some]:
        monkeypatch.setenv("BEYONDWORDS_BASE_URL", os.fsdecode(value))
        try:
            side.page(side.client(lambda request: httpx.Response(200, json=[])))
        except errors.ConfigurationError as error:
            refused.append(error)
    assert len(refused) > len(ODD)
    for each in refused:
        assert "BEYONDWORDS_BASE_URL" in str(each)
        assert is_one_printable_line(each), each
        assert len(str(each)) < 1000
        assert "secret" not in str(each)


PROXIES = ["http://", "http://127.0.0.1:port", "http://127.0.0.1:99999", "ftp://127.0.0.1:9", "socks9://127.0.0.1:9"]
PROXIES += ["http://\udcff:9"]


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    """Paths of which no certificates can be read."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "garbage").write_bytes(b"no certificate")
    names = ("folder", "garbage", "missing", "no/folder")
    return {**{name: str(tmp_path / name) for name in names}, "odd": "\udcff/\udcfe"}


@pytest.mark.parametrize(
    ("variable", "values", "usable"),
    [
        *((variable, PROXIES, []) for variable in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY")),
        ("SSL_CERT_FILE", "files", []),
        # OpenSSL passes over a folder that is not there, and a log of keys is written to any file.
        ("SSL_CERT_DIR", "files", ["folder", "garbage", "missing", "no/folder", "odd"]),
        ("SSLKEYLOGFILE", "files", ["garbage", "missing"]),
    ],
)
def test_what_cannot_be_used_is_named(
    side: Side, monkeypatch: pytest.MonkeyPatch, files: dict[str, str], variable: str, values: Any, usable: list[str]
) -> None:
    for name, value in files.items() if values == "files" else zip(values, values, strict=True):
        monkeypatch.setenv(variable, value)
        with pytest.raises((errors.ConfigurationError, errors.APIConnectionError)) as caught:
            call(side)
        assert is_one_printable_line(caught.value)
        is_named = isinstance(caught.value, errors.ConfigurationError) and variable.lower() in str(caught.value).lower()
        assert is_named or (name in usable and isinstance(caught.value, errors.APIConnectionError)), value


def test_no_proxy_names_hosts_or_origins_and_what_is_odd_in_it_is_heeded_ignored_or_named(
    side: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    with FakeServer(responds(502)) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.base_url)
        for value in ("127.0.0.1:9", "example.org, https://127.0.0.1:9", "*"):
            monkeypatch.setenv("NO_PROXY", value)
            with pytest.raises(errors.APIConnectionError, match="Connection refused"):
                call(side)
            assert proxy.connections_made == 0, value
        for value in ("[", "[::1", "http://[", "::::", "\udcff", ",", "a b", "127.0.0.1:port"):
            monkeypatch.setenv("NO_PROXY", value)
            with pytest.raises((errors.ConfigurationError, errors.APIConnectionError)) as caught:
                call(side)
            assert isinstance(caught.value, errors.APIConnectionError) or "NO_PROXY" in str(caught.value), value
            assert is_one_printable_line(caught.value)


@pytest.mark.parametrize("host", ["127.0.0.1:9", "127.0.0.1:port", "[", ""])
def test_the_password_of_a_proxy_is_in_no_message(
    side: Side, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, host: str
) -> None:
    caplog.set_level(10)
    for between in ["/", "#", "?", "@", ":", " ", "[", "]", "%zz", "\\", "\udcff", "\n"]:
        for url in (f"http://user:s3cret{between}hidden@{host}", f"user:s3cret{between}hidden@{host}"):
            monkeypatch.setenv("HTTPS_PROXY", url)
            with pytest.raises(errors.BeyondWordsError) as caught:
                call(side)
            shown = "".join(format_exception(caught.value)) + repr(caught.value) + caplog.text
            assert "s3cret" not in shown, url
            assert "hidden" not in shown, url


# Certificates


def tls_server(authority: trustme.CA) -> FakeServer:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return FakeServer(rows=3, tls=context)


def named_file(folder: Path, authority: trustme.CA) -> tuple[str, str]:
    authority.cert_pem.write_to_path(folder / "new.pem")
    return "SSL_CERT_FILE", str((folder / "new.pem").replace(folder / "authorities.pem"))


def named_folders(folder: Path, authority: trustme.CA) -> tuple[str, str]:
    shutil.rmtree(folder / "authorities", ignore_errors=True)
    (folder / "authorities").mkdir()
    authority.cert_pem.write_to_path(folder / "authorities" / "it.pem")
    subprocess.run(["openssl", "rehash", folder / "authorities"], check=True, capture_output=True)
    return "SSL_CERT_DIR", f"{folder / 'missing'}{os.pathsep}{folder / 'authorities'}"


needs_openssl = pytest.mark.skipif(not shutil.which("openssl"), reason="it needs the command openssl")


@pytest.mark.parametrize("name_it", [named_file, pytest.param(named_folders, marks=needs_openssl)])
def test_replaced_certificates_are_seen_by_the_next_new_client(
    side: Side, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name_it: Callable[[Path, trustme.CA], tuple[str, str]]
) -> None:
    old, new = trustme.CA(), trustme.CA()
    variable, path = name_it(tmp_path, old)
    monkeypatch.setenv(variable, path)
    # No proxy stands between.
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with tls_server(old) as before, tls_server(new) as after:
        loaded, load = [], ssl.SSLContext.load_verify_locations

        def counted(context: ssl.SSLContext, *given: Any, **named: Any) -> None:
            loaded.append(given or named)
            load(context, *given, **named)

        monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", counted)
        call(side, before.base_url)
        with pytest.raises(errors.APIConnectionError, match=r"certificate of .*:\d+ is not trusted: (unable|self)"):
            call(side, after.base_url)
        assert len(loaded) == 1, "all clients share one context, since loading takes long"
        name_it(tmp_path, new)
        call(side, after.base_url)
        with pytest.raises(errors.APIConnectionError):
            call(side, before.base_url)


def test_a_client_made_outside_a_loop_needs_no_certificate_file_inside(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    authority = trustme.CA()
    variable, path = named_file(tmp_path, authority)
    monkeypatch.setenv(variable, path)
    with tls_server(authority) as server:
        bw = AsyncBeyondWords(KEY, base_url=server.base_url, max_attempts=1)
        os.remove(path)
        loaded: list[object] = []
        for name in ("load_verify_locations", "load_default_certs", "set_default_verify_paths"):
            monkeypatch.setattr(ssl.SSLContext, name, lambda *given, **named: loaded.append(given))

        async def main() -> int:
            return len((await bw.background_tracks.list().page()).items)

        assert [asyncio.run(main()), asyncio.run(main())] == [3, 3]
        assert loaded == []


# Trio


async def rows(bw: AsyncBeyondWords) -> None:
    async for _ in bw.background_tracks.list(prefetch=4):
        pass


async def any_endpoint(bw: AsyncBeyondWords) -> None:
    async with bw:
        await bw.call(background_tracks_index)


@pytest.mark.parametrize("use", [rows, any_endpoint])
def test_trio_gets_one_clear_line(use: Callable[[AsyncBeyondWords], object]) -> None:
    with FakeServer(responds()) as server:
        with pytest.raises(errors.BeyondWordsError, match="asyncio") as caught:
            trio.run(use, AsyncBeyondWords(KEY, base_url=server.base_url))  # type: ignore[arg-type]
        assert is_one_printable_line(caught.value)
        assert server.requests == []
