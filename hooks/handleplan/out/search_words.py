"""Words as the search compares them: letters folded, function words dropped, endings cut.

The search itself is ``overrides/tema/assets/javascripts/lunr/min/lunr.da.min.js``; what stands here is the same in
Python, so that ``handleplan tjek`` can tell an editor what the reader's search will do. tests/search/test_words.py
holds the two together.
"""

from __future__ import annotations

import functools
import re
import unicodedata

_LETTERS = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa", "é": "e", "è": "e", "ü": "u"})
_APART = re.compile(r"[\s\-–—,.:;!?\"'()\[\]/§&«»“”…@|+*<>=]+")
_ENDINGS = re.compile(r"(?<=.{4})(ernes|erne|erens|eren|enes|ene|ets|et|ens|en|ers|er|es|ede|e|s|t)$")
_FUNCTION_WORDS = """
ad af alle alt anden andet at bare blev blevet blive bliver da de dem den denne der deres det dette dig din disse dog du
efter eller en end er et for fra få får gør gøre gå går ham han hans har have hen hende hendes her hos hun hvad
hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke ind jeg jer jeres jo kan kom kommer kunne lave
laver lige man med meget men mig min mine mit mod må måtte ned noget nogen nogle nu når og også om op os over
på selv sig sige siger sin sine sit skal skulle som så sådan til ud under var ved vi vil ville være været vores
ang evt fx gjort igen ja mellem uden morgen sker ske sket skete mere nok godt helt lidt tager inden hej bør burde
gerne egentlig faktisk altså finder findes kun ok okay gælder
"""


def fold(word: str) -> str:
    """``"Nøgenbilleder"`` → ``"noegenbilleder"``."""
    return unicodedata.normalize("NFC", word).lower().translate(_LETTERS)


FUNCTION_WORDS = frozenset(fold(word) for word in _FUNCTION_WORDS.split())


# Most titles and search words are shared: a check of many editions asks about the same ones again and again.
@functools.lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded."""
    return tuple(fold(word) for word in _APART.split(text) if word)


@functools.lru_cache(maxsize=1 << 14)
def content_words(text: str) -> tuple[str, ...]:
    """The words of ``text`` that are searched for, folded; its function words when it has no others."""
    words = words_of(text)
    return tuple(word for word in words if word not in FUNCTION_WORDS) or words


@functools.lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A folded word without its ending: ``"noegenbilleder"`` → ``"noegenbilled"``."""
    return word if len(word) < 5 else _ENDINGS.sub("", word)
