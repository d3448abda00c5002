"""Compares what FaceTool.java found with one detector with what it found with its teacher, and with known counts."""
import argparse
import csv
import json
import os

import numpy as np

from faces import read_detections


def overlap(a, b):
    w = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    h = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    shared = max(w, 0) * max(h, 0)
    return shared / (a[2] * a[3] + b[2] * b[3] - shared)


def by_name(path):
    return {picture["file"]: picture["faces"] for picture in read_detections([path])}


def point_errors(own, teacher):
    """Per common face the mean distance of the five points, as a share of the distance between the eyes."""
    errors = []
    for name, faces in teacher.items():
        for face in faces:
            near = [other for other in own[name] if overlap(face["box"], other["box"]) > 0.45]
            if near:
                ours, theirs = (np.array(item["points"]).reshape(5, 2) for item in (near[0], face))
                eyes = np.linalg.norm(theirs[0] - theirs[1])
                errors.append(np.linalg.norm(ours - theirs, axis=1).mean() / eyes if eyes > 4 else np.nan)
    errors = np.array(errors)[np.isfinite(errors)]
    return {"faces": len(errors), "mean": float(errors.mean()), "median": float(np.median(errors)),
            "p95": float(np.percentile(errors, 95))}


def agreement(own, teacher):
    """How many of the teacher's faces were found too, and how many others."""
    found = missed = more = 0
    for name, faces in teacher.items():
        for face in faces:
            hit = any(overlap(face["box"], other["box"]) > 0.45 for other in own[name])
            found, missed = found + hit, missed + (not hit)
        more += sum(all(overlap(face["box"], other["box"]) <= 0.45 for face in faces) for other in own[name])
    return {"found": found, "missed": missed, "more": more}


def counted(own, counts):
    with open(counts) as lines:
        exact = {row["file"]: int(row["faces"]) for row in csv.DictReader(lines) if row["kind"] == "exact"}
    numbers = {os.path.basename(name): len(faces) for name, faces in own.items()}
    return {"pictures": len(exact), "right": sum(numbers[name] == count for name, count in exact.items()),
            "faces": sum(exact.values()), "counted": sum(numbers[name] for name in exact)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--own", nargs="+", required=True, help="what FaceTool.java wrote with the detector")
    parser.add_argument("--teacher", nargs="+", required=True, help="the same with its teacher, in the same order")
    parser.add_argument("--counts", help="number of faces of the pictures of the first of these")
    parser.add_argument("--empty", nargs="*", default=[], help="what it wrote about pictures without a face")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    report = {}
    for own_path, teacher_path in zip(options.own, options.teacher, strict=True):
        own, teacher = by_name(own_path), by_name(teacher_path)
        report[os.path.basename(own_path)] = {"points": point_errors(own, teacher), **agreement(own, teacher)}
    if options.counts:
        report["counted"] = counted(by_name(options.own[0]), options.counts)
    for path in options.empty:
        pictures = by_name(path)
        for kind, animal in (("animals", True), ("others", False)):
            chosen = [faces for name, faces in pictures.items() if ("animal" in os.path.basename(name)) == animal]
            report["empty " + kind] = {"pictures": len(chosen), "with a face": sum(bool(faces) for faces in chosen)}
    with open(options.out, "w") as file:
        json.dump(report, file, indent=1)
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
