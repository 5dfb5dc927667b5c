"""One file a verb of the table of verbs: parse, ask the api, emit. Must not know how an answer looks."""
