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


def crisp(image, random):
    """An enlarged picture with edges and grain as a photo of that size has them."""
    if random.random() < 0.6:
        soft = cv2.GaussianBlur(image, (0, 0), random.uniform(1, 4))
        image = cv2.addWeighted(image, 2.2, soft, -1.2, 0)
    if random.random() < 0.6:
        h, w = image.shape[:2]
        coarseness = random.uniform(1, 3)
        grain = random.normal(size=(int(h / coarseness) + 1, int(w / coarseness) + 1)).astype(np.float32)
        grain = cv2.resize(grain, (w, h), interpolation=cv2.INTER_LINEAR) * random.uniform(2, 12)
        image = np.clip(image + grain[..., None], 0, 255).astype(np.uint8)
    return image


def soft_edges(h, w, random):
    """How much of a pasted face is seen: all in the middle, less and less towards an oval."""
    y, x = np.mgrid[-1:1:complex(h), -1:1:complex(w)].astype(np.float32)
    end = random.uniform(0.95, 1.3)
    return np.clip((end - np.hypot(x, y)) / random.uniform(0.1, 0.4), 0, 1)[..., None]


class Scenes:
    def __init__(self, faces, backgrounds):
        self.faces, self.backgrounds = faces, backgrounds

    def scene(self, random, side=SIDE):
        kind = random.random()
        if kind < 0.15:
            image = self._background(random, side)
        elif kind < (0.35 if side == SIDE else 0.5):
            image = self._close(random, side)
        else:
            image = self._background(random, side)
            for _ in range(int(random.integers(1, 12))):
                self._paste(image, random, math.exp(random.uniform(math.log(15), math.log(side * 0.9))))
        return self._photographed(image, random)

    def _background(self, random, side):
        image = self.backgrounds[random.integers(len(self.backgrounds))]
        scale = random.uniform(1, 2) * side / min(image.shape[:2])
        size = [max(side, int(length * scale)) for length in image.shape[1::-1]]
        image = cv2.resize(image, size, interpolation=cv2.INTER_LINEAR)
        y, x = (random.integers(0, length - side + 1) for length in image.shape[:2])
        image = image[y:y + side, x:x + side].copy()
        if random.random() < 0.3:
            image = cv2.GaussianBlur(image, (0, 0), side / SIDE * random.uniform(1, 8))
        return image

    def _face(self, random):
        face = self.faces[random.integers(len(self.faces))]
        return tinted(face, random) if random.random() < 0.4 else face

    def _close(self, random, side):
        """One face that fills much of the picture; black, mirrored or something else around it."""
        around = random.random()
        if around < 0.4:
            image = self._background(random, side)
            self._paste(image, random, side * random.uniform(0.4, 1.6), middle=True)
            return image
        face = self._face(random)
        scale = random.uniform(0.3 if side > SIDE else 0.5, 1.5) * side / max(face.shape[:2])
        centre = np.array([face.shape[1], face.shape[0]]) / 2
        matrix = cv2.getRotationMatrix2D(tuple(centre), random.normal() * 10, scale)
        matrix[:, 2] += side / 2 - centre + random.normal(size=2) * side * 0.05
        border = cv2.BORDER_CONSTANT if around < 0.75 else cv2.BORDER_REFLECT_101
        enlarging = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
        image = cv2.warpAffine(face, matrix, (side, side), flags=enlarging, borderMode=border)
        return crisp(image, random) if scale > 1.3 else image

    def _paste(self, image, random, length, middle=False):
        face = self._face(random)
        side, scale = len(image), length / max(face.shape[:2])
        face = cv2.resize(face, None, fx=scale, fy=scale * math.exp(random.normal() * 0.08),
                          interpolation=cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA)
        face = crisp(face, random) if scale > 1.3 else face
        h, w = face.shape[:2]
        if random.random() < 0.25:
            turn = cv2.getRotationMatrix2D((w / 2, h / 2), random.normal() * 20, 1)
            face = cv2.warpAffine(face, turn, (w, h), borderMode=cv2.BORDER_REPLICATE)
        if middle:
            x, y = (int((side - size) / 2 + random.normal() * side * 0.08) for size in (w, h))
        else:
            x, y = int(random.integers(-w // 3, side - w // 2)), int(random.integers(-h // 3, side - h // 2))
        left, top, right, bottom = max(0, x), max(0, y), min(side, x + w), min(side, y + h)
        if right > left and bottom > top:
            seen = face[top - y:bottom - y, left - x:right - x]
            if random.random() < 0.5:
                share = soft_edges(h, w, random)[top - y:bottom - y, left - x:right - x]
                seen = (seen * share + image[top:bottom, left:right] * (1 - share)).astype(np.uint8)
            image[top:bottom, left:right] = seen

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
        if random.random() < 0.3:
            blur = math.exp(random.uniform(math.log(0.4), math.log(4)))
            image = cv2.GaussianBlur(image, (0, 0), blur * len(image) / SIDE)
        if random.random() < 0.2:
            encoded = cv2.imencode(".jpg", image, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(20, 90))])[1]
            image = cv2.imdecode(encoded, cv2.IMREAD_COLOR)
        return image
