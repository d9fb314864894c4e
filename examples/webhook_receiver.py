"""Receive webhooks with FastAPI: store the address of the audio as soon as there is some.

    export BEYONDWORDS_WEBHOOK_SECRET=...   # a long random text of your own
    uvicorn examples.webhook_receiver:app --port 8000

Tell the API where it is, and what to send along; that is all the vendor offers to recognise a real event:

    bw.webhooks.create(
        NewWebhook(
            url="https://news.example.org/webhooks/beyondwords",
            headers=HttpHeaders.from_dict({"Authorization": f"Bearer {secret}"}),
        )
    )

An event may come twice, so what is done with it must be safe to repeat.
"""

from __future__ import annotations

import logging
import os

from fastapi import FastAPI, HTTPException, Request

from beyondwords import webhooks

logger = logging.getLogger(__name__)
app = FastAPI()
# In a real service: a table of the database.
audio_urls: dict[str, str] = {}


@app.post("/webhooks/beyondwords", status_code=204)
async def receive(request: Request) -> None:
    """Respond quickly: without a 2xx, the event is sent again."""
    secret = os.environ["BEYONDWORDS_WEBHOOK_SECRET"]
    try:
        event = webhooks.parse(await request.body(), headers=request.headers, secret=secret)
    except webhooks.WebhookError as error:
        raise HTTPException(401, str(error)) from None
    handle(event)


def handle(event: webhooks.WebhookEvent) -> None:
    """Keep what is known of an article's audio."""
    article = event.source_id or event.content_id or ""
    match event:
        case webhooks.AudioUpdated(mp3_url=str(url)):
            audio_urls[article] = url
        case webhooks.AudioDeleted():
            audio_urls.pop(article, None)
        case webhooks.AudioError():
            logger.error("no audio of %s: its status is %s", article, event.status)
        case _:
            logger.info("%s of %s is not handled", event.action, article)


@app.get("/articles/{source_id}/audio")
async def audio(source_id: str) -> dict[str, str]:
    """What a page asks before it shows a player."""
    if source_id not in audio_urls:
        raise HTTPException(404, "no audio yet")
    return {"url": audio_urls[source_id]}
