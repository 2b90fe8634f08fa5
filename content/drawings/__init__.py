"""Illustrations of the sample issues, drawn by program."""
