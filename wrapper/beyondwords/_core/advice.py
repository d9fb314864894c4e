"""What to do about an error, in a sentence."""

from __future__ import annotations

API_KEY_VARIABLE = "BEYONDWORDS_API_KEY"
KEY_LOCATION = "in the BeyondWords dashboard (dash.beyondwords.io) under your project's Settings > Integrations > API"
CLIENT_CLOSED = "the client is closed: make a new one, or keep it open as long as it is used"
WALK_CLOSED = "the walk over the pages, or its client, was closed while a page was on its way"

_ADVICE = {
    401: f"Check the API key: {API_KEY_VARIABLE} or api_key=; you find it {KEY_LOCATION}.",
    403: "The API key is known but may not do this; check its project and your plan.",
    404: "Check the id, and that the API key's project owns it.",
    413: "Send less in one request.",
}


def status_advice(status: int, retry_after: float | None) -> str:
    """The sentence for a status, empty where there is nothing sensible to say."""
    if status == 429 or (status == 503 and retry_after is not None):
        return "Wait and try again." if not retry_after else f"Try again in {retry_after:g} s."
    if status >= 500:
        return "The fault is on the server's side; try again later."
    return _ADVICE.get(status, "")
