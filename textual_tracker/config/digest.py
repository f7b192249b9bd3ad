"""BLAKE2b for the commands that must be over at once.

From the module that hashlib itself takes it from, because hashlib brings in OpenSSL, and loading that takes a fifth as
long as starting Python.
"""

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter that was built otherwise
    from hashlib import blake2b

__all__ = ["blake2b"]
