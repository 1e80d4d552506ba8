"""Days with a name, by the key that a locale file uses."""

from __future__ import annotations

from timeline.temporal.granularity import Granularity
from timeline.temporal.recurrence import Recurrence, month_days

G = Granularity

HOLIDAYS: dict[str, Recurrence] = {
    "new_year": month_days(1, 1),
    "new_years_eve": month_days(12, 31),
    "epiphany": month_days(1, 6),
    "valentine": month_days(2, 14),
    "st_patrick": month_days(3, 17),
    "may_day": month_days(5, 1),
    "independence_day": month_days(7, 4),
    "bastille_day": month_days(7, 14),
    "german_unity": month_days(10, 3),
    "assumption": month_days(8, 15),
    "halloween": month_days(10, 31),
    "all_saints": month_days(11, 1),
    "all_souls": month_days(11, 2),
    "veterans_day": month_days(11, 11),
    "st_nicholas": month_days(12, 6),
    "immaculate_conception": month_days(12, 8),
    "christmas_eve": month_days(12, 24),
    "christmas": month_days(12, 25),
    "boxing_day": month_days(12, 26),
    "shrove_monday": Recurrence(G.YEAR, G.DAY, "easter", -48),
    "palm_sunday": Recurrence(G.YEAR, G.DAY, "easter", -7),
    "maundy_thursday": Recurrence(G.YEAR, G.DAY, "easter", -3),
    "good_friday": Recurrence(G.YEAR, G.DAY, "easter", -2),
    "easter": Recurrence(G.YEAR, G.DAY, "easter", 0),
    "easter_monday": Recurrence(G.YEAR, G.DAY, "easter", 1),
    "ash_wednesday": Recurrence(G.YEAR, G.DAY, "easter", -46),
    "ascension": Recurrence(G.YEAR, G.DAY, "easter", 39),
    "pentecost": Recurrence(G.YEAR, G.DAY, "easter", 49),
    "whit_monday": Recurrence(G.YEAR, G.DAY, "easter", 50),
    "corpus_christi": Recurrence(G.YEAR, G.DAY, "easter", 60),
    "martin_luther_king_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 13, 1),
    "presidents_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 23, 1),
    "mothers_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 52, 7),
    "memorial_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 50, 1),
    "fathers_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 63, 7),
    "labor_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 91, 1),
    "columbus_day": Recurrence(G.YEAR, G.DAY, "nth_weekday", 102, 1),
    "thanksgiving": Recurrence(G.YEAR, G.DAY, "nth_weekday", 114, 4),
}
