# Derived from _async/__init__.py by `make sync-twins`: change that file, not this one.
"""The client for threads, derived by `make sync-twins`."""
