"""Text to token ids: the word pieces, the input sequence and the overlap types of the reader.

The word pieces are those of the product's own `WordPieces` class, with the place of each piece in the
text besides. A test of the export compares both sides on the same inputs.
"""

import json
import re
import unicodedata

import numpy as np

MAX_QUESTION = 64
MAX_HEAD = 32
MAX_WORD = 100
VOCABULARY_SIZE = 21128

TYPE_QUESTION, TYPE_PASSAGE, TYPE_SHARED, TYPE_SHARED_PAIR = 0, 1, 2, 3


def lower(text):
    """Lower case and half-width letters and digits, character by character: offsets stay."""
    form = []
    for c in text:
        if "\uff10" <= c <= "\uff5a":
            narrow = chr(ord(c) - 0xFEE0)
            c = narrow if narrow.isalnum() else c
        low = c.lower()
        form.append(low if len(low) == 1 else c)
    return "".join(form)


def _is_space(c):
    return c in "\t\n\r" or unicodedata.category(c)[0] == "Z"


def _is_dropped(c):
    return c in "\x00\ufffd" or (unicodedata.category(c)[0] == "C" and not _is_space(c))


def _stands_alone(c):
    p = ord(c)
    if 0x4E00 <= p <= 0x9FFF or 0x3400 <= p <= 0x4DBF or 0xF900 <= p <= 0xFAFF or p >= 0x20000:
        return unicodedata.category(c)[0] == "L"
    return 33 <= p <= 47 or 58 <= p <= 64 or 91 <= p <= 96 or 123 <= p <= 126 or unicodedata.category(c)[0] == "P"


class WordPieces:
    """Greedy longest-first word pieces, each with its start and end in the text."""

    def __init__(self, tokenizer_json):
        with open(tokenizer_json, encoding="utf-8") as file:
            self.vocabulary = json.load(file)["model"]["vocab"]
        self.unknown = self.vocabulary["[UNK]"]
        self.classify = self.vocabulary["[CLS]"]
        self.separator = self.vocabulary["[SEP]"]
        self._kinds = {}

    def encode(self, text):
        """Ids, starts and ends of the pieces of `text`, which this lower-cases, as int32 arrays."""
        text = lower(text)
        ids, starts, ends = [], [], []
        at, length = 0, len(text)
        while at < length:
            kind = self._kind(text[at])
            end = at + 1
            if kind == "word":
                while end < length and self._kind(text[end]) in ("word", "dropped"):
                    end += 1
            if kind in ("word", "alone"):
                self._add_pieces(text, at, end, ids, starts, ends)
            at = end
        return tuple(np.array(values, np.int32) for values in (ids, starts, ends))

    def _kind(self, c):
        kind = self._kinds.get(c)
        if kind is None:
            kind = (
                "alone" if _stands_alone(c) else "space" if _is_space(c) else "dropped" if _is_dropped(c) else "word"
            )
            self._kinds[c] = kind
        return kind

    def _add_pieces(self, text, start, end, ids, starts, ends):
        if end - start == 1:
            ids.append(self.vocabulary.get(text[start], self.unknown))
            starts.append(start)
            ends.append(end)
            return
        places = [i for i in range(start, end) if self._kind(text[i]) != "dropped"]
        word = "".join(text[i] for i in places)
        pieces = self._pieces(word)
        if pieces is None:
            ids.append(self.unknown)
            starts.append(start)
            ends.append(end)
            return
        for piece, i, j in pieces:
            ids.append(piece)
            starts.append(places[i])
            ends.append(places[j - 1] + 1)

    def _pieces(self, word):
        if len(word) > MAX_WORD:
            return None
        pieces, i = [], 0
        while i < len(word):
            for j in range(len(word), i, -1):
                piece = self.vocabulary.get(word[i:j] if i == 0 else "##" + word[i:j])
                if piece is not None:
                    pieces.append((piece, i, j))
                    i = j
                    break
            else:
                return None
        return pieces


def head_of(title, heading=""):
    """What stands between question and text: title and heading, the title once."""
    if not heading:
        return title
    return heading if title in heading else f"{title} {heading}"


def sequence(pieces, question, head, text):
    """The model's input for three arrays of ids: `(input_ids, token_type_ids, first token of text)`."""
    question, head = question[:MAX_QUESTION], head[:MAX_HEAD]
    separator = [pieces.separator]
    ids = np.concatenate([[pieces.classify], question, separator, head, separator, text, separator]).astype(np.int64)
    side = len(question) + 2
    types = np.zeros(len(ids), np.int64)
    types[side:] = overlap_types(question, ids[side:], pieces.separator)
    return ids, types, side + len(head) + 1


def overlap_types(question, passage, separator):
    """1, or 2 where the token stands in the question, or 3 where a pair with a neighbour does."""
    types = np.full(len(passage), TYPE_PASSAGE, np.int64)
    types[np.isin(passage, question) & (passage != separator)] = TYPE_SHARED
    if len(question) > 1 and len(passage) > 1:
        wide = np.int64(VOCABULARY_SIZE)
        asked = question[:-1].astype(np.int64) * wide + question[1:]
        pairs = np.isin(passage[:-1].astype(np.int64) * wide + passage[1:], asked)
        types[:-1][pairs] = TYPE_SHARED_PAIR
        types[1:][pairs] = TYPE_SHARED_PAIR
    return types


_SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]+[”’」』）)]*|[^。！？!?\n]+$")


def sentences(text):
    """Start and end of each sentence; they cover the text."""
    return [match.span() for match in _SENTENCE.finditer(text)]
