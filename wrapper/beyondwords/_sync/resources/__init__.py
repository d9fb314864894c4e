# Derived from _async/resources/__init__.py by `make sync-twins`: change that file, not this one.
"""The API's resources under good names, one module each."""
