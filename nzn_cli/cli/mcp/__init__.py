"""HOW A PROGRAM CALLS IT: the Model Context Protocol over standard input and output, read-only.

Asks `api` alone. Must not print anything but answers of the protocol.
"""
