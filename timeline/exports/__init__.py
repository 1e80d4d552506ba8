"""One module a format.

A module whose function is named `to_<format>` and takes a `Timeline` is found by that name: nothing to register.
"""
