"""Reading a whole passage in windows, and the figures: EM, F1, sentence, AUROC, ranking."""

import re

import numpy as np

from reader_text import sentences, sequence

WINDOW, OVERLAP, LONGEST_ANSWER = 384, 128, 60


def passage_windows(pieces, question_ids, head_ids, text_ids):
    """Inputs that together cover the passage: as few as can be, evenly spread, with overlap."""
    room = WINDOW - 4 - min(len(question_ids), 64) - min(len(head_ids), 32)
    count = len(text_ids)
    if count <= room:
        begins = [0]
    else:
        pieces_needed = int(np.ceil((count - OVERLAP) / (room - OVERLAP)))
        begins = np.linspace(0, count - room, pieces_needed).round().astype(int).tolist()
    return [(b, *sequence(pieces, question_ids, head_ids, text_ids[b : b + room])) for b in begins]


def best_span(start, end):
    """Score, first and last token of the best span of at most `LONGEST_ANSWER` tokens."""
    best = (-np.inf, 0, 0)
    window_max = np.full(len(end), -np.inf)
    for width in range(min(LONGEST_ANSWER, len(end))):
        window_max = start[: len(end) - width] + end[width:]
        at = int(window_max.argmax())
        if window_max[at] > best[0]:
            best = (float(window_max[at]), at, at + width)
    return best


class Reading:
    """Questions put to passages: collects all inputs, so that any engine can run them at once."""

    def __init__(self, pieces):
        self.pieces = pieces
        self.inputs = []
        self.tasks = []

    def ask(self, question_ids, head_ids, passage):
        """Index of the task of reading `passage` for the question."""
        windows = passage_windows(self.pieces, question_ids, head_ids, passage.ids)
        self.tasks.append((passage, [(len(self.inputs) + n, w[0], w[3]) for n, w in enumerate(windows)]))
        self.inputs += [(w[1], w[2]) for w in windows]
        return len(self.tasks) - 1

    def results(self, outputs):
        """A task's relevance, span score, start and end character; windows by relevance and span."""
        results = []
        for passage, windows in self.tasks:
            found = []
            for index, begin, text_start in windows:
                start, end, relevance = outputs[index]
                score, a, b = best_span(start[text_start:-1], end[text_start:-1])
                if not len(passage.ids):
                    continue
                found.append((score + relevance, relevance, score, begin + a, begin + b))
            _, relevance, score, a, b = max(found)
            relevance = max(f[1] for f in found)
            results.append((relevance, score, int(passage.starts[a]), int(passage.ends[b])))
        return results


def _plain(text):
    return re.sub(r"[\W_]+", "", text.lower())


def _longest_common(a, b):
    best, row = 0, [0] * (len(b) + 1)
    for x in a:
        new = [0] * (len(b) + 1)
        for j, y in enumerate(b):
            if x == y:
                new[j + 1] = row[j] + 1
                best = max(best, new[j + 1])
        row = new
    return best


def exact(answer, golds):
    return float(any(_plain(answer) == _plain(g) for g in golds))


def _units(text):
    """As CMRC 2018's own script: Han characters one by one, other words whole."""
    return re.findall(r"[\u4e00-\u9fff]|[^\W_\u4e00-\u9fff]+", text.lower())


def overlap_f1(answer, golds):
    """CMRC 2018's F1: by the longest common run of units."""
    best, a = 0.0, _units(answer)
    for gold in golds:
        g = _units(gold)
        common = _longest_common(a, g)
        if common:
            precision, recall = common / len(a), common / len(g)
            best = max(best, 2 * precision * recall / (precision + recall))
    return best


def in_right_sentence(passage_text, start, end, golds):
    """Whether the sentence around the middle of the span holds a right answer or a part of one."""
    middle = (start + end - 1) // 2
    for a, b in sentences(passage_text):
        if a <= middle < b:
            for gold in golds:
                for match in re.finditer(re.escape(gold), passage_text):
                    if match.start() < b and a < match.end():
                        return 1.0
    return 0.0


def auroc(positive, negative):
    """Probability that a positive scores above a negative; ties count half."""
    positive, negative = np.asarray(positive), np.sort(negative)
    below = np.searchsorted(negative, positive, "left")
    upto = np.searchsorted(negative, positive, "right")
    return float((below + upto).mean() / 2 / len(negative))
