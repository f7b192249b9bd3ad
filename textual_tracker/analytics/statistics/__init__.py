"""Numbers that know nothing of loans: rates with intervals, beta distributions, survival, sums of unequal chances.

Plain Python; the tests hold each of them to SciPy, lifelines or statsmodels and to published values.
"""
