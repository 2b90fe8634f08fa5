"""Tests of 更新."""
