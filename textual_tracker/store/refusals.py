"""Why the system would not write, in the words of somebody who has a disk and no errno."""

import errno
import os
from typing import Final

_WORDS: Final = {
    errno.ENOSPC: "the disk is full",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you have no permission to write there",
    errno.EPERM: "you have no permission to write there",
    errno.ENOENT: "the folder is gone",
    errno.ENOTDIR: "the folder is gone",
    errno.EEXIST: "something else stands in its place",
    errno.EFBIG: "the file would be too large",
    errno.EIO: "the disk reports an error",
    errno.ENAMETOOLONG: "its name is too long",
    **{
        getattr(errno, name): words
        for name, words in (
            ("EDQUOT", "you have used up your share of the disk"),
            ("ESTALE", "the folder is gone"),
            ("ETXTBSY", "another program holds it open"),
        )
        if hasattr(errno, name)
    },
}


def why(error: OSError) -> str:
    """The reason for which something could not be written: `the disk is full`."""
    if error.errno is None:
        return str(error)
    return _WORDS.get(error.errno) or os.strerror(error.errno).lower()
