"""Varied, mixed and part-swapped crops: the pictures that the teacher is asked about."""
import math

import cv2
import numpy as np

from faces import MARGIN, SIDE

LUMA = np.array([0.299, 0.587, 0.114], np.float32)
GRID = np.meshgrid(np.arange(SIDE, dtype=np.float32), np.arange(SIDE, dtype=np.float32))


def is_grey(crop):
    inner = crop[40:104:8, 40:104:8].astype(int)
    return np.abs(inner[..., 0] - inner[..., 2]).max() < 6


def place(crop, random, rotation, stretch, elastic):
    """Cuts 112 pixels out of a crop with margin, moved about as a detector's landmarks would."""
    angle = random.normal() * rotation
    scale = 1 + random.normal() * 0.035
    across, down = 1 + random.normal(size=2) * stretch
    shear = random.normal() * stretch * 0.6
    turn = np.array([[math.cos(angle), -math.sin(angle)], [math.sin(angle), math.cos(angle)]])
    inner = turn @ np.array([[across * scale, shear], [0, down * scale]])
    centre = SIDE / 2 + random.normal(size=2) * 1.8
    matrix = np.zeros((2, 3))
    matrix[:, :2] = inner
    matrix[:, 2] = centre - inner @ np.full(2, SIDE / 2 + MARGIN)
    placed = cv2.warpAffine(crop, matrix, (SIDE, SIDE), flags=cv2.INTER_LINEAR)
    if elastic:
        coarse = (random.normal(size=(5, 5, 2)) * 3).astype(np.float32)
        shift = cv2.resize(coarse, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        placed = cv2.remap(placed, GRID[0] + shift[..., 0], GRID[1] + shift[..., 1], cv2.INTER_LINEAR,
                           borderMode=cv2.BORDER_REFLECT_101)
    placed = placed[:, ::-1] if random.random() < 0.5 else placed
    return placed.astype(np.float32)


def soft_ellipse(random):
    mask = np.zeros((SIDE, SIDE), np.float32)
    centre = (int(random.integers(36, 76)), int(random.integers(36, 90)))
    cv2.ellipse(mask, centre, (int(random.integers(16, 40)), int(random.integers(14, 36))), 0, 0, 360, 1, -1)
    return cv2.GaussianBlur(mask, (0, 0), 5)[..., None]


def mix(one, other, random):
    """Two faces in one: blended, exaggerated, parts swapped, or coarse and fine structure swapped."""
    kind = random.random()
    if kind < 0.5:
        share = random.uniform(0.25, 0.75)
        return one * share + other * (1 - share)
    if kind < 0.6:
        share = random.uniform(1.1, 1.3)
        return one * share + other * (1 - share)
    if kind < 0.85:
        mask = soft_ellipse(random)
        return one * (1 - mask) + other * mask
    sigma = random.uniform(2, 7)
    return cv2.GaussianBlur(one, (0, 0), sigma) + other - cv2.GaussianBlur(other, (0, 0), sigma)


def colourise(crop, random):
    """A grey face in the colours of skin, its surroundings in others."""
    grey = np.clip(crop @ LUMA, 0, 255) / 255
    warm = random.uniform(0.0, 0.45)
    skin = np.exp([-warm * random.uniform(0.5, 1.2), 0, warm * random.uniform(0.4, 1.1)])
    around = np.exp(random.normal(size=3) * 0.25)
    mask = np.zeros((SIDE, SIDE), np.float32)
    cv2.ellipse(mask, (56, 66), (int(random.integers(38, 50)), int(random.integers(50, 64))), 0, 0, 360, 1, -1)
    mask = cv2.GaussianBlur(mask, (0, 0), 6)
    planes = [np.power(grey, around[i] + (skin[i] - around[i]) * mask) for i in range(3)]
    return np.stack(planes, 2).astype(np.float32) * 255


def relight(crop, random):
    crop = 255 * np.power(np.clip(crop, 0, 255) / 255, math.exp(random.normal() * 0.25))
    mean = crop.mean()
    crop = (crop - mean) * (1 + random.normal() * 0.18) + mean + random.normal() * 15
    if random.random() < 0.2:
        slope = (GRID[0] - 56) * random.normal() + (GRID[1] - 56) * random.normal()
        crop = crop * np.clip(1 + slope * 0.006, 0.3, 1.8)[..., None]
    return crop


def lower_resolution(crop, random):
    side = int(random.integers(20, 80))
    small = cv2.resize(np.ascontiguousarray(crop), (side, side), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (SIDE, SIDE), interpolation=int(random.choice([cv2.INTER_LINEAR, cv2.INTER_CUBIC])))


def cover(crop, random):
    """A block somewhere, or a mask over the lower face."""
    crop = np.array(crop)
    colour = [float(value) for value in random.integers(0, 255, 3)]
    if random.random() < 0.5:
        w, h = random.integers(15, 45, 2)
        x, y = random.integers(0, SIDE - w), random.integers(0, SIDE - h)
        crop[y:y + h, x:x + w] = colour
        return crop
    top = int(random.integers(62, 76))
    outline = [[random.integers(8, 24), top + random.integers(-6, 6)], [56, top - random.integers(0, 10)],
               [random.integers(88, 104), top + random.integers(-6, 6)], [random.integers(84, 96), 104],
               [56, 111], [random.integers(16, 28), 104]]
    cv2.fillPoly(crop, [np.array(outline, np.int32)], colour)
    return crop


def blur_or_compress(crop, random):
    if random.random() < 0.4:
        return cv2.GaussianBlur(np.ascontiguousarray(crop), (0, 0), random.uniform(0.4, 1.8))
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(20, 90))]
    encoded = cv2.imencode(".jpg", np.clip(crop, 0, 255).astype(np.uint8), quality)[1]
    return cv2.imdecode(encoded, cv2.IMREAD_COLOR)


class Sources:
    """Crops of faces to vary, and pictures without faces to mix in now and then."""

    def __init__(self, crops, surroundings):
        self.crops = crops
        self.grey = np.array([is_grey(crop) for crop in crops])
        self.surroundings = surroundings

    def variant(self, random):
        """One crop of 112 pixels, red first, as bytes."""
        index = random.integers(len(self.crops))
        grey = self.grey[index]
        kind = random.random()
        strong = kind >= 0.85
        if kind < 0.35:
            crop = place(self.crops[index], random, 0.05, 0, False)
        elif kind < 0.55 or (strong and random.random() < 0.6):
            crop = place(self.crops[index], random, 0.12 if strong else 0.05, 0.08, random.random() < 0.6)
        else:
            crop, grey = self._mixed(index, random)
        if strong:
            crop = self._stronger(crop, random)
        return self._finish(crop, grey, random)

    def _mixed(self, index, random):
        one = place(self.crops[index], random, 0.05, 0.08, random.random() < 0.6)
        if random.random() < 0.08:
            other = self.surroundings[random.integers(len(self.surroundings))]
            share = random.uniform(0.5, 0.85)
            return one * share + place(other, random, 1, 0.08, False) * (1 - share), False
        second = random.integers(len(self.crops))
        other = place(self.crops[second], random, 0.05, 0.08, random.random() < 0.6)
        if self.grey[index] != self.grey[second]:
            one, other = (np.repeat((crop @ LUMA)[..., None], 3, 2) for crop in (one, other))
        return mix(one, other, random), bool(self.grey[index] or self.grey[second])

    @staticmethod
    def _stronger(crop, random):
        crop = lower_resolution(crop, random) if random.random() < 0.4 else crop
        crop = cover(crop, random) if random.random() < 0.5 else crop
        return blur_or_compress(crop, random).astype(np.float32) if random.random() < 0.4 else crop

    @staticmethod
    def _finish(crop, grey, random):
        if random.random() < 0.7:
            crop = relight(crop, random)
        if grey and random.random() < 0.55:
            crop = colourise(crop, random)
        elif not grey and random.random() < 0.2:
            crop = np.repeat((crop @ LUMA)[..., None], 3, 2)
        if random.random() < 0.4:
            crop = crop * (1 + random.normal(size=3) * np.array([0.08, 0.04, 0.08]))
        return np.clip(crop, 0, 255).astype(np.uint8)
