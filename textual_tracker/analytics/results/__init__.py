"""What became of the referrals of a window: the funnel, the rates, why not, by whom, how fast.

Source: docs/numbers.md, "Results".
"""
