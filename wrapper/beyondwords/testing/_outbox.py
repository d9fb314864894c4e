"""Webhooks that are really sent, to this machine only."""

from __future__ import annotations

import asyncio
import json
import logging
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from .._settings import is_loopback

logger = logging.getLogger("beyondwords.testing")

KEPT = 1000
_PAUSES = (0.0, 0.1, 0.3)
_TIMEOUT = 5.0


@dataclass(frozen=True)
class Delivery:
    """A webhook event, and what became of it."""

    url: str
    event: Mapping[str, Any]
    """The JSON that was sent."""
    status: int | None
    """Of the last response; None where there was none."""
    attempts: int
    """0 where it was not sent, because the URL is not of this machine."""
    problem: str = ""
    """Why there was no response."""


class Outbox:
    """Events wait here for the server's event loop, which sends each side by side with the others."""

    def __init__(self) -> None:
        self.deliveries: deque[Delivery] = deque(maxlen=KEPT)
        self._waiting: deque[tuple[str, Mapping[str, str], Mapping[str, Any]]] = deque()
        self._sending: set[asyncio.Task[None]] = set()
        self._has_warned = False

    def put(self, url: str, headers: Mapping[str, str], event: Mapping[str, Any]) -> None:
        """Have an event sent soon."""
        if _is_loopback(url):
            self._waiting.append((url, headers, event))
        else:
            problem = "not sent: the sandbox sends webhooks to this machine only, such as http://127.0.0.1:8000/"
            # Many rows have many webhooks, and each event would be the same line again.
            if not self._has_warned:
                logger.warning("webhook to %s %s; sandbox.deliveries has all of them", url, problem)
            self._has_warned = True
            self.deliveries.append(Delivery(url, event, None, 0, problem))

    def clear(self) -> None:
        """Forget what was sent and what waits."""
        self.deliveries.clear()
        self._waiting.clear()
        self._has_warned = False

    def flush(self) -> None:
        """Send what waits; called in the event loop."""
        while self._waiting:
            task = asyncio.create_task(self._send(*self._waiting.popleft()))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    def stop(self) -> None:
        """End what is being sent; called in the event loop."""
        for task in self._sending:
            task.cancel()

    async def _send(self, url: str, headers: Mapping[str, str], event: Mapping[str, Any]) -> None:
        status, problem = None, ""
        body = json.dumps(event, ensure_ascii=False).encode()
        sent = {"Content-Type": "application/json", **headers}
        attempts = 0
        async with httpx.AsyncClient(transport=httpx.AsyncHTTPTransport(), timeout=_TIMEOUT) as client:
            for pause in _PAUSES:
                await asyncio.sleep(pause)
                attempts += 1
                try:
                    response = await client.post(url, content=body, headers=sent)
                    status, problem = response.status_code, ""
                except httpx.HTTPError as error:
                    status, problem = None, f"{type(error).__name__}: {error}"
                if status is not None and 200 <= status < 300:
                    break
        self.deliveries.append(Delivery(url, event, status, attempts, problem))


def _is_loopback(url: str) -> bool:
    try:
        return is_loopback(httpx.URL(url).host)
    except httpx.InvalidURL:
        return False
