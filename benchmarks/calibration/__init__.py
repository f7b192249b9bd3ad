"""How good the forecast is, judged on simulated officers whose chances are known: `python -m benchmarks.calibration`.

`officers` lives them; `months` cuts each journal at the first of a month, forecasts the month and sees what came;
`scores` adds up; `report` says it. The figures are in docs/numbers.md.
"""
