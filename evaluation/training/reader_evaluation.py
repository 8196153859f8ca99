"""Figures of a reader: on held-out training questions while it learns, on CMRC 2018 dev at the end."""

import numpy as np
import torch

from reader_metrics import Reading, auroc, exact, in_right_sentence, overlap_f1
from reader_model import forward

BATCH_TOKENS = 3000


def run_torch(weights, inputs):
    """Outputs of the model for `(ids, types)` pairs, in their order."""
    outputs = [None] * len(inputs)
    order = sorted(range(len(inputs)), key=lambda i: len(inputs[i][0]))
    while order:
        longest = len(inputs[order[-1]][0])
        take = order[-max(1, BATCH_TOKENS // longest) :]
        del order[-len(take) :]
        ids, types = (np.zeros((len(take), longest), np.int64) for _ in range(2))
        keep = np.zeros((len(take), longest), bool)
        for row, i in enumerate(take):
            n = len(inputs[i][0])
            ids[row, :n], types[row, :n], keep[row, :n] = *inputs[i], True
        with torch.no_grad():
            start, end, relevance = forward(weights, *(torch.from_numpy(a) for a in (ids, types, keep)))
        for row, i in enumerate(take):
            n = len(inputs[i][0])
            outputs[i] = start[row, :n].numpy(), end[row, :n].numpy(), float(relevance[row])
    return outputs


def reading_figures(questions, golds, corpus, results):
    """EM, F1 and right sentence, in per cent, of results in the order of the questions."""
    em, f1, sentence = [], [], []
    for question, answers, (_, _, start, end) in zip(questions, golds, results):
        text = corpus.passages[question.passage].text
        em.append(exact(text[start:end], answers))
        f1.append(overlap_f1(text[start:end], answers))
        sentence.append(in_right_sentence(text, start, end, answers))
    return {name: round(100 * float(np.mean(v)), 2) for name, v in (("em", em), ("f1", f1), ("sentence", sentence))}


# How relevance and span are joined into one score, to see which is best.
JOINS = {
    "relevance": lambda relevance, span: relevance,
    "span": lambda relevance, span: span,
    "relevance+0.2span": lambda relevance, span: relevance + 0.2 * span,
    "relevance+0.5span": lambda relevance, span: relevance + 0.5 * span,
}


def ranking_figures(right, wrong, unanswered=()):
    """Of the right passage's `(relevance, span)` and those of the wrong ones, a list for each question.

    `auroc`: right against the best wrong one of all questions; `first`: how often the right one is
    above all wrong ones of its question; `refuse`: right against the best passage for questions
    without an answer.
    """
    figures = {}
    for name, join in JOINS.items():
        good = [join(*r) for r in right]
        bad = [max(join(*w) for w in ws) for ws in wrong]
        figures[name] = {
            "auroc": round(auroc(good, bad), 4),
            "first": round(100 * float(np.mean(np.array(good) > np.array(bad))), 1),
        }
        if unanswered:
            none = [max(join(*u) for u in us) for us in unanswered]
            best = [max(g, b) for g, b in zip(good, bad)]
            figures[name]["refuse"] = round(auroc(best, none), 4)
    return figures


class Progress:
    """Figures on a draw of the held-out questions."""

    def __init__(self, pieces, corpora, held, most=50, rivals=3):
        self.pieces, self.corpora, self.held, self.most, self.rivals = pieces, corpora, held, most, rivals

    def figures(self, weights):
        figures = {}
        for name, questions in self.held.items():
            figures[name] = self._of(self.corpora["home" if name == "bank" else name], questions[: self.most], weights)
        return figures

    def _of(self, corpus, questions, weights):
        reading, right, wrong, none, asked = Reading(self.pieces), [], [], [], []
        for q in questions:
            ask = lambda place: reading.ask(q.ids, corpus.passages[place].head_ids, corpus.passages[place])
            rivals = [ask(place) for place in q.negatives[: self.rivals]]
            if q.passage >= 0 and rivals:
                asked.append(q)
                right.append(ask(q.passage))
                wrong.append(rivals)
            elif rivals:
                none.append(rivals)
        if not asked:
            return {}
        results = reading.results(run_torch(weights, reading.inputs))
        golds = [[q.answer] for q in asked]
        figures = reading_figures(asked, golds, corpus, [results[i] for i in right])
        score = lambda i: results[i][:2]
        figures["questions"] = len(asked)
        figures["ranking"] = ranking_figures(
            [score(i) for i in right], [[score(i) for i in w] for w in wrong], [[score(i) for i in u] for u in none]
        )
        return figures
