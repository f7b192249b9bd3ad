"""What stays as long as the screen does is not gone through again and again for garbage.

Python looks for garbage the oftener the more is made, and a start makes a hundred thousand things none of which is any.
Once in a while it goes through all there are, and with fifty thousand referrals no key is answered for so long.
"""

import gc


def begin_to_collect() -> None:
    """From now on look for garbage, in what is made from now on; what was made while nobody looked is to stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
