"""Trains the reader. The schedule goes by the clock: `--minutes` from the first step to the last.

    python3 train_reader.py --data DIR --backbone DIR --work DIR --minutes 75

Every five minutes the state is written to `WORK/state.pt`; started again, it goes on from there. A
file `WORK/stop` ends it after the step at hand. Weights alone go to `WORK/weights.pt`.
"""

import argparse
import json
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
SAVE_EVERY, REPORT_EVERY = 300, 900  # seconds

# Share of the groups by source, before and after `HOME_FROM` of the time. Span by span the general
# sets teach to read; the product's own questions, which are few, come when that is learnt.
HOME_FROM = 0.55
MIX_EARLY = {"cmrc": 0.64, "drcd": 0.12, "heading": 0.06, "home": 0.04, "bank": 0.14}
MIX_LATE = {"cmrc": 0.55, "drcd": 0.10, "heading": 0.04, "home": 0.06, "bank": 0.25}
# Until so much of the time, windows of so many tokens: short windows buy steps.
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

    def __init__(self, corpus, folder):
        self.corpus, self.folder, self.seen = corpus, folder, None

    def changed(self):
        """Training and held-out questions if the files changed since last time, else None."""
        state = [(p.name, p.stat().st_size, p.stat().st_mtime) for p in sorted(self.folder.glob("*.jsonl"))]
        if state == self.seen:
            return None
        self.seen = state
        questions, refused = data.bank_questions(self.corpus, self.folder)
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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with cmrc2018_train and drcd_simp")
    parser.add_argument("--backbone", type=Path, required=True, help="unpacked jar with bge-small-zh-v1.5.onnx")
    parser.add_argument("--work", type=Path, required=True, help="folder for the state")
    parser.add_argument("--minutes", type=float, required=True, help="how long to train, by the clock")
    parser.add_argument("--seed", type=int, default=20261125)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)

    pieces = WordPieces(args.backbone / "bge-small-zh-v1.5-tokenizer.json")
    corpora, sources, held = load_sources(pieces, args.data)
    bank = Bank(corpora["home"], PRODUCT / "evaluation/training/questions")
    sources["bank"], held["bank"] = bank.changed()
    print({name: len(questions) for name, questions in sources.items()}, flush=True)

    trainee = Trainee(load_backbone(args.backbone / "bge-small-zh-v1.5.onnx", args.seed))
    spent, random = 0.0, np.random.default_rng(args.seed)
    state_file = args.work / "state.pt"
    if state_file.exists():
        state = torch.load(state_file)
        trainee.restore(state)
        spent = state["spent"]
        random = np.random.default_rng(args.seed + trainee.steps)
    curriculum = Curriculum(Sampler(pieces, random), sources, corpora)
    reporter = Progress(pieces, corpora, held)

    began = time.time() - spent
    last_save = last_report = last_line = time.time()
    seen = {"groups": 0, "examples": 0, "tokens": 0}
    losses = []
    pending = []
    with open(args.work / "log.jsonl", "a", encoding="utf-8") as log:
        while (progress := (time.time() - began) / (60 * args.minutes)) < 1 and not (args.work / "stop").exists():
            if not pending:
                pending = list(batches(curriculum.groups(progress, POOL), TOKENS_A_BATCH))
                random.shuffle(pending)
            batch = pending.pop()
            examples = [e for g in batch for e in g]
            ids, types, keep = (torch.from_numpy(a) for a in padded(examples))
            loss = loss_of(batch, *forward(trainee.work, ids, types, keep))
            loss.backward()
            norm = trainee.step(rate_factor(progress))
            losses.append(loss.item())
            seen["groups"] += len(batch)
            seen["examples"] += len(examples)
            seen["tokens"] += int(keep.sum())
            now = time.time()
            if now - last_line > 60:
                line = {"minutes": round((now - began) / 60, 1), "steps": trainee.steps, **seen}
                line |= {"loss": round(float(np.mean(losses)), 4), "norm": round(norm, 2)}
                print(json.dumps(line), file=log, flush=True)
                losses, last_line = [], now
            if now - last_save > SAVE_EVERY:
                save(state_file, trainee.state() | {"spent": now - began})
                save(args.work / "weights.pt", trainee.state()["weights"])
                last_save = now
                if changed := bank.changed():
                    curriculum.replace("bank", changed[0])
                    reporter.held["bank"] = changed[1]
            if now - last_report > REPORT_EVERY:
                print(json.dumps({"held out": reporter.figures(trainee.work)}, ensure_ascii=False), file=log, flush=True)
                last_report = time.time()
        save(state_file, trainee.state() | {"spent": time.time() - began})
        save(args.work / "weights.pt", trainee.state()["weights"])
        print(json.dumps({"held out": reporter.figures(trainee.work), **seen}, ensure_ascii=False), file=log, flush=True)


if __name__ == "__main__":
    main()
