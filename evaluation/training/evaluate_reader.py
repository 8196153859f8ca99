"""Measures a reader: CMRC 2018 dev read whole, and right passages against the best wrong ones.

    python3 evaluate_reader.py --weights weights.pt --data DIR --backbone DIR --set cmrc-dev
    python3 evaluate_reader.py --onnx reader.onnx --runtime onnxruntime.jar --data DIR --backbone DIR --set home

With `--weights` it computes in PyTorch, float32; with `--onnx` in ONNX Runtime, through `RunReader.java`.
"""

import argparse
import json
import random
import subprocess
import tempfile
from pathlib import Path

import numpy as np
import torch

import reader_data as data
from reader_evaluation import ranking_figures, reading_figures, run_torch
from reader_metrics import Reading
from reader_text import WordPieces

HERE = Path(__file__).resolve().parent
PRODUCT = HERE.parents[1]


def run_onnx(model, runtime, java, inputs):
    """As `run_torch`, one input at a time in ONNX Runtime."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in"), Path(folder, "out")
        numbers = [[len(inputs)]] + [part for ids, types in inputs for part in ([len(ids)], ids, types)]
        np.concatenate(numbers).astype(">i4").tofile(source)
        command = [java, "-cp", str(runtime), "--enable-native-access=ALL-UNNAMED", str(HERE / "RunReader.java")]
        subprocess.run([*command, "run", str(model), str(source), str(target)], check=True)
        floats = np.fromfile(target, ">f4").astype(np.float32)
    outputs, at = [], 0
    for ids, _ in inputs:
        n = len(ids)
        outputs.append((floats[at : at + n], floats[at + n : at + 2 * n], float(floats[at + 2 * n])))
        at += 2 * n + 1
    return outputs


def questions_of(pieces, data_dir, name):
    """Corpus, questions with their golds, and how many wrong passages each is to be told from."""
    if name == "cmrc-dev":
        rows = [r for r in data.json_lines(data_dir / "cmrc2018/questions.jsonl") if r["split"] == "dev"]
        used = {r["passage_id"] for r in rows}
        corpus = data.reading_corpus(pieces, data_dir / "cmrc2018", used.__contains__)
        golds = {r["id"]: r["answers"] for r in rows}
        questions = [
            data.Question(r["id"], r["question"], "cmrc", corpus.place[r["passage_id"]], answer=r["answers"][0])
            for r in rows
        ]
    elif name == "cmrc-held-out":
        corpus = data.reading_corpus(pieces, data_dir / "cmrc2018_train")
        questions = data.reading_questions(corpus, data_dir / "cmrc2018_train", "cmrc")
    else:
        corpus = data.home_corpus(pieces, PRODUCT / "knowledge-base/collection")
        questions = data.bank_questions(corpus, data.bank_files(PRODUCT))[0]
        questions += data.home_questions(corpus, PRODUCT / "evaluation/home")
    if name != "cmrc-dev":
        questions = [q for q in questions if data.is_held_out(q.id)]
        golds = {q.id: [q.answer] for q in questions}
    return corpus, questions, golds


def figures(pieces, corpus, questions, golds, rivals, run):
    """Reading and ranking figures, and the outputs they rest on."""
    data.prepare(corpus, questions)
    reading, right, wrong, none, asked = Reading(pieces), [], [], [], []
    for q in questions:
        ask = lambda place: reading.ask(q.ids, corpus.passages[place].head_ids, corpus.passages[place])
        others = [ask(place) for place in q.negatives[:rivals]]
        if q.passage >= 0:
            asked.append(q)
            right.append(ask(q.passage))
            wrong.append(others)
        elif others:
            none.append(others)
    results = reading.results(run(reading.inputs))
    report = {"questions": len(asked), "unanswerable": len(none)}
    report |= reading_figures(asked, [golds[q.id] for q in asked], corpus, [results[i] for i in right])
    if rivals:
        pairs = [(r, w) for r, w in zip(right, wrong) if w]
        score = lambda i: results[i][:2]
        report["ranking"] = ranking_figures(
            [score(r) for r, _ in pairs],
            [[score(i) for i in w] for _, w in pairs],
            [[score(i) for i in u] for u in none],
        )
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, help="PyTorch weights")
    parser.add_argument("--onnx", type=Path, help="exported model")
    parser.add_argument("--runtime", type=Path, help="onnxruntime jar")
    parser.add_argument("--java", default="java", help="a Java 25 launcher")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--backbone", type=Path, required=True)
    parser.add_argument("--set", choices=("cmrc-dev", "cmrc-held-out", "home"), required=True)
    parser.add_argument("--most", type=int, default=0, help="so many questions, drawn; 0: all")
    parser.add_argument("--rivals", type=int, default=0, help="so many wrong passages for each question")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    pieces = WordPieces(args.backbone / "bge-small-zh-v1.5-tokenizer.json")
    corpus, questions, golds = questions_of(pieces, args.data, args.set)
    if args.most:
        questions = random.Random(1).sample(questions, min(args.most, len(questions)))
    if args.onnx:
        run = lambda inputs: run_onnx(args.onnx, args.runtime, args.java, inputs)
    else:
        weights = torch.load(args.weights)
        run = lambda inputs: run_torch(weights, inputs)
    print(json.dumps(figures(pieces, corpus, questions, golds, args.rivals, run), indent=1))


if __name__ == "__main__":
    main()
