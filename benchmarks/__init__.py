"""What the wrapper costs, measured beside what one would use instead: `make bench`.

Ours and the alternative take turns in the same run, so that a busy machine bears on both alike. The server is local.
"""
