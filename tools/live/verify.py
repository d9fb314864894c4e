"""`make verify-live`: asks the real API, read-only, whether openapi.yaml is right."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
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
from tools.live import calls as live_calls
from tools.live.calls import Call, Untriable
from tools.live.differences import Findings, Judge, compare_described_dates, compare_headers
from tools.live.pages import Page, compare_pages
from tools.live.report import Finding, Outcome, Report, content_of, render
from tools.spec import SPEC_FILE, Json, Operation, SpecError, load, operations, resolve

NOTHING_TRIED = 2
_MANUAL = """\
Calls every GET operation of the document that needs no unknown id, with a small page, with the key in the
environment variable BEYONDWORDS_API_KEY, and compares the answers with the document. It sends GET requests only and
shows no values of the answers: field names, types and forms. Optional parameters other than paging are not sent.
FORMAT=json gives the report as JSON; BEYONDWORDS_BASE_URL names another server.

exit status:
  0  everything that was tried agrees
  1  something differs
  2  nothing could be tried: no key or a refused one, no connection, no document, no operation without an id
Make itself exits with 2 whenever this does not exit with 0.
"""
# What a server says when it cannot answer now, whatever was asked.
_UNAVAILABLE = frozenset({408, 429})
# What a key may meet that is right.
_REFUSALS = {401: "the API refused the key", 403: "this key may not do that"}


class Reader:
    """Sends GET requests through the wrapper's session, and nothing else."""

    def __init__(self, session: httpx.Client) -> None:
        self._session = session

    def get(self, call: Call) -> httpx.Response:
        """The success answer, complete.

        Raises:
            BeyondWordsError: Everything else.
        """
        request = self._session.build_request(
            call.method, call.path, params=list(call.query), headers=list(call.headers)
        )
        # Not an `assert`, which `python -O` leaves out.
        if request.method != "GET":
            raise AssertionError(f"only GET is sent, not {request.method}")
        return self._session.send(request)


class Trial:
    """Tries the operations of one document, one after the other."""

    def __init__(self, spec: Json, reader: Reader) -> None:
        self._spec = spec
        self._reader = reader
        self._judge = Judge(spec)
        self._answered = False
        self._hopeless = ""

    def outcome(self, operation: Operation) -> Outcome:
        """What the operation's answers have against the document."""
        outcome, findings = Outcome(str(operation), operation.operation_id), Findings()
        try:
            if self._hopeless:
                raise Untriable(self._hopeless)
            calls = live_calls.calls(self._spec, operation)
        except Untriable as reason:
            outcome.not_tried.append(str(reason))
            return outcome
        answers = self._answers(operation, calls, outcome, findings)
        bodies = [self._body(operation, answer, findings) for answer in answers]
        if len(calls) == len(answers) > 1:
            outcome.facts += _paging_facts(answers, bodies, findings)
        if answers:
            self._compare_dates(operation, findings)
            outcome.facts += _facts(findings)
            if left_out := live_calls.unsent(operation):
                outcome.not_tried.append(f"the optional parameters {', '.join(left_out)}")
        outcome.checked = len(answers)
        outcome.differences = [
            Finding(each.kind, each.where, each.text, count) for each, count in findings.differences.items()
        ]
        return outcome

    def _answers(
        self, operation: Operation, calls: list[Call], outcome: Outcome, findings: Findings
    ) -> list[httpx.Response]:
        answers = []
        for call in calls:
            try:
                answer = self._reader.get(call)
            except APIStatusError as error:
                outcome.requests.append(f"{call}: {error.status_code}")
                self._refused(operation, call, error, findings, outcome)
                break
            except ResponseDecodeError as error:
                outcome.requests.append(f"{call}: {error.status_code}")
                findings.add("body", "", one_line(str(error)))
                break
            except ConfigurationError:
                raise
            except BeyondWordsError as error:
                outcome.requests.append(f"{call}: no answer")
                outcome.not_tried.append(one_line(str(error)))
                self._give_up_after(error)
                break
            self._answered = True
            outcome.requests.append(f"{call}: {answer.status_code}")
            answers.append(answer)
        return answers

    def _give_up_after(self, error: BeyondWordsError) -> None:
        # The first answer tells whether there is any use in asking on.
        if not self._answered and isinstance(error, AuthenticationError | APIConnectionError):
            refused = isinstance(error, AuthenticationError)
            self._hopeless = f"not asked, because {'the key was refused' if refused else 'no connection came about'}"

    def _refused(
        self, operation: Operation, call: Call, error: APIStatusError, findings: Findings, outcome: Outcome
    ) -> None:
        """An answer that is no success; of its headers the wrapper tells nothing."""
        status = error.status_code
        self._give_up_after(error)
        if status >= 500 or status in _UNAVAILABLE:
            outcome.not_tried.append(f"the server answered {status}")
            return
        response = _declared(operation, status)
        if response is None:
            findings.add("status", "", f"{status}, which is not declared")
        else:
            self._compare_error(status, response, error.body, findings)
        if status == 404 and call.from_example:
            outcome.not_tried.append("404: the document's example of an id is not there for this key")
        elif status in _REFUSALS:
            outcome.not_tried.append(f"{status}: {_REFUSALS[status]}")
        elif response is not None:
            findings.add("status", "", f"{status} for a request that the document allows")

    def _compare_error(self, status: int, response: Json, text: str, findings: Findings) -> None:
        content, body = _json_content(response), _json_value(text)
        if content is None or body is None:
            return
        errors = Findings()
        self._judge.compare(content.get("schema") or {}, body, errors)
        for difference in errors.differences:
            findings.add(difference.kind, f"{difference.where} of the {status} answer", difference.text)

    def _body(self, operation: Operation, answer: httpx.Response, findings: Findings) -> Any:
        """Compare one success answer; its JSON value."""
        response = _declared(operation, answer.status_code)
        if response is None:
            findings.add("status", "", f"{answer.status_code}, which is not declared")
            return None
        compare_headers(self._judge, self._spec, response, answer.headers, findings)
        contents: Json = response.get("content") or {}
        if not contents:
            if answer.content:
                findings.add("body", "", f"{answer.status_code} is declared without a body, and one came")
            return None
        kind = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        if not any(_covers(declared, kind) for declared in contents):
            findings.add("content type", "", f"declared {' or '.join(contents)}, seen {kind or 'none'}")
        content = _json_content(response)
        if content is None:
            return None
        body = _json_value(answer.text)
        if body is None and answer.text.strip() != "null":
            findings.add("body", "", "empty" if not answer.content else "not JSON")
            return None
        self._judge.compare(content.get("schema") or {}, body, findings)
        return body

    def _compare_dates(self, operation: Operation, findings: Findings) -> None:
        examples = Findings()
        for response in operation.responses.values():
            content = _json_content(response)
            for value in self._examples(content) if content else ():
                self._judge.compare((content or {}).get("schema") or {}, value, examples)
        compare_described_dates(findings, examples)

    def _examples(self, content: Json) -> list[Any]:
        named = [resolve(self._spec, each) for each in (content.get("examples") or {}).values()]
        alone = [content["example"]] if "example" in content else []
        return [each["value"] for each in named if "value" in each] + alone


def _declared(operation: Operation, status: int) -> Json | None:
    by_name = {name.upper(): response for name, response in operation.responses.items()}
    found = (by_name[name] for name in (str(status), f"{status // 100}XX", "DEFAULT") if name in by_name)
    return next(found, None)


def _json_content(response: Json) -> Json | None:
    contents: Json = response.get("content") or {}
    return next((content for kind, content in contents.items() if "json" in kind or kind == "*/*"), None)


def _covers(declared: str, kind: str) -> bool:
    wanted = declared.partition(";")[0].strip().lower()
    return wanted in (kind, "*/*") or (wanted.endswith("/*") and kind.startswith(wanted[:-1]))


def _json_value(text: str) -> Any:
    """The text as JSON, None if it is not."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _paging_facts(answers: list[httpx.Response], bodies: list[Any], findings: Findings) -> list[str]:
    if not all(isinstance(body, list) for body in bodies):
        return ["paging: the answers are no lists, so their pages were not compared"]
    first, second, unlimited = (Page(body, answer.headers) for answer, body in zip(answers, bodies, strict=True))
    return compare_pages(first, second, unlimited, findings)


def _facts(findings: Findings) -> list[str]:
    places: dict[str, list[str]] = {}
    for where, forms in findings.dates.items():
        places.setdefault(_date_fact(where, forms, findings), []).append(where)
    facts = [f"dates at {', '.join(wheres)}: {fact}" for fact, wheres in places.items()]
    never = sorted(findings.absent - findings.seen)
    groups = (
        ("declared fields that never came", never),
        ("declared optional headers that never came", sorted(findings.unsent_headers)),
        ("headers of what stands in front of the API", sorted(findings.headers)),
    )
    return facts + [f"{title}: {', '.join(names)}" for title, names in groups if names]


def _date_fact(where: str, forms: Iterable[str], findings: Findings) -> str:
    seen, said = ", ".join(sorted(forms)), findings.date_promises.get(where)
    if said is None:
        return seen
    off = any(place == where for place, _ in findings.off_description)
    return f"{seen}; the document says {said}{', which not all of them are' if off else ''}"


def verify(spec: Json, client: BeyondWords) -> Report:
    """Try every GET operation of the document with the client."""
    every = list(operations(spec))
    trial = Trial(spec, Reader(client.api.get_httpx_client()))
    info = spec.get("info") or {}
    return Report(
        document=" ".join(str(info[key]) for key in ("title", "version") if key in info),
        base_url=client.base_url,
        outcomes=[trial.outcome(each) for each in every if each.method == "GET"],
        not_called=[str(each) for each in every if each.method != "GET"],
    )


def run(document: Path, form: Format) -> int:
    """Say what will be done, do it, print the report; the exit status."""
    spec = load(document)
    with BeyondWords() as client:
        # On stderr, where it does not mix with JSON.
        print(
            f"verify-live: reading from {client.base_url} with your API key, GET requests only; nothing is written.",
            file=sys.stderr,
            flush=True,
        )
        report = verify(spec, client)
        content = content_of(report, without_key)
    print(render(content, form))
    return report.exit_status


def without_key(text: str) -> str:
    """The text without the API key, should the server have sent it back."""
    key = os.environ.get("BEYONDWORDS_API_KEY", "").strip()
    for spelling in (key, quote(key), quote(key, safe="")) if key else ():
        text = text.replace(spelling, "[API key]")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m tools.live.verify",
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
