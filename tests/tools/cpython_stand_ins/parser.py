"""Stands in for CPython's native module where a test imports it without using it."""
