"""Python client of the BeyondWords REST API."""
