"""`make verify-live`: the real API beside the document."""
