"""The domain: records, stages, working days, problems. Pure values and functions, no I/O."""
