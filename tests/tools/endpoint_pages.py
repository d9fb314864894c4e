"""Documentation pages in the vendor's form, for the tests that bring them in."""

from __future__ import annotations

from pathlib import Path

from tests.tools.conftest import PUBLISHED

HEAD = """\
openapi: 3.0.1
info:
  title: BeyondWords REST API
  version: 1.0.0
servers:
  - url: https://api.beyondwords.io/v1
security: []
"""

SHOW_TRACK = (
    HEAD
    + """\
paths:
  /background_tracks/{id}:
    get:
      tags: [Background tracks]
      summary: Show
      description: >-
        Shows one background track. The line breaks of this text are the
        page's own and stay where they are.
      operationId: background_tracks#show
      parameters:
        - name: id
          in: path
          required: true
          description: '''id'' is the number of the background track.'
          schema: {type: string}
      responses:
        '200':
          description: OK
          content:
            application/json:
              examples: {example: {$ref: '#/components/examples/backgroundTrackExample'}}
              schema: {$ref: '#/components/schemas/backgroundTrackModel'}
        '404':
          description: No such background track
          content: {application/json: {schema: {$ref: '#/components/schemas/errorModel'}}}
      security: [{apiKey: []}]
components:
  examples:
    backgroundTrackExample:
      summary: Sample background track
      value: {id: 1, name: Test track 1, created: 2023-01-01T00:00:00.123Z, updated: 2023-01-02}
"""
    # The same schemas as there.
    + "  schemas:\n"
    + PUBLISHED.read_text(encoding="utf-8").partition("  schemas:\n")[2]
)

LIST_SPEAKERS = (
    HEAD
    + """\
paths:
  /speakers:
    get:
      tags: [Speakers]
      summary: List
      operationId: speakers#index
      parameters:
        - {name: 'pagination[limit]', in: query, schema: {type: integer}}
        - {name: 'pagination[offset]', in: query, schema: {type: integer}}
        - $ref: '#/components/parameters/customVoices'
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/speakersModel'}}}
          headers: {X-Pagination-Total-Count: {schema: {type: integer}}}
      security: [{apiKey: []}]
components:
  parameters:
    customVoices: {name: custom_voices, in: query, schema: {type: string, enum: [partial]}}
  schemas:
    speakersModel:
      type: array
      items: {$ref: '#/components/schemas/speakerModel'}
    speakerModel:
      type: object
      properties:
        id: {type: integer}
        name: {type: string}
  securitySchemes:
    apiKey: {type: apiKey, name: X-Api-Key, in: header}
"""
)


def page(fragment: str, operation: str = "get /speakers", fence: str = "````") -> str:
    """A page of the vendor's documentation around the fragment; `operation` is `get /speakers`."""
    return (
        "> ## Documentation Index\n> All pages are listed elsewhere.\n\n# A page\n\n> What it does.\n\n\n\n"
        f"## OpenAPI\n\n{fence}yaml {operation}\n{fragment}\n{fence}"
    )


SHOW_TRACK_PAGE = page(SHOW_TRACK, "get /background_tracks/{id}")
LIST_SPEAKERS_PAGE = page(LIST_SPEAKERS)


def saved(folder: Path, text: str, name: str = "page.md") -> Path:
    """The page as a file."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file
