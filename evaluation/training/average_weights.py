"""Averages the weights that a run saved on its way: as good as a rate that falls to nothing, where a run ends before.

    python3 average_weights.py OUT.pt FIRST.pt SECOND.pt ...
"""

import sys

import torch


def main():
    out, *files = sys.argv[1:]
    runs = [torch.load(file) for file in files]
    torch.save({name: sum(run[name] for run in runs) / len(runs) for name in runs[0]}, out)


if __name__ == "__main__":
    main()
