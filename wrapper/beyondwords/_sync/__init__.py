"""The synchronous client, derived from `_async` by `make sync-twins`; only `io.py` is written by hand."""
