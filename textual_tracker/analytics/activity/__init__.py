"""Am I doing the work: the counters of each day, the year, and the records behind them."""
