"""`make verify-live`: asks the real API, read-only, whether openapi.yaml is right.

It calls every GET operation of the document with the key in BEYONDWORDS_API_KEY, lists first, and shows no values of
the responses and no ids. BEYONDWORDS_PROJECT_ID names a project (otherwise the first), BEYONDWORDS_BASE_URL another
server; FORMAT=json gives JSON.

exit status: 0 what was tried is as declared; 1 something differs; 2 nothing could be tried (make itself exits with 2)
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
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
)
from tools.changes.compare import Format, chosen_format
from tools.failure import Failure, exit_code, one_line
from tools.live.calls import PAGING, CannotTry, Known, queries
from tools.live.judge import Judge, compare_pages, json_value
from tools.live.report import AS_DECLARED, DIFFERS, Outcome, render
from tools.spec import SPEC_FILE, Json, Operation, load, operations

NOTHING_TRIED = 2
# What a key may meet that is right.
_REFUSALS = {401: "the API refused the key", 403: "this key may not do that"}


class Trial:
    """Tries the operations of one document, one after the other."""

    def __init__(self, spec: Json, session: httpx.Client, project_id: str | int | None) -> None:
        self._session = session
        self._judge = Judge(spec)
        self._known = Known(project_id)
        self._hopeless: str | None = None
        """Why nothing more is asked; the first response tells, and makes it empty if all is well."""

    def outcome(self, operation: Operation) -> Outcome:
        """What the operation's responses have against the document."""
        outcome = Outcome(str(operation), operation.operation_id)
        pages = []
        try:
            if self._hopeless:
                raise CannotTry(self._hopeless)
            asked = queries(operation)
            path = self._known.filled(operation.path)
            for query in asked:
                status, headers, text = self._sent(operation, path, query, outcome)
                body = self._compare(operation, status, headers, text, outcome)
                if headers is None:
                    break
                self._known.add(path, body)
                pages.append((body, headers))
        except CannotTry as reason:
            outcome.not_tried.append(str(reason))
        if len(pages) == 3 and all(isinstance(body, list) for body, _ in pages):
            compare_pages(pages, outcome)
        outcome.compared = bool(pages)
        optional = [each["name"] for each in operation.parameters if each["in"] == "query" and not each.get("required")]
        left_out = [name for name in optional if name not in PAGING]
        if pages and left_out:
            outcome.not_tried.append(f"the optional parameters {', '.join(left_out)}")
        return outcome

    def _sent(
        self, operation: Operation, path: str, query: dict[str, int], outcome: Outcome
    ) -> tuple[int, Mapping[str, str] | None, str]:
        """Status, headers and text of the response; of the headers of an error the wrapper tells nothing."""
        came: int | str = "no response"
        try:
            response = self._session.get(path, params=query)
            came, self._hopeless = response.status_code, ""
            return came, response.headers, response.text
        except APIStatusError as error:
            came = error.status_code
            if self._hopeless is None and isinstance(error, AuthenticationError):
                self._hopeless = "not asked, because the key was refused"
            return came, None, error.body
        except BeyondWordsError as error:
            if self._hopeless is None and isinstance(error, APIConnectionError):
                self._hopeless = "not asked, because no connection came about"
            # Ids are data, and shown to nobody.
            raise CannotTry(one_line(str(error)).replace(path, operation.path)) from None
        finally:
            shown = "&".join(f"{name}={value}" for name, value in query.items())
            outcome.requests.append(f"{operation}{'?' if shown else ''}{shown}: {came}")

    def _compare(
        self, operation: Operation, status: int, headers: Mapping[str, str] | None, text: str, outcome: Outcome
    ) -> Any:
        """Compare one response; its JSON value.

        Raises:
            CannotTry: The response says nothing of the document.
        """
        # What a server says when it cannot do it now, whatever was asked.
        if status >= 500 or status in (408, 429):
            raise CannotTry(f"the server answered {status}")
        declared, body = _declared(operation, status), json_value(text)
        if declared is None:
            outcome.differs("status", "", f"{status}, which is not declared")
        else:
            contents: Json = declared.get("content") or {}
            content = next((each for kind, each in contents.items() if "json" in kind or kind == "*/*"), None)
            is_json = body is not None or text.strip() == "null"
            if headers is not None:
                self._judge.headers(declared, headers, outcome)
                kind = headers.get("content-type", "").partition(";")[0].strip().lower()
                if not contents and text:
                    outcome.differs("body", "", f"{status} is declared without a body, and one came")
                elif contents and kind not in contents and "*/*" not in contents:
                    outcome.differs("content type", "", f"declared {' or '.join(contents)}, seen {kind or 'none'}")
                if content is not None and not is_json:
                    outcome.differs("body", "", "not JSON" if text else "empty")
            if content is not None and is_json:
                root = "$" if headers is not None else f"{status} $"
                self._judge.body(content.get("schema") or {}, body, outcome, root)
        if status in _REFUSALS:
            raise CannotTry(f"{status}: {_REFUSALS[status]}")
        if headers is None and declared is not None:
            if status == 404 and "/player/" in operation.path:
                raise CannotTry("404: the player has nothing before there is audio")
            listed = ", with ids that lists had just given" if "{" in operation.path else ""
            outcome.differs("status", "", f"{status} for a request that the document allows{listed}")
        return body


def _declared(operation: Operation, status: int) -> Json | None:
    by_name = {name.upper(): response for name, response in operation.responses.items()}
    found = (by_name[name] for name in (str(status), f"{status // 100}XX", "DEFAULT") if name in by_name)
    return next(found, None)


def run(document: Path, form: Format) -> int:
    """Say what will be done, try every GET operation of the document, print the report; the exit status."""
    spec = load(document)
    every = list(operations(spec))
    # Lists come before what is in them: ids are taken from the lists.
    reads = sorted((each for each in every if each.method == "GET"), key=lambda each: each.path.count("{"))
    info = spec.get("info") or {}
    try:
        client = BeyondWords()
    except ConfigurationError as error:
        raise Failure(str(error)) from None
    with client:
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
    text, key = render(content, form), os.environ.get("BEYONDWORDS_API_KEY", "").strip()
    # Should the server have sent it back.
    for spelling in (key, quote(key, safe="")) if key else ():
        text = text.replace(spelling, "[API key]")
    print(text)
    results = {each["result"] for each in outcomes}
    return 1 if DIFFERS in results else 0 if AS_DECLARED in results else NOTHING_TRIED


def main(arguments: Sequence[str] | None = None) -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(prog="python -m tools.live", description=__doc__, formatter_class=form)
    parser.add_argument("--spec", type=Path, default=SPEC_FILE, help="the document to verify (default: openapi.yaml)")
    chosen = parser.parse_args(arguments)
    return exit_code(lambda: run(chosen.spec, chosen_format()), failed=NOTHING_TRIED)


if __name__ == "__main__":
    sys.exit(main())
