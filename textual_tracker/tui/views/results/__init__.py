"""What became of the referrals of a window: the funnel, what breaks, why not, by whom, how fast."""
