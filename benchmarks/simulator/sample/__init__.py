"""The sample journal: a simulated officer, and the people in her story whom somebody wrote by hand.

`python -m benchmarks.simulator.sample DIR` writes the folder; the same bytes each time.
"""
