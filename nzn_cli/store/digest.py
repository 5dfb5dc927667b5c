"""A short hash of bytes, by which the index knows contents, settings and code again."""

from __future__ import annotations


def digest(data: bytes) -> str:
    """Return a hash of 128 bits as hex digits."""
    try:
        from _blake2 import blake2b  # what hashlib gives, without loading OpenSSL
    except ImportError:
        from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()
