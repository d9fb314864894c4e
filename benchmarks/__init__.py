"""What the wrapper costs, measured beside what one would use instead: `make bench`.

Every figure compares with an alternative that is measured in the same run, turn by turn, so that a busy or slow
machine bears on both alike. Servers are local; nothing leaves this machine.
"""
