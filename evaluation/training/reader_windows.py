"""Training examples: a window of a passage around the answer, and windows that do not answer."""

from dataclasses import dataclass

import numpy as np

from reader_text import TYPE_PASSAGE, sequence

NO_TOKENS = np.zeros(0, np.int32)


@dataclass
class Example:
    ids: np.ndarray
    types: np.ndarray
    text_start: int
    start: int = -1  # the answer's first and last token in `ids`; -1: the passage does not answer
    end: int = -1


class Sampler:
    """Draws groups of examples: a question with one passage that answers and some that do not."""

    def __init__(self, pieces, random, heads):
        """`heads`: the shares of groups without title and heading, and with the title alone."""
        self.pieces = pieces
        self.random = random
        self.bare, self.titled = heads

    def group(self, corpus, question, shortest, longest):
        """Examples of one question, the answered one first if there is one."""
        length = int(self.random.integers(shortest, longest + 1))
        head = self._head_choice(question)
        examples = []
        if question.passage >= 0:
            examples.append(self._answered(corpus, question, length, head))
        for passage_tokens, passage in self._unanswered(corpus, question, length):
            examples.append(self._example(question, head(passage), passage_tokens))
        return examples

    def _head_choice(self, question):
        """What to show of title and heading: the same for all passages of a group."""
        draw = self.random.random()
        if draw < self.bare:
            return lambda passage: NO_TOKENS
        # A heading that is the question itself would give the answer away.
        if draw < self.bare + self.titled or question.source == "heading":
            return lambda passage: passage.title_ids
        return lambda passage: passage.head_ids

    def _example(self, question, head, tokens, span=None):
        ids, types, text_start = sequence(self.pieces, question.ids, head, tokens)
        if span is None:
            return Example(ids, types, text_start)
        return Example(ids, types, text_start, text_start + span[0], text_start + span[1])

    def _answered(self, corpus, question, length, head):
        passage = corpus.passages[question.passage]
        first, last = question.spans[0]
        tokens = passage.ids
        if question.source == "heading" and self.random.random() < 0.6:
            tokens, first, last = self._moved(passage, first, last)
        begin, end = self._around(len(tokens), first, last, length)
        last = min(last, end - 1)
        return self._example(question, head(passage), tokens[begin:end], (first - begin, last - begin))

    def _moved(self, passage, first, last):
        """The passage with its first sentence further down, so that its place does not tell."""
        parts = [passage.ids[a:b] for a, b in passage.sentence_tokens]
        if len(parts) < 2 or passage.sentence_tokens[0] != (first, last + 1):
            return passage.ids, first, last
        to = int(self.random.integers(1, len(parts)))
        before = sum(len(p) for p in parts[1 : to + 1])
        tokens = np.concatenate(parts[1 : to + 1] + parts[:1] + parts[to + 1 :])
        return tokens, before, before + len(parts[0]) - 1

    def _around(self, count, first, last, length):
        """A window of `length` tokens that holds the span, at a random place."""
        if count <= length:
            return 0, count
        spare = length - (last - first + 1)
        if spare <= 0:
            return first, first + length
        low = max(0, first - spare)
        high = min(first, count - length)
        begin = int(self.random.integers(min(low, high), high + 1))
        return begin, begin + length

    def _unanswered(self, corpus, question, length):
        product = question.source in ("heading", "home", "bank")
        if question.passage < 0:
            count = 1 if self.random.random() < 0.6 else 2
        elif product:
            count = 1 if self.random.random() < 0.6 else 2
        else:
            count = int(self.random.choice(3, p=(0.5, 0.38, 0.12)))
        taken = set()
        for _ in range(count):
            draw = self.random.random()
            if question.may_cut and draw < 0.55:
                tokens = self._without_answer(corpus, question, length, whole=draw < 0.4)
                if tokens is not None and "cut" not in taken:
                    taken.add("cut")
                    yield tokens, corpus.passages[question.passage]
                    continue
            place = self._hard(corpus, question, random_one=draw > 0.93)
            if place is not None and place not in taken:
                taken.add(place)
                passage = corpus.passages[place]
                yield self._most_shared(question, passage, length), passage

    def _hard(self, corpus, question, random_one):
        pool = question.negatives
        if random_one or not pool:
            if question.passage < 0 and pool:
                return pool[0]
            place = int(self.random.integers(len(corpus.passages)))
            return None if place == question.passage else place
        if question.near >= 0 and self.random.random() < 0.7:
            return pool[0]
        if question.source in ("cmrc", "drcd") or self.random.random() < 0.6:
            return pool[min(int(self.random.geometric(0.35)) - 1, len(pool) - 1)]
        return pool[int(self.random.integers(len(pool)))]

    def _most_shared(self, question, passage, length):
        """Of three windows the one that shares most with the question."""
        if len(passage.ids) <= length:
            return passage.ids
        begins = self.random.integers(0, len(passage.ids) - length + 1, 3)
        windows = [passage.ids[b : b + length] for b in begins]
        return max(windows, key=lambda w: np.isin(question.ids, w).sum())

    def _without_answer(self, corpus, question, length, whole):
        """The right passage with the answer's sentences cut out, or a window beside them."""
        passage = corpus.passages[question.passage]
        first, last = question.spans[0]
        keep = np.ones(len(passage.ids), bool)
        answer = passage.ids[first : last + 1]
        for a, b in passage.sentence_tokens:
            if (a <= last and first < b) or _holds(passage.ids[a:b], answer):
                keep[a:b] = False
        tokens = passage.ids[keep]
        if len(tokens) < 24:
            return None
        if not whole:
            edges = np.flatnonzero(np.diff(np.concatenate([[0], keep.astype(np.int8), [0]])))
            runs = [(a, b) for a, b in zip(edges[::2], edges[1::2]) if b - a >= 24]
            if runs:
                a, b = runs[int(self.random.integers(len(runs)))]
                tokens = passage.ids[a:b]
        if len(tokens) <= length:
            return tokens
        # Where the sentence stood is where the rest shares most with the question.
        cut = int(keep[:first].sum()) if whole else int(self.random.integers(len(tokens)))
        begin = min(max(0, cut - int(self.random.integers(length + 1))), len(tokens) - length)
        return tokens[begin : begin + length]


def _holds(tokens, part):
    n = len(part)
    return n > 0 and any(np.array_equal(tokens[i : i + n], part) for i in np.flatnonzero(tokens[: len(tokens) - n + 1] == part[0]))


def batches(groups, most_tokens):
    """Groups packed by length into batches of about `most_tokens`; groups are never split."""
    groups = sorted(groups, key=lambda g: max(len(e.ids) for e in g))
    batch, count, longest = [], 0, 0
    for group in groups:
        longer = max(longest, max(len(e.ids) for e in group))
        if batch and longer * (count + len(group)) > most_tokens:
            yield batch
            batch, count, longer = [], 0, max(len(e.ids) for e in group)
        batch.append(group)
        count, longest = count + len(group), longer
    if batch:
        yield batch


def padded(examples):
    """`ids`, `types` and `keep` of one batch as arrays.

    Lengths are multiples of 8: the matrix library prepares itself for each shape that it first meets.
    """
    shape = len(examples), -(-max(len(e.ids) for e in examples) // 8) * 8
    ids, types, keep = np.zeros(shape, np.int64), np.full(shape, TYPE_PASSAGE, np.int64), np.zeros(shape, bool)
    for row, e in enumerate(examples):
        n = len(e.ids)
        ids[row, :n], types[row, :n], keep[row, :n] = e.ids, e.types, True
    return ids, types, keep
