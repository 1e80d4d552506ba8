"""Time itself: calendar, granularities, periods, intervals, TIMEX3 values, operators.

Knows no text, no files and no language; needs the standard library only.
"""
