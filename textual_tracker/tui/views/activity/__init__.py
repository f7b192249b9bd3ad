"""The day against its goals, the streak, the year, and every day with what stands behind it."""
