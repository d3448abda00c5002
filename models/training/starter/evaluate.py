"""Tables of how well an embedder does on what FaceTool.java wrote about the test pictures."""
import argparse
import csv
import json
import os

import numpy as np

from faces import identity_of, part_of, read_detections
from measure import RATES, pair_scores, summary, threshold_at


def numbered(path):
    """Ten pictures of each person, numbered in order: image-37.png shows person 3."""
    return str(int(os.path.splitext(os.path.basename(path))[0].split("-")[-1]) // 10)


def by_folder(path):
    return os.path.basename(os.path.dirname(path))


def strongest(path, key):
    """(files, vectors, share of the pictures with a face): the surest face of each picture."""
    files, vectors, pictures = [], [], 0
    for picture in read_detections([path]):
        pictures += 1
        if picture["faces"]:
            files.append(picture["file"])
            vectors.append(picture["faces"][0][key])
    return files, np.array(vectors), len(files) / pictures


def groups(path, key, person_of):
    files, vectors, found = strongest(path, key)
    return dict(summary(vectors, np.array([person_of(file) for file in files])), found=found)


def held_out(path, key):
    files, vectors, found = strongest(path, key)
    people = np.array([identity_of(file) for file in files])
    result = {"found": found}
    for part in "AB":
        keep = np.array([part_of(person) == part for person in people])
        result[part] = summary(vectors[keep], people[keep])
    same, different = pair_scores(vectors[keep], people[keep])
    for rate in RATES:
        threshold = result["A"]["threshold_" + rate]
        result["B at A's threshold " + rate] = {
            "threshold": threshold, "false": float((different > threshold).mean()),
            "true": float((same > threshold).mean())}
    return result


def listed_pairs(path, key, pairs):
    """Pairs of a file of two names and Yes or No."""
    files, vectors, found = strongest(path, key)
    index = {os.path.basename(file): number for number, file in enumerate(files)}
    scores, truth = [], []
    with open(pairs) as lines:
        for first, second, same in list(csv.reader(lines))[1:]:
            if first in index and second in index:
                scores.append(float(vectors[index[first]] @ vectors[index[second]]))
                truth.append(same.strip().lower() in ("yes", "1", "true"))
    scores, truth = np.array(scores), np.array(truth)
    cuts = np.arange(-1, 1, 0.001)
    right = [float(((scores > cut) == truth).mean()) for cut in cuts]
    order = scores.argsort().argsort() + 1
    same = int(truth.sum())
    area = (order[truth].sum() - same * (same + 1) / 2) / (same * (len(truth) - same))
    at_1e2 = threshold_at(scores[~truth], 1e-2)
    return {"pairs": len(scores), "same": same, "found": found, "accuracy": max(right), "auc": float(area),
            "cut": float(cuts[int(np.argmax(right))]), "tar_1e-2": float((scores[truth] > at_1e2).mean()),
            "same_least": float(scores[truth].min()), "same_mean": float(scores[truth].mean()),
            "different_most": float(scores[~truth].max())}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--key", default="raw", help="which embedder of FaceTool.java: raw or imagenet")
    parser.add_argument("--held-out", help="pictures of parts A and B")
    parser.add_argument("--folders", nargs="*", default=[], help="pictures in folders named by person")
    parser.add_argument("--numbered", nargs="*", default=[], help="pictures numbered, ten of each person")
    parser.add_argument("--listed", help="pictures that pairs are listed of")
    parser.add_argument("--pairs", help="the list of pairs")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    report = {}
    if options.held_out:
        report["held-out"] = held_out(options.held_out, options.key)
    for kind, paths, person_of in (("folders", options.folders, by_folder), ("numbered", options.numbered, numbered)):
        for path in paths:
            report[kind + ":" + os.path.basename(path)] = groups(path, options.key, person_of)
    if options.listed:
        report["listed"] = listed_pairs(options.listed, options.key, options.pairs)
    with open(options.out, "w") as file:
        json.dump(report, file, indent=1)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
