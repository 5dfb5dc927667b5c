"""What TAB offers: from the stored index and the standard library alone, before Typer is loaded."""
