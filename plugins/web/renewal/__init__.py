"""更新: which pages must be made anew, and how they get to where readers look.

In: parts of a site (a few pages made from the same things, with a cheap signature of these), and what stands in
the output folder from the last time. Out: the same folder as a build from nothing would give, by making only what
changed.
"""
