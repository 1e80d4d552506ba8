"""From the words of a language to what they mean: patterns, automaton, meanings, locales.

A language is one file in `locales/`; nothing else knows its words.
"""
