"""Aligned crops of detected faces, and which part of the split a person belongs to."""
import argparse
import hashlib
import json
import os

import cv2
import numpy as np

SIDE = 112
MARGIN = 16
TEMPLATE = np.array(
    [[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]])
SALT = "semblance-starter-2:"


def part_of(identity):
    """'train' for 80 of 100 people, 'A' (to choose) and 'B' (to report) for 10 each, by a hash of the name."""
    share = int(hashlib.sha256((SALT + identity).encode()).hexdigest()[:8], 16) % 100
    return "train" if share < 80 else "A" if share < 90 else "B"


def identity_of(path):
    """The person of a file named like LFW's: Some_Name_0001.jpg."""
    return os.path.splitext(os.path.basename(path))[0][:-5]


def similarity(points, template):
    """Least-squares similarity, 2 x 3, from five landmarks to a template."""
    points = np.asarray(points, float).reshape(5, 2)
    from_centre, to_centre = points.mean(0), template.mean(0)
    a, b = points - from_centre, template - to_centre
    norm = (a * a).sum()
    cosine = (a * b).sum() / norm
    sine = (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / norm
    matrix = np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0]])
    matrix[:, 2] = to_centre - matrix[:, :2] @ from_centre
    return matrix


def align(image, points, margin=0, border=cv2.BORDER_CONSTANT):
    """Crop of 112 + 2 * margin pixels; large faces are shrunk by a box filter first. Black outside, as in Semblance."""
    size = SIDE + 2 * margin
    points = np.asarray(points, float)
    matrix = similarity(points, TEMPLATE + margin)
    factor = int(1 / np.hypot(matrix[0, 0], matrix[1, 0]))
    if factor >= 2:
        h, w = image.shape[0] // factor, image.shape[1] // factor
        image = cv2.resize(image[:h * factor, :w * factor], (w, h), interpolation=cv2.INTER_AREA)
        matrix = similarity((points + 0.5) / factor - 0.5, TEMPLATE + margin)
    return cv2.warpAffine(image, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=border)


def read_detections(paths):
    """The lines that FaceTool.java wrote: one picture each."""
    for path in paths:
        with open(path) as lines:
            for line in lines:
                yield json.loads(line)


def crops(detections, options):
    """Yields (file, crop with red first) for the faces that are large enough."""
    border = cv2.BORDER_REFLECT_101 if options.reflect else cv2.BORDER_CONSTANT
    for picture in detections:
        faces = picture["faces"][:1] if options.strongest else picture["faces"]
        faces = [face for face in faces if min(face["box"][2:]) >= options.least_side]
        image = cv2.imread(picture["file"], cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION) if faces else None
        if image is None:
            continue
        for face in faces:
            yield picture["file"], align(image, face["points"], options.margin, border)[..., ::-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--detections", nargs="+", required=True, help="what FaceTool.java wrote")
    parser.add_argument("--out", required=True, help="an .npz of names and crops")
    parser.add_argument("--margin", type=int, default=MARGIN)
    parser.add_argument("--least-side", type=float, default=28)
    parser.add_argument("--strongest", action="store_true", help="one face a picture")
    parser.add_argument("--reflect", action="store_true", help="mirror the picture outside, instead of black")
    options = parser.parse_args()
    cv2.setNumThreads(1)
    found = list(crops(read_detections(options.detections), options))
    np.savez(options.out, names=np.array([name for name, _ in found]), crops=np.stack([crop for _, crop in found]))
    print(len(found), "crops")


if __name__ == "__main__":
    main()
