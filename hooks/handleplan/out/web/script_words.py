"""Which words a script can put on a page: names of elements and classes, values of attributes, variables.

Material's script knows far more than a handbook has; it asks for most of it (``.tabbed-set``, ``dir === "rtl"``) and
writes little. A word that it only asks for comes from a page, or is not there.
"""

from __future__ import annotations

import re

# ``x === "word"``, ``case "word"``, ``list.contains("word")``: the answer depends on what is there already.
_ASKED = re.compile(
    r"(?:[=!]==?|\bcase|\.(?:contains|closest|matches|querySelector(?:All)?|getAttribute|hasAttribute)\()\s*"
    r"([\"'`])[^\"'`\n]*\1"
)
# Within a text: ``"md-tooltip md-tooltip--inline"``, ``<mark>``, ``${base}__icon``. A class that is asked for has a dot
# before it, a name in the program's own language other signs around it.
_WRITTEN = re.compile(r"""(?<=["'`\s}<])[\w-]+(?=["'`\s$>])""")
_VARIABLE = re.compile(r"--[\w-]+")


def written_words(script: str) -> frozenset[str]:
    """The words that ``script`` may write, and every CSS variable it names. More than it does write, never fewer."""
    return frozenset((*_WRITTEN.findall(_ASKED.sub(" ", script)), *_VARIABLE.findall(script)))
