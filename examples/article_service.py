"""A FastAPI service on one client for the whole program: what fails at BeyondWords becomes a response of our own.

    export BEYONDWORDS_API_KEY=... BEYONDWORDS_PROJECT_ID=...
    uvicorn examples.article_service:app

Its tests, tests/examples/test_article_service.py, run it against the sandbox that the pytest plugin brings, and let
each thing go wrong that can.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from beyondwords import (
    APIConnectionError,
    AsyncBeyondWords,
    BeyondWordsError,
    InternalServerError,
    RateLimitError,
    UnprocessableEntityError,
)
from beyondwords_api.models import NewContent


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    """One client from the first request to the last; making one for each request would cost connections."""
    async with AsyncBeyondWords(user_agent="article-service/1.0") as client:
        app.state.beyondwords = client
        yield


app = FastAPI(lifespan=lifespan)


@app.exception_handler(BeyondWordsError)
async def failed(request: Request, error: BeyondWordsError) -> JSONResponse:
    """Ours is a 4xx only where our caller can do something; the rest is a gateway's error."""
    status, headers = 502, {}
    if isinstance(error, UnprocessableEntityError):
        status = 422
    elif isinstance(error, RateLimitError):
        status, headers = 503, {"Retry-After": f"{error.retry_after or 1:.0f}"}
    elif isinstance(error, APIConnectionError | InternalServerError):
        status, headers = 503, {"Retry-After": "5"}
    return JSONResponse({"detail": str(error)}, status, headers)


@app.put("/articles/{source_id}")
async def publish(source_id: str, article: dict[str, str], request: Request) -> dict[str, str]:
    """Send an article, or send it again after it was edited."""
    client: AsyncBeyondWords = request.app.state.beyondwords
    item = NewContent(title=article["title"], body=article["body"], source_id=source_id)
    content, action = await client.content.publish(item)
    return {"status": str(content.status), "action": action}


@app.get("/articles/{source_id}")
async def show(source_id: str, request: Request) -> dict[str, str]:
    """How far its audio is."""
    client: AsyncBeyondWords = request.app.state.beyondwords
    content = await client.content.find(source_id)
    if content is None:
        raise HTTPException(404, "no such article")
    return {"title": str(content.title), "status": str(content.status)}


@app.get("/tracks")
async def tracks(request: Request) -> list[str]:
    """The names of all background tracks, for a menu."""
    client: AsyncBeyondWords = request.app.state.beyondwords
    return [str(track.name) async for track in client.background_tracks.list()]
