"""The API's resources under good names, one module each."""
