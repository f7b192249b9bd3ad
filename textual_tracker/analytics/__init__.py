"""What a journal says as of a day: stalled, partner care, pipeline, activity, agenda, query. Pure functions."""
