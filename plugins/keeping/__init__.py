"""留存: what a run leaves for the next one.

In: bytes and what they were made from. Out: the same bytes as long as nothing they were made from changed.
Everything here may be thrown away at any time; the next run makes it anew. A process may be killed at any
moment, and two may run at once: what is kept is whole or not there.
"""
