"""A made-up archive of any length, written for three engines, and the means to time them on it.

`sentences` and `manuscripts` make the articles, `flavours` writes them down for each engine, `edits` changes them as
editors do, `engines` says how each engine is run, `resident` keeps ours running, `measuring` runs a command and weighs it,
`agreement` compares what the engines made, `verdict` prints it.
"""
