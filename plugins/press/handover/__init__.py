"""移交: finished files → the folder that goes to the printer.

In: a folder's place and the makers of its files, in order. Out: the folder, whole or not at all, with
the job ticket (印刷工单), thumbnails of the pages, a list of what is in it (说明.txt) and checksums.
"""
