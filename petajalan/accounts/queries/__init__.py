from petajalan.accounts.queries.demo import DemoPerson, demo_people
from petajalan.accounts.queries.trail import Change, TrailRow, in_words, people_in_trail, trail

__all__ = ["Change", "DemoPerson", "TrailRow", "demo_people", "in_words", "people_in_trail", "trail"]
