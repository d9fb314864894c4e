"""Values and decisions, without I/O: nothing here knows a client, a socket or the clock."""
