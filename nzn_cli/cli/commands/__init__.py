"""One file a verb: parse, ask, emit."""
