"""编辑部: what stands behind the commands of tasks.py.

In: what was asked for, an `Office` (folders, terminal). Out: the work of the other rooms, told in Chinese; exit status 1
when something that people wrote is wrong. Each command loads only what it needs.
"""
