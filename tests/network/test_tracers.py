"""What people put around httpx works with this client as with any: tracers, hooks, mocks, the generated functions."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
import vcr  # type: ignore[import-untyped]
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from pytest_httpx import HTTPXMock

from beyondwords import APITimeoutError, NotFoundError
from beyondwords_api.api.background_tracks import background_tracks_index
from tests.fake_server import FakeServer, hangs, responds
from tests.sides import KEY, Side, ends, ids, printed_by

NOT_NOW = responds(503, b"{}")
ONE_ROW = responds(200, b'[{"id": 1}]')


def call_in_every_way(side: Side, client: Any) -> None:
    """Three calls."""
    side.page(client)
    side.wait(client.call(background_tracks_index))
    side.generated(background_tracks_index, client.api)


# Tracers


def status_of(span: ReadableSpan) -> object:
    attributes = span.attributes or {}
    return attributes.get("http.status_code", attributes.get("http.response.status_code"))


@pytest.mark.parametrize(("traced", "statuses"), [("every transport", [503, 200]), ("one client", [200])])
def test_opentelemetry_shows_a_span_for_each_attempt_or_call(
    side: Side, waits: list[float], traced: str, statuses: list[int]
) -> None:
    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with FakeServer(NOT_NOW, ONE_ROW) as server, contextlib.ExitStack() as ending:
        client = side.client(base_url=server.base_url, max_attempts=2)
        if traced == "one client":
            HTTPXClientInstrumentor.instrument_client(side.httpx_client(client), tracer_provider=provider)
        else:
            # As its users switch it on, also for clients made before.
            HTTPXClientInstrumentor().instrument(tracer_provider=provider)
            ending.callback(HTTPXClientInstrumentor().uninstrument)
        side.page(client)
        spans = exporter.get_finished_spans()
        assert [status_of(span) for span in spans] == statuses
        # Each attempt names a span: its own, or that of the call.
        sent = [request.headers["traceparent"].split("-")[2] for request in server.requests]
        assert sent == [f"{span.context.span_id:016x}" for span in spans] * (2 // len(spans))
        assert KEY not in "".join(span.to_json() for span in spans)


SENTRY = """
import asyncio, json, sys
import sentry_sdk
from sentry_sdk.transport import Transport
from beyondwords import AsyncBeyondWords, BeyondWords

events = []

class Kept(Transport):
    def capture_envelope(self, envelope):
        events.extend(item.payload.json for item in envelope.items if item.payload.json)

options = {"api_key": "key-for-tests-51", "base_url": sys.argv[1]}

async def call_async():
    async with AsyncBeyondWords(**options) as bw:
        await bw.background_tracks.list().page()

sentry_sdk.init(dsn="http://public@127.0.0.1:9/1", transport=Kept, traces_sample_rate=1.0)
with sentry_sdk.start_transaction(name="plain"), BeyondWords(**options) as bw:
    bw.background_tracks.list().page()
with sentry_sdk.start_transaction(name="asyncio"):
    asyncio.run(call_async())
sentry_sdk.flush()
print(json.dumps(events))
"""


def test_sentry_shows_a_span_for_a_call_and_its_header_goes_out_with_every_attempt() -> None:
    with FakeServer(NOT_NOW, ONE_ROW, NOT_NOW, ONE_ROW) as server:
        printed = printed_by(SENTRY, server.base_url)
        events = [event for event in json.loads(printed) if event.get("type") == "transaction"]
        spans = [[span["op"] for span in event["spans"] if span["op"] == "http.client"] for event in events]
        assert spans == [["http.client"]] * 2
        assert ["sentry-trace" in request.headers for request in server.requests] == [True] * 4
        assert KEY not in printed


# Hooks


def test_event_hooks_on_the_client_of_the_api_fire(side: Side) -> None:
    seen: list[str] = []

    def noted(message: httpx.Request | httpx.Response) -> None:
        assert KEY not in str(message.headers.raw), "a hook is a place where people log"
        seen.append(f"{message.method}" if isinstance(message, httpx.Request) else f"{message.status_code}")

    async def noted_async(message: httpx.Request | httpx.Response) -> None:
        noted(message)

    hooks = [noted_async if side.name == "async" else noted]
    with FakeServer(ONE_ROW) as server:
        client = side.client(base_url=server.base_url)
        side.httpx_client(client).event_hooks = {"request": hooks, "response": hooks}
        call_in_every_way(side, client)
        call_in_every_way(side, client.with_options(max_attempts=1))
    assert seen == ["GET", "200"] * 6


# Mocks


@pytest.mark.httpx_mock(assert_all_requests_were_expected=False)
def test_a_request_that_pytest_httpx_does_not_know_keeps_its_explanation(side: Side, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url="https://api.beyondwords.io/v1/elsewhere", is_optional=True)
    # It names what would have matched, all in one line.
    with pytest.raises(APITimeoutError, match=r"No response can be found for GET request on .*elsewhere[^\n]*\Z"):
        side.page(side.client(max_attempts=2))


def test_vcrpy_records_and_replays_every_call(side: Side, tmp_path: Path, waits: list[float]) -> None:
    recorder = vcr.VCR(filter_headers=["X-Api-Key"])
    cassette = tmp_path / "calls.yaml"
    with FakeServer(NOT_NOW, ONE_ROW) as server:
        for replayed in (0, 4):
            with recorder.use_cassette(str(cassette)) as played:
                call_in_every_way(side, side.client(base_url=server.base_url, max_attempts=2))
            assert (len(server.requests), played.play_count) == (4, replayed)
        assert KEY not in cassette.read_text("utf-8")


# The generated client


COPIES: dict[str, Callable[[Any], Any]] = {
    "itself": lambda api: api,
    "with_timeout": lambda api: api.with_timeout(httpx.Timeout(0.3)),
    "with_headers": lambda api: api.with_headers({"X-Trace": "7"}),
    "all": lambda api: api.with_timeout(httpx.Timeout(0.3)).with_headers({"X-Trace": "7"}).with_cookies({"a": "b"}),
}


@pytest.mark.parametrize("how", COPIES)
def test_copies_of_the_generated_client_keep_key_retries_and_errors_and_know_their_side(
    side: Side, waits: list[float], how: str
) -> None:
    with FakeServer(NOT_NOW, ONE_ROW, responds(404, b'{"message": "gone"}'), hangs) as server:
        copy = COPIES[how](side.client(base_url=server.base_url, max_attempts=2).api)
        assert ids(side.generated(background_tracks_index, copy)) == [1]
        with pytest.raises(NotFoundError, match="gone"):
            side.generated(background_tracks_index, copy)
        assert [request.headers["x-api-key"] for request in server.requests] == [KEY] * 3
        other_side: Any = background_tracks_index.sync if side.name == "async" else background_tracks_index.asyncio
        # It names what was used, and what to use.
        with pytest.raises(Exception, match=r"\bAsyncBeyondWords .*\bBeyondWords$|^BeyondWords .*\bAsyncBeyondWords$"):
            asyncio.run(other_side(client=copy))
        assert len(server.requests) == 3
        if how in ("with_headers", "all"):
            assert [request.headers["x-trace"] for request in server.requests] == ["7"] * 3
        if how in ("with_timeout", "all"):
            with ends(), pytest.raises(APITimeoutError):
                side.generated(background_tracks_index, copy)
        assert KEY not in repr(copy)
