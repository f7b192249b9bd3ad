"""The terminal screen: views that stay true while the files change underneath. Only here is Textual known."""
