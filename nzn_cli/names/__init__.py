"""PEOPLE'S NAMES AS SUCH: their parts, titles, gender, roles, and what makes two of them compatible.

Must not know who bears a name, or where it stands.
"""
