"""What openapi.yaml becomes: the generated client."""
