"""A loan officer's life with known hazards: for the sample journal, for load, and for judging a forecast.

`hazards` is the table of what happens to a referral on a working day; `life.simulate` lives it; `yaml_text` writes it
down; `truth` says what the chances really were. It knows the journal's format as a user does, and nothing of the
program but its calendar.
"""
