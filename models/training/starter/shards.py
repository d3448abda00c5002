"""Batches from the shards that have been answered so far, made harder on the way."""
import glob
import os

import cv2
import numpy as np

from faces import SIDE
from variants import blur_or_compress, cover, lower_resolution

MAP = (128, 7, 7)


def degrade(crop, random):
    """Makes a crop worse in ways that should not change who it shows; half of them stay as they are."""
    if random.random() < 0.5:
        return crop
    crop = lower_resolution(crop, random) if random.random() < 0.25 else crop
    crop = blur_or_compress(crop, random) if random.random() < 0.5 else crop
    if random.random() < 0.25:
        noise = random.standard_normal((SIDE, SIDE, 3), np.float32)
        crop = crop + noise * random.uniform(2, 12)
    if random.random() < 0.25:
        crop = cover(crop, random)
    return crop


class Shards:
    """Answered shards in a folder; those that were drawn from least are drawn from most."""

    def __init__(self, folder, spread):
        self.folder = folder
        self.map_scale = 4 * spread / 127
        self.known = {}
        self.uses = {}
        self.rescan()

    def rescan(self):
        for target in sorted(glob.glob(os.path.join(self.folder, "*.target"))):
            name = target[:-len(".target")]
            if name not in self.known:
                vectors = np.fromfile(target, "<f4")
                crops = np.memmap(name + ".raw", np.uint8, "r").reshape(-1, SIDE, SIDE, 3)
                maps = np.memmap(name + ".map", np.int8, "r").reshape(-1, *MAP)
                self.known[name] = (crops, vectors.reshape(len(crops), -1), maps)
                self.uses.setdefault(os.path.basename(name), 0.0)

    def size(self):
        return sum(len(crops) for crops, _, _ in self.known.values())

    def memory(self, count, random):
        """Answers to many crops, to compare with."""
        vectors = np.concatenate([vectors for _, vectors, _ in self.known.values()])
        return vectors[random.choice(len(vectors), min(count, len(vectors)), replace=False)]

    def batch(self, size, random):
        """(pixels, vectors, maps): a few crops of each of several shards, mirrored or not."""
        names = list(self.known)
        weights = np.array([1 / (0.2 + self.uses[os.path.basename(name)]) ** 2 for name in names])
        drawn = random.multinomial(size, weights / weights.sum())
        pixels, vectors, maps = [], [], []
        for name, count in zip(names, drawn):
            crops, answers, answer_maps = self.known[name]
            self.uses[os.path.basename(name)] += count / len(crops)
            for index in random.integers(0, len(crops), count):
                flip = random.random() < 0.5
                crop = degrade(crops[index][:, ::-1] if flip else crops[index], random)
                pixels.append(np.clip(crop, 0, 255).astype(np.float32))
                vectors.append(answers[index])
                maps.append(answer_maps[index][..., ::-1] if flip else answer_maps[index])
        maps = np.stack(maps).astype(np.float32) * self.map_scale
        return np.stack(pixels).transpose(0, 3, 1, 2), np.stack(vectors), maps
