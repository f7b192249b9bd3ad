"""The steps that each key of writing leads to. They know what can be recorded, and nothing of the screen."""
