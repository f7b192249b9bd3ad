"""One verb a file; each has `run(call) -> int`, the exit code."""
