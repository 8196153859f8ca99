"""Trains the reader. The schedule goes by what was read: `--tokens` from the first step to the last,
so that a busy machine costs time and not quality.

    python3 train_reader.py --data DIR --backbone DIR --work DIR --tokens 20000000

Every five minutes the state is written to `WORK/state.pt`; started again, it goes on from there. A
file `WORK/stop` ends it after the step at hand. Weights alone go to `WORK/weights.pt`.
"""

import argparse
import json
import multiprocessing
import os
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

import reader_data as data
from reader_evaluation import Progress
from reader_model import Trainee, encode, forward, load_backbone, load_reader
from reader_text import WordPieces
from reader_windows import Sampler, batches, padded

PRODUCT = Path(__file__).resolve().parents[2]
TOKENS_A_BATCH = 3200
POOL = 160  # groups drawn together, then packed by length
LOG_EVERY, SAVE_EVERY, REPORT_EVERY = 60, 300, 1200  # seconds



@dataclass(frozen=True)
class Plan:
    """What is drawn when, by the share of the tokens that were read."""

    mixes: tuple  # until which share, and the share of the groups by source
    lengths: tuple  # until which share, and windows of how many tokens at least and at most
    heads: tuple  # the shares of the product's groups without title and heading, and with the title alone
    peak: float  # of the rate
    fresh_factor: float  # of the rate of what the backbone lacks

    @staticmethod
    def _of(rows, progress):
        return next(row for row in rows if progress < row[0])[1:]

    def mix(self, progress):
        return self._of(self.mixes, progress)[0]

    def window(self, progress):
        return self._of(self.lengths, progress)


# Span by span the general sets teach to read; the product's own questions, which are few, come when
# that is learnt. Short windows buy steps.
FROM_BACKBONE = Plan(
    mixes=(
        (0.42, {"cmrc": 0.64, "drcd": 0.12, "heading": 0.06, "home": 0.04, "bank": 0.14}),
        (1.01, {"cmrc": 0.46, "drcd": 0.08, "heading": 0.04, "home": 0.08, "bank": 0.34}),
    ),
    lengths=((0.60, 48, 140), (0.86, 80, 240), (1.01, 120, 345)),
    heads=(0.3, 0.35),
    peak=2e-4,
    fresh_factor=3.0,
)
# A reader that can read learns the product's questions, as the product shows them: with the heading,
# beside the sections that a search by meaning brings up, among them questions that nothing answers.
FURTHER = Plan(
    mixes=(
        (1.01, {"cmrc": 0.16, "drcd": 0.04, "heading": 0.03, "home": 0.09, "bank": 0.60, "foreign": 0.05, "aside": 0.03}),
    ),
    lengths=((0.75, 60, 170), (1.01, 80, 300)),
    heads=(0.1, 0.15),
    peak=6e-5,
    fresh_factor=1.0,
)
WARM_UP = 0.03


class Curriculum:
    """Draws groups by the mix of the hour; each source goes round in a fresh order each time."""

    def __init__(self, plan, sampler, sources, corpora):
        self.plan, self.sampler, self.sources, self.corpora = plan, sampler, sources, corpora
        self.orders = {name: [] for name in sources}

    def groups(self, progress, count):
        mix = self.plan.mix(progress)
        shortest, longest = self.plan.window(progress)
        names = [n for n in mix if self.sources[n]]
        weights = np.array([mix[n] for n in names])
        drawn = self.sampler.random.choice(len(names), count, p=weights / weights.sum())
        groups = (self._group(names[i], shortest, longest) for i in drawn)
        return [g for g in groups if g]

    def _group(self, name, shortest, longest):
        if not self.orders[name]:
            self.orders[name] = self.sampler.random.permutation(len(self.sources[name])).tolist()
        question = self.sources[name][self.orders[name].pop()]
        corpus = self.corpora[name if name in self.corpora else "home"]
        return self.sampler.group(corpus, question, shortest, longest)

    def replace(self, name, questions):
        self.sources[name], self.orders[name] = questions, []


def load_sources(pieces, data_dir, seed):
    """Corpora and training questions by source, and the questions that are held out of training."""
    even = lambda passage_id: data.hash_byte(passage_id) % 2 == 0
    corpora = {
        "cmrc": data.reading_corpus(pieces, data_dir / "cmrc2018_train"),
        "drcd": data.reading_corpus(pieces, data_dir / "drcd_simp", even),
        "home": data.home_corpus(pieces, PRODUCT / "knowledge-base/collection"),
    }
    sources = {
        "cmrc": data.reading_questions(corpora["cmrc"], data_dir / "cmrc2018_train", "cmrc"),
        "drcd": data.reading_questions(corpora["drcd"], data_dir / "drcd_simp", "drcd"),
        "heading": data.heading_questions(corpora["home"]),
        "home": data.home_questions(corpora["home"], PRODUCT / "evaluation/home"),
        "aside": data.aside_questions(PRODUCT / "evaluation/guard", np.random.default_rng(seed)),
    }
    sources["foreign"] = data.foreign_questions(sources["cmrc"])
    held = {}
    for name, questions in sources.items():
        data.prepare(corpora[name if name in corpora else "home"], questions)
        if name in ("cmrc", "home"):
            held[name] = [q for q in questions if data.is_held_out(q.id)]
            sources[name] = [q for q in questions if not data.is_held_out(q.id)]
    return corpora, sources, held


class Bank:
    """The training questions written for the product; read again when their files change."""

    def __init__(self, corpus, files, meanings):
        """`meanings`: gives questions their vectors."""
        self.corpus, self.files, self.meanings, self.seen = corpus, files, meanings, None

    def changed(self):
        """Training and held-out questions if the files changed since last time, else None."""
        state = [(p.name, p.stat().st_size, p.stat().st_mtime) for p in self.files]
        if state == self.seen:
            return None
        self.seen = state
        questions, refused = data.bank_questions(self.corpus, self.files)
        data.prepare(self.corpus, questions)
        data.add_neighbours(self.corpus, questions, self.meanings.of(questions))
        print(f"bank: {len(questions)} questions, {len(refused)} refused", *refused[:5], sep="\n  ", flush=True)
        held = [q for q in questions if data.is_held_out(q.id)]
        return [q for q in questions if not data.is_held_out(q.id)], held


class Meanings:
    """Vectors of questions by the backbone, which the product searches with."""

    def __init__(self, pieces, weights):
        self.pieces, self.weights, self.known = pieces, weights, {}

    def of(self, questions):
        """A row of length 1 for each of `questions`, which are tokenised."""
        new = sorted({q.text: q for q in questions if q.text not in self.known}.values(), key=lambda q: len(q.ids))
        for at in range(0, len(new), 64):
            some = new[at : at + 64]
            longest = min(64, max(len(q.ids) for q in some)) + 2
            ids, keep = np.zeros((len(some), longest), np.int64), np.zeros((len(some), longest), bool)
            for row, q in enumerate(some):
                tokens = [self.pieces.classify, *q.ids[:64], self.pieces.separator]
                ids[row, : len(tokens)], keep[row, : len(tokens)] = tokens, True
            with torch.no_grad():
                types = torch.zeros(ids.shape, dtype=torch.int64)
                states = encode(self.weights, torch.from_numpy(ids), types, torch.from_numpy(keep))[:, 0]
            for q, vector in zip(some, torch.nn.functional.normalize(states).numpy()):
                self.known[q.text] = vector
        return np.array([self.known[q.text] for q in questions])


def loss_of(batch, start, end, relevance):
    """Span, relevance and ranking loss of a batch of groups."""
    examples = [e for g in batch for e in g]
    length = start.shape[1]
    place = torch.arange(length)
    first = torch.tensor([e.text_start for e in examples])[:, None]
    last = torch.tensor([len(e.ids) - 1 for e in examples])[:, None]
    outside = (place < first) | (place >= last)
    group = np.repeat(np.arange(len(batch)), [len(g) for g in batch])
    answered = np.array([i for i, e in enumerate(examples) if e.start >= 0])
    label = torch.zeros(len(examples))
    label[answered] = 1.0
    loss = 0.7 * torch.nn.functional.binary_cross_entropy_with_logits(relevance, label)
    if not len(answered):
        return loss
    same = torch.from_numpy(group[answered][:, None] == group[None, :])
    for logits, gold in ((start, [e.start for e in examples]), (end, [e.end for e in examples])):
        each = logits.masked_fill(outside, -1e4).logsumexp(1)
        right = logits[answered, torch.tensor(gold)[answered]]
        # Half of it normalised over all passages of the question (Clark and Gardner, 2018), so that
        # span scores of different passages can be compared.
        over_all = each[None, :].expand(len(answered), -1).masked_fill(~same, -1e4).logsumexp(1)
        loss = loss + 0.25 * ((each[answered] - right).mean() + (over_all - right).mean())
    pairs = [(i, j) for i in answered for j in np.flatnonzero(group == group[i]) if j != i]
    if pairs:
        right, wrong = torch.tensor(pairs).T
        loss = loss + 0.5 * torch.nn.functional.softplus(relevance[wrong] - relevance[right]).mean()
    return loss


def rate_factor(progress):
    if progress < WARM_UP:
        return progress / WARM_UP
    return max(0.01, (1 - progress) / (1 - WARM_UP))


def save(path, value):
    partial = path.with_suffix(".partial")
    torch.save(value, partial)
    os.replace(partial, path)


class Run:
    """One training run, as each of its processes sees it; the first one logs and saves as well."""

    def __init__(self, args, plan, pieces, trainee, corpora, sources, held, bank):
        self.args, self.plan, self.pieces, self.trainee = args, plan, pieces, trainee
        self.corpora, self.sources, self.bank = corpora, sources, bank
        self.reporter = Progress(pieces, corpora, held)
        self.lock = multiprocessing.Lock()
        self.seen = torch.zeros(args.workers, 4, dtype=torch.float64).share_memory_()
        self.began = time.time()

    @property
    def seconds(self):
        return time.time() - self.began

    @property
    def progress(self):
        return self.seen[:, 2].sum().item() / self.args.tokens

    def train(self, worker):
        random = np.random.default_rng([self.args.seed, worker, self.trainee.steps])
        sampler = Sampler(self.pieces, random, self.plan.heads)
        curriculum = Curriculum(self.plan, sampler, self.sources, self.corpora)
        pending = []
        while self.progress < 1 and not (self.args.work / "stop").exists():
            if not pending:
                if changed := self.bank.changed():
                    curriculum.replace("bank", changed[0])
                    self.reporter.held["bank"] = changed[1]
                pending = list(batches(curriculum.groups(self.progress, POOL), TOKENS_A_BATCH))
                random.shuffle(pending)
            self._learn(worker, pending.pop())
            if worker == 0:
                self._look_after()

    def _learn(self, worker, batch):
        examples = [e for g in batch for e in g]
        ids, types, keep = (torch.from_numpy(a) for a in padded(examples))
        loss = loss_of(batch, *forward(self.trainee.work, ids, types, keep))
        loss.backward()
        self.trainee.step(rate_factor(self.progress), self.lock)
        self.seen[worker] += torch.tensor([len(batch), len(examples), int(keep.sum()), loss.item()])

    def _look_after(self):
        for action, every in ((self._log, LOG_EVERY), (self._save, SAVE_EVERY), (self._report, REPORT_EVERY)):
            if time.time() - self.last.setdefault(action.__name__, time.time()) > every:
                action()
                self.last[action.__name__] = time.time()

    def _log(self):
        steps, (groups, examples, tokens, loss) = self.trainee.steps, self.seen.sum(0).tolist()
        mean = (loss - self.logged[1]) / max(1, steps - self.logged[0])
        self.logged = steps, loss
        line = {"minutes": round(self.seconds / 60, 1), "steps": steps, "groups": int(groups)}
        self._write(line | {"examples": int(examples), "tokens": int(tokens), "loss": round(mean, 4)})

    def _save(self):
        state = self.trainee.state() | {"seconds": self.seconds, "seen": self.seen.sum(0)}
        save(self.args.work / "weights.pt", state["weights"])
        save(self.args.work / "state.pt", state)

    def _report(self):
        self._write({"held out": self.reporter.figures(self.trainee.work)})

    def _write(self, line):
        with open(self.args.work / "log.jsonl", "a", encoding="utf-8") as log:
            print(json.dumps(line), file=log)

    def resume(self):
        """Goes on from the saved state, if there is one."""
        file = self.args.work / "state.pt"
        if file.exists():
            state = torch.load(file)
            self.trainee.restore(state)
            self.began = time.time() - state["seconds"]
            self.seen[0] = state["seen"]

    def go(self):
        self.last, self.logged = {}, (self.trainee.steps, float(self.seen[:, 3].sum()))
        others = [multiprocessing.Process(target=self.train, args=(i,)) for i in range(1, self.args.workers)]
        for process in others:
            process.start()
        self.train(0)
        for process in others:
            process.join()
        self._log()
        self._save()
        self._report()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with cmrc2018_train and drcd_simp")
    parser.add_argument("--backbone", type=Path, required=True, help="unpacked jar with bge-small-zh-v1.5.onnx")
    parser.add_argument("--work", type=Path, required=True, help="folder for the state")
    parser.add_argument("--tokens", type=float, required=True, help="how much to read, padding not counted")
    parser.add_argument("--further", type=Path, help="an exported reader to go on from, in place of the backbone")
    parser.add_argument("--precision", choices=("bfloat16", "float32"), default="bfloat16", help="of the products")
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--workers", type=int, default=2, help="processes, of one thread each")
    args = parser.parse_args()
    # Processes of one thread that do not wait for one another lose least on a busy machine.
    torch.set_num_threads(1)
    args.work.mkdir(parents=True, exist_ok=True)

    pieces = WordPieces(args.backbone / "bge-small-zh-v1.5-tokenizer.json")
    model = args.backbone / "bge-small-zh-v1.5.onnx"
    plan = FURTHER if args.further else FROM_BACKBONE
    corpora, sources, held = load_sources(pieces, args.data, args.seed)
    bank = Bank(corpora["home"], data.bank_files(PRODUCT), Meanings(pieces, load_backbone(model)))
    sources["bank"], held["bank"] = bank.changed()
    print({name: len(questions) for name, questions in sources.items()}, flush=True)
    weights = load_reader(args.further) if args.further else load_backbone(model, args.seed)
    trainee = Trainee(weights, getattr(torch, args.precision), plan.peak, plan.fresh_factor)
    trainee.share()
    run = Run(args, plan, pieces, trainee, corpora, sources, held, bank)
    run.resume()
    run.go()


if __name__ == "__main__":
    main()
