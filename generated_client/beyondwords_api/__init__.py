"""A client library for accessing BeyondWords REST API"""

from .client import AuthenticatedClient, Client

__spec_version__ = "1.0.0"
"""The version that the API's description has"""
__generator__ = "openapi-python-client 0.29.1"
"""What made this package of it"""

__all__ = (
    "AuthenticatedClient",
    "Client",
)
