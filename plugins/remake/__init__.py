"""重制: PDFs and pictures of many issues made anew, on one machine or on several.

In: a list of independent jobs (plain data, one issue each) and any `concurrent.futures.Executor`. Out: the same
files that 付印 and 发布 make of each issue, and an outcome for every job. Each worker reads its issue itself,
makes the result aside and renames it into place; what is up to date is left alone, so a run that was broken off
goes on where it stopped. Nothing here schedules: that is the executor's work.
"""
