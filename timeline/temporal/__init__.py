"""Time itself; knows no text, no files and no language, and needs the standard library only.

- `calendar`: day numbers and civil dates, before year 1 too
- `granularity`, `interval`, `period`: how fine a time is told, a stretch of the wall clock, one unit of the calendar
- `recurrence`: times that come again, such as Tuesdays and Easters
- `timex`: the TIMEX3 value that a time expression comes to, and how surely; `edtf` writes it for archives,
  `written` reads what a person wrote down
- `operators`: what words say about a time before anybody knows when they were written
"""
