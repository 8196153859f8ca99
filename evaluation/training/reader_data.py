"""What the reader learns from: corpora, questions with their answers, and passages that do not answer.

Everything is tokenised once, when it is loaded; a training example is a window cut from those arrays.
"""

import hashlib
import itertools
import json
import math
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from reader_text import head_of, lower, sentences

HOME_SETS = ("astronomy", "natural-history", "biodiversity", "unanswerable")
HELD_OUT = 10  # one in so many training questions is kept for watching progress


@dataclass
class Passage:
    id: str
    title: str
    heading: str
    text: str
    article: str
    ids: np.ndarray = None
    starts: np.ndarray = None
    ends: np.ndarray = None
    title_ids: np.ndarray = None
    head_ids: np.ndarray = None
    sentence_tokens: list = None  # first token and token after the last, a sentence

    def tokens_of(self, start, end):
        """First and last token that touch the characters from `start` to `end`, or None."""
        first = int(np.searchsorted(self.ends, start, side="right"))
        last = int(np.searchsorted(self.starts, end, side="left")) - 1
        return (first, last) if first <= last else None


@dataclass
class Question:
    id: str
    text: str
    source: str  # cmrc, drcd, heading, home or bank
    passage: int = -1  # index of the right passage; -1: nothing answers it
    spans: list = field(default_factory=list)  # first and last token in that passage
    answer: str = ""
    negatives: list = field(default_factory=list)  # indices of passages, hardest first
    near: int = -1  # the passage of the same subject that does not answer it
    may_cut: bool = False  # whether the passage without the answer's sentence is sure not to answer
    ids: np.ndarray = None


def hash_byte(text):
    """First byte of the SHA-256 of `text`."""
    return hashlib.sha256(text.encode()).digest()[0]


def java_hash(text):
    """`String.hashCode()` of an ASCII id."""
    value = 0
    for c in text:
        value = (31 * value + ord(c)) & 0xFFFFFFFF
    return value - (1 << 32) if value >= 1 << 31 else value


def is_held_out(question_id):
    return hash_byte("held out " + question_id) % HELD_OUT == 0


def json_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


class Corpus:
    """Passages, tokenised, with a word index over character uni- and bigrams."""

    def __init__(self, pieces, passages):
        self.pieces = pieces
        self.passages = passages
        self.place = {p.id: i for i, p in enumerate(passages)}
        for p in passages:
            p.ids, p.starts, p.ends = pieces.encode(p.text)
            p.title_ids = pieces.encode(p.title)[0]
            p.head_ids = pieces.encode(head_of(p.title, p.heading))[0]
            p.sentence_tokens = [t for t in (p.tokens_of(*s) for s in sentences(p.text)) if t]
            p.sentence_tokens = [(a, b + 1) for a, b in p.sentence_tokens]
        self._index()

    @staticmethod
    def _terms(text):
        text = re.sub(r"[\W_]+", " ", lower(text))
        return list(text.replace(" ", "")) + [a + b for a, b in zip(text, text[1:]) if " " not in (a, b)]

    def _index(self, k1=1.2, b=0.75):
        postings, lengths = defaultdict(dict), []
        for i, p in enumerate(self.passages):
            terms = self._terms(head_of(p.title, p.heading) + " " + p.text)
            lengths.append(len(terms))
            for term in terms:
                postings[term][i] = postings[term].get(i, 0) + 1
        lengths = np.array(lengths, np.float32)
        norm = k1 * (1 - b + b * lengths / lengths.mean())
        self.postings = {}
        count = len(self.passages)
        for term, found in postings.items():
            where = np.fromiter(found.keys(), np.int32)
            often = np.fromiter(found.values(), np.float32)
            weight = math.log(1 + (count - len(where) + 0.5) / (len(where) + 0.5))
            self.postings[term] = where, weight * often * (k1 + 1) / (often + norm[where])

    def search(self, text, limit):
        """Indices of the passages that BM25 ranks first, and their scores."""
        scores = np.zeros(len(self.passages), np.float32)
        for term in set(self._terms(text)):
            if term in self.postings:
                where, weight = self.postings[term]
                scores[where] += weight
        best = np.argpartition(-scores, min(limit, len(scores) - 1))[:limit]
        best = best[np.argsort(-scores[best], kind="stable")]
        return best.tolist(), scores[best].tolist()


def reading_corpus(pieces, folder, keep=lambda passage_id: True):
    """A reading set's passages as a corpus."""
    rows = [r for r in json_lines(Path(folder) / "passages.jsonl") if keep(r["id"])]
    return Corpus(pieces, [Passage(r["id"], r["title"], "", r["text"], r["title"]) for r in rows])


def reading_questions(corpus, folder, source):
    """Its questions, with the one place of the answer that has most of the question around it."""
    questions = []
    for row in json_lines(Path(folder) / "questions.jsonl"):
        place = corpus.place.get(row["passage_id"])
        if place is None:
            continue
        passage = corpus.passages[place]
        answer = row["answers"][0]
        span = likeliest_span(row["question"], passage, answer)
        if span:
            question = Question(row["id"], row["question"], source, place, [span], answer, may_cut=True)
            questions.append(question)
    return questions


def likeliest_span(question, passage, answer):
    """Tokens of the occurrence of `answer` whose surroundings share most bigrams with the question."""
    asked = {question[i : i + 2] for i in range(len(question) - 1)}
    best, most = None, -1
    for match in re.finditer(re.escape(answer), passage.text):
        around = passage.text[max(0, match.start() - 40) : match.end() + 40]
        shared = len(asked & {around[i : i + 2] for i in range(len(around) - 1)})
        span = passage.tokens_of(*match.span())
        if span and shared > most:
            best, most = span, shared
    return best


_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def home_corpus(pieces, collection):
    """A passage for each `## ` section of the product's articles; its id is `article#heading`."""
    passages = []
    for path in sorted(Path(collection).rglob("*.md")):
        whole = path.read_text(encoding="utf-8")
        front = _FRONT_MATTER.match(whole)
        if not front:
            continue
        title = re.search(r"^title:\s*(.*?)\s*$", front.group(1), re.M).group(1)
        body = _LINK.sub(r"\1", whole[front.end() :])
        for section in re.split(r"^## ", body, flags=re.M)[1:]:
            heading, text = section.split("\n", 1)
            text = re.sub(r"\n\s*\n+", "\n", text.replace("**", "")).strip()
            heading = heading.strip()
            passages.append(Passage(f"{path.stem}#{heading}", title, heading, text, path.stem))
    return Corpus(pieces, passages)


def heading_questions(corpus):
    """Each section's heading asks, its first sentence answers."""
    questions = []
    for i, p in enumerate(corpus.passages):
        span = p.tokens_of(*sentences(p.text)[0])
        answer = p.text[slice(*sentences(p.text)[0])].strip()
        questions.append(Question("heading:" + p.id, p.heading, "heading", i, [span], answer))
    return questions


def home_questions(corpus, folder):
    """The calibration half of the product's question bank; never the half that is for evaluation."""
    questions = []
    for name in HOME_SETS:
        for row in json_lines(Path(folder) / f"{name}.jsonl"):
            if java_hash(row["id"]) % 2 != 0:
                continue
            right = [corpus.place[s] for s in row["sections"] if s in corpus.place]
            if not right:
                questions.append(Question(row["id"], row["question"], "home"))
                continue
            for n, place in enumerate(right):
                span, answer = keyword_sentence(corpus.passages[place], row["keywords"])
                question = Question(row["id"], row["question"], "home", place, [span], answer)
                question.right = set(right)
                questions.append(question)
    return questions


def keyword_sentence(passage, keywords):
    """The first sentence with the most keywords; a keyword may be alternatives parted by `|`."""
    spans = sentences(passage.text)

    def held(span):
        sentence = lower(passage.text[slice(*span)])
        return sum(any(lower(form) in sentence for form in keyword.split("|")) for keyword in keywords)

    best = max(spans, key=held)
    return passage.tokens_of(*best), passage.text[slice(*best)].strip()


def bank_files(product):
    """Other wordings of the collection's headings, and questions near to sections that don't answer."""
    wordings = sorted((Path(product) / "knowledge-base/collection/questions").glob("*.jsonl"))
    return wordings + [Path(product) / "evaluation/training/unanswerable.jsonl"]


def bank_questions(corpus, files):
    """Training questions written for the product: with the answer's place, or near but unanswered."""
    questions, refused = [], []
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                row = json.loads(line)
            except json.JSONDecodeError:
                refused.append(f"{path.name}: {line[:60]}")
                continue
            section = row.get("section") or row.get("near") or ""
            place = corpus.place.get(section)
            if place is None:
                refused.append(f"{row.get('id')}: no section {section}")
            elif "near" in row:
                questions.append(Question(row["id"], row["question"], "bank", near=place))
            else:
                passage = corpus.passages[place]
                answer = _LINK.sub(r"\1", row.get("answer", "")).replace("**", "")
                span = likeliest_span(row["question"], passage, answer) if answer else None
                if span:
                    question = Question(row["id"], row["question"], "bank", place, [span], answer)
                    questions.append(question)
                else:
                    refused.append(f"{row['id']}: the answer is not in the section")
    return questions, refused


def foreign_questions(questions):
    """Some of the questions on other texts, which the product’s collection does not answer."""
    return [Question("foreign:" + q.id, q.text, "home", answer=q.answer) for q in questions[::4]]


ASIDES = ("abuse", "child_abuse", "harm", "injection", "off_topic", "politics", "self_harm", "sexual", "threat")
MOST_FORMS = 8  # of one pattern of the guards


def aside_questions(folder, random):
    """What the guards turn away: no passage answers it, however near its words are."""
    questions = []
    for kind in ASIDES:
        for number, pattern in enumerate(_pattern_lines(Path(folder) / f"{kind}.txt")):
            forms = _forms(pattern)
            for i in random.permutation(len(forms))[:MOST_FORMS]:
                questions.append(Question(f"aside:{kind}:{number}:{i}", forms[i], "home"))
    return questions


def _pattern_lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def _forms(pattern):
    """All wordings of a pattern such as `{how|where} to {buy|make}`."""
    parts = [part.split("|") for part in re.split(r"[{}]", pattern)]
    return ["".join(choice) for choice in itertools.product(*parts)]


def _bigrams(text):
    return {text[i : i + 2] for i in range(len(text) - 1)}


NEAR, TOO_NEAR = 8, 0.93  # rivals by meaning a question; a wording nearer than that may ask the same


def add_neighbours(corpus, questions, vectors):
    """Puts sections first among the negatives that other wordings like the question ask for.

    `vectors` holds a row of length 1 for each of `questions`, all of one corpus and with a right passage
    or none. These are the rivals that a search by meaning brings up, and that BM25 does not know of.
    """
    asked = np.array([q.passage for q in questions])
    known = np.flatnonzero(asked >= 0)
    for row, q in enumerate(questions):
        cosines = vectors[known] @ vectors[row]
        rivals = []
        for i in known[np.argsort(-cosines, kind="stable")[: 4 * NEAR]]:
            place = int(asked[i])
            if place == q.passage or place in rivals or vectors[i] @ vectors[row] > TOO_NEAR:
                continue
            if place in getattr(q, "right", ()) or _answers(corpus.passages[place], q):
                continue
            rivals.append(place)
        first = [q.near] if q.near >= 0 else []
        rivals = [r for r in rivals[:NEAR] if r != q.near]
        q.negatives = first + rivals + [n for n in q.negatives if n not in rivals and n != q.near]


def prepare(corpus, questions, limit=12):
    """Tokenises questions and finds the passages that are hard to tell from an answer."""
    by_article = defaultdict(list)
    for i, p in enumerate(corpus.passages):
        by_article[p.article].append(i)
    for q in questions:
        q.ids = corpus.pieces.encode(q.text)[0]
        right = getattr(q, "right", {q.passage})
        found, _ = corpus.search(q.text, limit + 4)
        hard = found[:limit]
        if q.source in ("heading", "home", "bank"):
            subject = q.passage if q.passage >= 0 else q.near
            siblings = by_article[corpus.passages[subject].article] if subject >= 0 else []
            hard = hard + [i for i in siblings if i not in hard]
        if q.near >= 0:
            hard = [q.near] + [i for i in hard if i != q.near and corpus.passages[i].article ==
                               corpus.passages[q.near].article]
        # A variant for children has the heading of its section, and answers as well.
        headings = {corpus.passages[i].heading for i in right if i >= 0} - {""}
        q.negatives = [
            i
            for i in hard
            if i not in right and corpus.passages[i].heading not in headings and not _answers(corpus.passages[i], q)
        ]
    return questions


def _answers(passage, question):
    """Whether the passage may be another right answer: it holds the answer, or nearly."""
    answer = question.answer
    if not answer:
        return False
    if len(answer) >= 2 and answer in passage.text:
        return True
    pairs = _bigrams(answer)
    return len(pairs) >= 8 and len(pairs & _bigrams(passage.text)) >= 0.6 * len(pairs)
