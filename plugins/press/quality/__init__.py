"""量尺: a finished PDF → its characters, lines and columns → how well its lines are set, rule by rule.

Reads any PDF; knows nothing of the engine that set it.
"""
