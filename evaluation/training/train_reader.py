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
from pathlib import Path

import numpy as np
import torch

import reader_data as data
from reader_evaluation import Progress
from reader_model import Trainee, forward, load_backbone
from reader_text import WordPieces
from reader_windows import Sampler, batches, padded

PRODUCT = Path(__file__).resolve().parents[2]
TOKENS_A_BATCH = 3200
POOL = 160  # groups drawn together, then packed by length
LOG_EVERY, SAVE_EVERY, REPORT_EVERY = 60, 300, 1200  # seconds

# Share of the groups by source, before and after `HOME_FROM` of the tokens. Span by span the general
# sets teach to read; the product's own questions, which are few, come when that is learnt.
HOME_FROM = 0.42
MIX_EARLY = {"cmrc": 0.64, "drcd": 0.12, "heading": 0.06, "home": 0.04, "bank": 0.14}
MIX_LATE = {"cmrc": 0.46, "drcd": 0.08, "heading": 0.04, "home": 0.08, "bank": 0.34}
# Until so much of the tokens, windows of so many tokens: short windows buy steps.
LENGTHS = ((0.60, 48, 140), (0.86, 80, 240), (1.01, 120, 345))
WARM_UP = 0.03


class Curriculum:
    """Draws groups by the mix of the hour; each source goes round in a fresh order each time."""

    def __init__(self, sampler, sources, corpora):
        self.sampler, self.sources, self.corpora = sampler, sources, corpora
        self.orders = {name: [] for name in sources}

    def groups(self, progress, count):
        mix = MIX_LATE if progress >= HOME_FROM else MIX_EARLY
        _, shortest, longest = next(row for row in LENGTHS if progress < row[0])
        names = [n for n in mix if self.sources[n]]
        weights = np.array([mix[n] for n in names])
        drawn = self.sampler.random.choice(len(names), count, p=weights / weights.sum())
        groups = (self._group(names[i], shortest, longest) for i in drawn)
        return [g for g in groups if g]

    def _group(self, name, shortest, longest):
        if not self.orders[name]:
            self.orders[name] = self.sampler.random.permutation(len(self.sources[name])).tolist()
        question = self.sources[name][self.orders[name].pop()]
        corpus = self.corpora["home" if name in ("heading", "home", "bank") else name]
        return self.sampler.group(corpus, question, shortest, longest)

    def replace(self, name, questions):
        self.sources[name], self.orders[name] = questions, []


def load_sources(pieces, data_dir):
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
    }
    held = {}
    for name, questions in sources.items():
        data.prepare(corpora["home" if name in ("heading", "home") else name], questions)
        if name in ("cmrc", "home"):
            held[name] = [q for q in questions if data.is_held_out(q.id)]
            sources[name] = [q for q in questions if not data.is_held_out(q.id)]
    return corpora, sources, held


class Bank:
    """The training questions written for the product; read again when their files change."""

    def __init__(self, corpus, files):
        self.corpus, self.files, self.seen = corpus, files, None

    def changed(self):
        """Training and held-out questions if the files changed since last time, else None."""
        state = [(p.name, p.stat().st_size, p.stat().st_mtime) for p in self.files]
        if state == self.seen:
            return None
        self.seen = state
        questions, refused = data.bank_questions(self.corpus, self.files)
        data.prepare(self.corpus, questions)
        print(f"bank: {len(questions)} questions, {len(refused)} refused", *refused[:5], sep="\n  ", flush=True)
        held = [q for q in questions if data.is_held_out(q.id)]
        return [q for q in questions if not data.is_held_out(q.id)], held


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

    def __init__(self, args, pieces, trainee, corpora, sources, held, bank):
        self.args, self.pieces, self.trainee = args, pieces, trainee
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
        curriculum = Curriculum(Sampler(self.pieces, random), self.sources, self.corpora)
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
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--workers", type=int, default=2, help="processes, of one thread each")
    args = parser.parse_args()
    # Processes of one thread that do not wait for one another lose least on a busy machine.
    torch.set_num_threads(1)
    args.work.mkdir(parents=True, exist_ok=True)

    pieces = WordPieces(args.backbone / "bge-small-zh-v1.5-tokenizer.json")
    corpora, sources, held = load_sources(pieces, args.data)
    bank = Bank(corpora["home"], data.bank_files(PRODUCT))
    sources["bank"], held["bank"] = bank.changed()
    print({name: len(questions) for name, questions in sources.items()}, flush=True)
    trainee = Trainee(load_backbone(args.backbone / "bge-small-zh-v1.5.onnx", args.seed))
    trainee.share()
    run = Run(args, pieces, trainee, corpora, sources, held, bank)
    run.resume()
    run.go()


if __name__ == "__main__":
    main()
