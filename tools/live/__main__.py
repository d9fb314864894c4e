"""`make verify-live`: asks the real API, read-only, whether openapi.yaml is right."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from beyondwords import (
    APIConnectionError,
    APIStatusError,
    AuthenticationError,
    BeyondWords,
    BeyondWordsError,
    ConfigurationError,
    ResponseDecodeError,
)
from tools.changes.compare import Format, chosen_format
from tools.failure import Failure, one_line
from tools.live.calls import PAGING, CannotTry, Known, queries
from tools.live.judge import Judge, compare_pages, json_value
from tools.live.report import AS_DECLARED, DIFFERS, Outcome, render
from tools.spec import SPEC_FILE, Json, Operation, SpecError, load, operations

NOTHING_TRIED = 2
_MANUAL = """\
It calls every GET operation of the document with the key in BEYONDWORDS_API_KEY, lists first, and shows no values of
the responses and no ids. BEYONDWORDS_PROJECT_ID names a project (otherwise the first), BEYONDWORDS_BASE_URL another
server; FORMAT=json gives JSON.

exit status: 0 what was tried is as declared; 1 something differs; 2 nothing could be tried (make itself exits with 2)
"""
# What a server says when it cannot do it now, whatever was asked.
_UNAVAILABLE = frozenset({408, 429})
# What a key may meet that is right.
_REFUSALS = {401: "the API refused the key", 403: "this key may not do that"}


class Trial:
    """Tries the operations of one document, one after the other."""

    def __init__(self, spec: Json, session: httpx.Client, project_id: str | int | None) -> None:
        self._session = session
        self._judge = Judge(spec)
        self._known = Known(project_id)
        self._answered = False
        self._hopeless = ""

    def outcome(self, operation: Operation) -> Outcome:
        """What the operation's responses have against the document."""
        outcome = Outcome(str(operation), operation.operation_id)
        try:
            if self._hopeless:
                raise CannotTry(self._hopeless)
            asked = queries(operation)
            path = self._known.filled(operation.path)
        except CannotTry as reason:
            outcome.not_tried.append(str(reason))
            return outcome
        pages = []
        for query in asked:
            response = self._sent(operation, path, query, outcome)
            if response is None:
                break
            body = self._compare(operation, response, outcome)
            self._known.add(path, body)
            pages.append((body, response.headers))
        if len(pages) == 3 and all(isinstance(body, list) for body, _ in pages):
            compare_pages(pages, outcome)
        outcome.compared = bool(pages)
        optional = [each["name"] for each in operation.parameters if each["in"] == "query" and not each.get("required")]
        left_out = [name for name in optional if name not in PAGING]
        if outcome.compared and left_out:
            outcome.not_tried.append(f"the optional parameters {', '.join(left_out)}")
        return outcome

    def _sent(self, operation: Operation, path: str, query: dict[str, int], outcome: Outcome) -> httpx.Response | None:
        """A success response; None where another one came, or none, which is noted."""
        came: int | str | None = "no response"
        try:
            response = self._session.get(path, params=query)
            came, self._answered = response.status_code, True
            return response
        except APIStatusError as error:
            came = error.status_code
            # The first response tells whether there is any use in asking on.
            if not self._answered and isinstance(error, AuthenticationError):
                self._hopeless = "not asked, because the key was refused"
            self._refused(operation, error, outcome)
        except ResponseDecodeError as error:
            came = error.status_code
            outcome.differs("body", "", one_line(str(error)).replace(path, operation.path))
        except ConfigurationError:
            raise
        except BeyondWordsError as error:
            # Ids are data, and shown to nobody.
            outcome.not_tried.append(one_line(str(error)).replace(path, operation.path))
            if not self._answered and isinstance(error, APIConnectionError):
                self._hopeless = "not asked, because no connection came about"
        finally:
            shown = "&".join(f"{name}={value}" for name, value in query.items())
            outcome.requests.append(f"{operation}{'?' if shown else ''}{shown}: {came}")
        return None

    def _refused(self, operation: Operation, error: APIStatusError, outcome: Outcome) -> None:
        """A response that is no success; of its headers the wrapper tells nothing."""
        status, declared = error.status_code, _declared(operation, error.status_code)
        if status >= 500 or status in _UNAVAILABLE:
            outcome.not_tried.append(f"the server answered {status}")
            return
        if declared is None:
            outcome.differs("status", "", f"{status}, which is not declared")
        elif (content := _json_content(declared)) and (body := json_value(error.body)) is not None:
            self._judge.body(content.get("schema") or {}, body, outcome, f"{status} $")
        if status in _REFUSALS:
            outcome.not_tried.append(f"{status}: {_REFUSALS[status]}")
        elif declared is not None and status == 404 and "/player/" in operation.path:
            outcome.not_tried.append("404: the player has nothing before there is audio")
        elif declared is not None:
            listed = ", with ids that lists had just given" if "{" in operation.path else ""
            outcome.differs("status", "", f"{status} for a request that the document allows{listed}")

    def _compare(self, operation: Operation, response: httpx.Response, outcome: Outcome) -> Any:
        """Compare one success response; its JSON value."""
        status, declared = response.status_code, _declared(operation, response.status_code)
        if declared is None:
            outcome.differs("status", "", f"{status}, which is not declared")
            return None
        self._judge.headers(declared, response.headers, outcome)
        contents: Json = declared.get("content") or {}
        kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not contents and response.content:
            outcome.differs("body", "", f"{status} is declared without a body, and one came")
        elif contents and kind not in contents and "*/*" not in contents:
            outcome.differs("content type", "", f"declared {' or '.join(contents)}, seen {kind or 'none'}")
        content, body = _json_content(declared), json_value(response.text)
        if content is not None and body is None and response.text.strip() != "null":
            outcome.differs("body", "", "not JSON" if response.content else "empty")
        elif content is not None:
            self._judge.body(content.get("schema") or {}, body, outcome)
            return body
        return None


def _declared(operation: Operation, status: int) -> Json | None:
    by_name = {name.upper(): response for name, response in operation.responses.items()}
    found = (by_name[name] for name in (str(status), f"{status // 100}XX", "DEFAULT") if name in by_name)
    return next(found, None)


def _json_content(response: Json) -> Json | None:
    contents: Json = response.get("content") or {}
    return next((content for kind, content in contents.items() if "json" in kind or kind == "*/*"), None)


def run(document: Path, form: Format) -> int:
    """Say what will be done, try every GET operation of the document, print the report; the exit status."""
    spec = load(document)
    every = list(operations(spec))
    # Lists come before what is in them: ids are taken from the lists.
    reads = sorted((each for each in every if each.method == "GET"), key=lambda each: each.path.count("{"))
    info = spec.get("info") or {}
    with BeyondWords() as client:
        what = f"reading from {client.base_url} with your API key, GET requests only; nothing is written"
        # On stderr, where it does not mix with JSON.
        print(f"verify-live: {what}.", file=sys.stderr, flush=True)
        trial = Trial(spec, client.api.get_httpx_client(), client.project_id)
        outcomes = [trial.outcome(each).content() for each in reads]
    content: Json = {
        "document": " ".join(str(info[key]) for key in ("title", "version") if key in info),
        "base_url": client.base_url,
        "operations": outcomes,
        "not_called": [str(each) for each in every if each.method != "GET"],
    }
    print(without_key(render(content, form)))
    results = {each["result"] for each in outcomes}
    return 1 if DIFFERS in results else 0 if AS_DECLARED in results else NOTHING_TRIED


def without_key(text: str) -> str:
    """The text without the API key, should the server have sent it back."""
    key = os.environ.get("BEYONDWORDS_API_KEY", "").strip()
    for spelling in (key, quote(key), quote(key, safe=""), json.dumps(key)[1:-1]) if key else ():
        text = text.replace(spelling, "[API key]")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.live",
        description=__doc__,
        epilog=_MANUAL,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--spec", type=Path, default=SPEC_FILE, help="the document to verify (default: openapi.yaml)")
    chosen = parser.parse_args(arguments)
    try:
        return run(chosen.spec, chosen_format())
    except (Failure, SpecError, ConfigurationError) as failure:
        print(f"error: {failure}", file=sys.stderr)
        return NOTHING_TRIED
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
