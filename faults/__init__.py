"""Bad days, one cell each: what a server or a network does, what must come of it, and what did.

`python -m faults` runs every cell over real sockets, for both clients, each in a process of its own.
"""
