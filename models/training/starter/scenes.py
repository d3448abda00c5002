"""Scenes to detect faces in: pictures of faces pasted on pictures without."""
import glob
import math
import os

import cv2
import numpy as np

from faces import identity_of, part_of

SIDE = 320


def read(path, longest):
    image = cv2.imread(path, cv2.IMREAD_COLOR | cv2.IMREAD_IGNORE_ORIENTATION)
    if image is None:
        return None
    scale = min(1, longest / max(image.shape[:2]))
    return cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def pictures(patterns, longest):
    """All readable pictures, blue first, that are not too small."""
    found = [read(path, longest) for pattern in patterns for path in sorted(glob.glob(pattern, recursive=True))]
    return [image for image in found if image is not None and min(image.shape[:2]) > 40]


def people(pattern, most, random):
    """Pictures of people of the training part of the split."""
    paths = [path for path in sorted(glob.glob(pattern, recursive=True)) if part_of(identity_of(path)) == "train"]
    random.shuffle(paths)
    return [image for image in (read(path, SIDE) for path in paths[:most]) if image is not None]


def every_second(folder, start):
    """Half of the pictures without faces; the other half stays for measuring. Animals are left out."""
    paths = [path for path in sorted(glob.glob(os.path.join(folder, "*"))) if "animal" not in os.path.basename(path)]
    return [image for image in (read(path, 400) for path in paths[start::2]) if image is not None]


def tinted(image, random):
    """A grey picture in warm colours."""
    powers = np.exp([random.uniform(0, 0.4), 0, -random.uniform(0, 0.4)])
    table = np.stack([255 * (np.arange(256) / 255) ** power for power in powers], 1).astype(np.uint8)
    return cv2.LUT(image, table[None])


class Scenes:
    def __init__(self, faces, backgrounds):
        self.faces, self.backgrounds = faces, backgrounds

    def scene(self, random):
        kind = random.random()
        if kind < 0.15:
            image = self._cut(self.backgrounds[random.integers(len(self.backgrounds))], random)
        elif kind < 0.4:
            image = self._close(random)
        else:
            image = self._cut(self.backgrounds[random.integers(len(self.backgrounds))], random)
            for _ in range(int(random.integers(1, 8))):
                self._paste(image, random)
        return self._photographed(image, random)

    @staticmethod
    def _cut(image, random):
        scale = random.uniform(1, 2) * SIDE / min(image.shape[:2])
        size = [max(SIDE, int(length * scale)) for length in image.shape[1::-1]]
        image = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)
        y, x = (random.integers(0, length - SIDE + 1) for length in image.shape[:2])
        return image[y:y + SIDE, x:x + SIDE].copy()

    def _face(self, random):
        face = self.faces[random.integers(len(self.faces))]
        return tinted(face, random) if random.random() < 0.4 else face

    def _close(self, random):
        """One face that fills much of the picture, black or mirrored around it."""
        face = self._face(random)
        scale = random.uniform(0.5, 1.1) * SIDE / max(face.shape[:2])
        centre = np.array([face.shape[1], face.shape[0]]) / 2
        matrix = cv2.getRotationMatrix2D(tuple(centre), random.normal() * 10, scale)
        matrix[:, 2] += SIDE / 2 - centre + random.normal(size=2) * 15
        border = cv2.BORDER_CONSTANT if random.random() < 0.7 else cv2.BORDER_REFLECT_101
        return cv2.warpAffine(face, matrix, (SIDE, SIDE), flags=cv2.INTER_AREA, borderMode=border)

    def _paste(self, image, random):
        face = self._face(random)
        scale = math.exp(random.uniform(math.log(20), math.log(280))) / max(face.shape[:2])
        face = cv2.resize(face, None, fx=scale, fy=scale * math.exp(random.normal() * 0.08),
                          interpolation=cv2.INTER_AREA)
        h, w = face.shape[:2]
        if random.random() < 0.25:
            turn = cv2.getRotationMatrix2D((w / 2, h / 2), random.normal() * 20, 1)
            face = cv2.warpAffine(face, turn, (w, h), borderMode=cv2.BORDER_REPLICATE)
        x, y = int(random.integers(-w // 3, SIDE - w // 2)), int(random.integers(-h // 3, SIDE - h // 2))
        left, top, right, bottom = max(0, x), max(0, y), min(SIDE, x + w), min(SIDE, y + h)
        if right > left and bottom > top:
            image[top:bottom, left:right] = face[top - y:bottom - y, left - x:right - x]

    @staticmethod
    def _photographed(image, random):
        """Light, colour, blur and compression of a camera; mirrored or not."""
        image = image.astype(np.float32)
        if random.random() < 0.6:
            image = 255 * np.power(image / 255, math.exp(random.normal() * 0.3))
            mean = image.mean()
            image = (image - mean) * (1 + random.normal() * 0.2) + mean + random.normal() * 18
        if random.random() < 0.2:
            image = np.repeat(image.mean(2, keepdims=True), 3, 2)
        elif random.random() < 0.4:
            image = image * (1 + random.normal(size=3) * 0.08).astype(np.float32)
        image = np.clip(image, 0, 255).astype(np.uint8)
        image = np.ascontiguousarray(image[:, ::-1]) if random.random() < 0.5 else image
        if random.random() < 0.2:
            image = cv2.GaussianBlur(image, (0, 0), random.uniform(0.4, 1.6))
        if random.random() < 0.2:
            encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(20, 90))])[1]
            image = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
        return image
