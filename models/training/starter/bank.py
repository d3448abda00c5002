"""Writes shards of varied crops for Teacher.java to answer; goes on where it stopped."""
import argparse
import glob
import os
import time

import cv2
import numpy as np

from faces import MARGIN, SIDE, identity_of, part_of
from variants import Sources


def surroundings(folder, random):
    """Squares cut from pictures without faces, the size of a crop with margin."""
    side = SIDE + 2 * MARGIN
    squares = []
    for path in sorted(glob.glob(os.path.join(folder, "*"))):
        image = cv2.imread(path)
        if image is None or min(image.shape[:2]) < side:
            continue
        for _ in range(4):
            y, x = (random.integers(0, length - side + 1) for length in image.shape[:2])
            squares.append(image[y:y + side, x:x + side, ::-1].copy())
    return squares


def people(options):
    """Crops of the training part of the split, and of the other pictures except those left out."""
    kept = []
    for path in options.people:
        named = np.load(path)
        keep = [part_of(identity_of(name)) == "train" for name in named["names"]]
        kept.append(named["crops"][np.array(keep)])
    for path in options.others:
        others = np.load(path)
        keep = [not any(word in name for word in options.leave_out) for name in others["names"]]
        kept.append(others["crops"][np.array(keep)])
    return np.concatenate(kept)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", nargs="+", required=True, help="crops (faces.py) of files named by person, to be split")
    parser.add_argument("--others", nargs="*", default=[], help="crops that are all for training")
    parser.add_argument("--leave-out", nargs="*", default=[], help="words in names of others that are not wanted")
    parser.add_argument("--surroundings", required=True, help="folder of pictures without faces")
    parser.add_argument("--out", required=True, help="folder for the shards")
    parser.add_argument("--shards", type=int, default=48)
    parser.add_argument("--shard-size", type=int, default=4096)
    parser.add_argument("--ahead", type=int, default=2, help="how many unanswered shards may wait")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    cv2.setNumThreads(1)
    os.makedirs(options.out, exist_ok=True)
    sources = Sources(people(options), surroundings(options.surroundings, np.random.default_rng(options.seed)))
    print(len(sources.crops), "crops,", int(sources.grey.sum()), "grey,", len(sources.surroundings), "without faces")
    for shard in range(options.shards):
        path = os.path.join(options.out, "shard-%03d.raw" % shard)
        if os.path.exists(path):
            continue
        while shard - len(glob.glob(os.path.join(options.out, "*.target"))) >= options.ahead:
            time.sleep(2)
        random = np.random.default_rng([options.seed, shard])
        np.stack([sources.variant(random) for _ in range(options.shard_size)]).tofile(path + ".part")
        os.replace(path + ".part", path)
        print("shard", shard, time.strftime("%H:%M:%S"), flush=True)
    open(os.path.join(options.out, "complete"), "w").close()


if __name__ == "__main__":
    main()
