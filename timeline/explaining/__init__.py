"""The reasons for a date in a person's words.

Everything that is told about a derivation comes from here; the derivation itself is data.
"""
