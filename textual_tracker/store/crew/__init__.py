"""Processes beside this one that read thousands of files at once."""
