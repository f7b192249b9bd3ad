"""Widgets that know no domain: lists, board, text and bars, drawn line by line."""
