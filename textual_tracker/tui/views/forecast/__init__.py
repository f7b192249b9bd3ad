"""Forecast: how many will close, what that rests on, and how good it was before."""
