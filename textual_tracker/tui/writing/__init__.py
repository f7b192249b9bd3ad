"""Recording from the screen: which keys there are next, lines that are typed, and the pen that writes."""
