"""Tests of the readers of formats: bytes in, raw document out."""
