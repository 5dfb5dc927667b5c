"""The records that the rooms hand to one another: data only, no behaviour, from the standard library only."""
