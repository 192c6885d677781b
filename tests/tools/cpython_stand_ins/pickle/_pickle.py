"""Stands in for CPython's native module where it is imported and hardly used; pickle.py goes on without it."""
