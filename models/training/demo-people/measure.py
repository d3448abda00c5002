"""What the models answer about pictures (by FaceTool) and how well people are told apart."""

import json
import os
import pathlib
import subprocess

import numpy


class Models:
    """The command line of FaceTool, with the model files it was given."""

    def __init__(self, options):
        self.work = pathlib.Path(options.work)
        classes = self.work / "classes"
        tool = sorted(map(str, pathlib.Path(__file__).parent.glob("*.java")))
        subprocess.run(["javac", "-cp", options.onnxruntime, "-d", str(classes)] + tool, check=True)
        self.start = ["java", "-cp", f"{options.onnxruntime}{os.pathsep}{classes}", "FaceTool"]
        self.detectors = {"first": options.detector, "second": options.second_detector}
        self.source = [f"landmarks={options.landmarks}", f"age={options.age}", f"imagenet={options.teacher}"]
        self.embedders = [f"imagenet={options.teacher}", f"raw={options.second_embedder}"]
        self.age = f"age={options.age}"

    def kept(self, name, files):
        """The answers of an earlier run with the same list of files, if there are any."""
        listing, out = self.work / f"{name}.txt", self.work / f"{name}.jsonl"
        if not out.exists() or listing.read_text(encoding="utf-8").split("\n")[:-1] != list(map(str, files)):
            return None
        answers = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        return answers if len(answers) == len(files) else None

    def run(self, name, files, arguments):
        listing, out = self.work / f"{name}.txt", self.work / f"{name}.jsonl"
        listing.write_text("\n".join(map(str, files)) + "\n", encoding="utf-8")
        subprocess.run(self.start + [f"list={listing}", f"out={out}"] + arguments, check=True)
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]

    def analyse(self, name, files, detector="first", extra=()):
        return self.run(name, files, [f"detector={self.detectors[detector]}"] + self.embedders + list(extra))


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(w, 0) * max(h, 0)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def separation(vectors, people):
    """Cosines of all pairs of pictures: same person against different people."""
    vectors, people = numpy.asarray(vectors), numpy.asarray(people)
    cosines = vectors @ vectors.T
    upper = numpy.triu(numpy.ones(cosines.shape, bool), 1)
    together = people[:, None] == people[None]
    same, different = cosines[upper & together], cosines[upper & ~together]
    cuts = numpy.linspace(-0.2, 1, 1201)
    rights = [((same > c).mean() + (different <= c).mean()) / 2 for c in cuts]
    first = numpy.array([int(numpy.nonzero(people == p)[0][0]) for p in dict.fromkeys(people)])
    rest = numpy.setdiff1d(numpy.arange(len(people)), first)
    hits = people[first][cosines[rest][:, first].argmax(1)] == people[rest]
    best = int(numpy.argmax(rights))
    return {
        "same_pairs": int(same.size), "same_min": float(same.min()), "same_mean": float(same.mean()),
        "different_pairs": int(different.size), "different_max": float(different.max()),
        "different_mean": float(different.mean()), "accuracy": float(rights[best]), "threshold": float(cuts[best]),
        "rank1": float(hits.mean()), "same_above_every_different": float((same > different.max()).mean()),
    }
