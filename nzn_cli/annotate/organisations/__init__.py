"""What a text names beside people and places: bodies, agreements, laws, programmes, missions, meetings, acronyms."""
