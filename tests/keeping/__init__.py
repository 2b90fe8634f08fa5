"""Tests of 留存."""
