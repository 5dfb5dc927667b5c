"""The quotations of one text: who said what, in marks, reported, or as a turn of a transcript."""
