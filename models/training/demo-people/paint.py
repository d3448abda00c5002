"""Brushes: noise, soft shapes, blurs and backgrounds."""

import cv2
import numpy


def smooth_noise(rng, height, width, cells):
    small = rng.standard_normal((max(3, int(cells * height / width)) + 1, cells + 1)).astype(numpy.float32)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC)


def polygon(size, points, soft):
    mask = numpy.zeros(size, numpy.uint8)
    cv2.fillPoly(mask, [numpy.round(numpy.asarray(points) * 16).astype(numpy.int32)], 255, cv2.LINE_AA, 4)
    return cv2.GaussianBlur(mask, (0, 0), soft).astype(numpy.float32) / 255


def curve(points, closed=True, steps=8):
    """A smooth line through the points (Catmull-Rom)."""
    points = numpy.asarray(points, float)
    around = numpy.vstack([points[-1], points, points[:2]]) if closed else numpy.vstack([points[0], points, points[-1]])
    result = []
    for a, b, c, d in zip(around, around[1:], around[2:], around[3:]):
        for t in numpy.arange(steps) / steps:
            result.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t
                                 + (3 * b - a - 3 * c + d) * t**3))
    return numpy.array(result)


def over(picture, colour, mask):
    mask = mask[..., None]
    return picture * (1 - mask) + colour * mask


def ragged(mask, rng, amount):
    """The mask with an uneven edge."""
    height, width = mask.shape
    noise = smooth_noise(rng, height, width, 45) * 0.5 + smooth_noise(rng, height, width, 12)
    ys, xs = numpy.mgrid[0:height, 0:width].astype(numpy.float32)
    return cv2.remap(mask, xs + noise * amount, ys + numpy.roll(noise, 37, 1) * amount, cv2.INTER_LINEAR)


def blur(layer, sigma):
    """A Gaussian blur; a wide one on a smaller copy."""
    factor = int(max(1, sigma // 4))
    if factor == 1:
        return cv2.GaussianBlur(layer, (0, 0), sigma)
    height, width = layer.shape[:2]
    small = cv2.resize(layer, (max(4, width // factor), max(4, height // factor)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), sigma / factor, borderType=cv2.BORDER_REPLICATE)
    return cv2.resize(small, (width, height), interpolation=cv2.INTER_LINEAR)


def spread_out(layer, mask, reach):
    """The colours under the mask, carried on outside it."""
    total = numpy.zeros_like(layer)
    weight = numpy.zeros(layer.shape[:2], numpy.float32)
    for sigma, share in ((reach / 4, 1.0), (reach, 1e-2), (reach * 4, 1e-4)):
        total += blur(layer * mask[..., None], sigma) * share
        weight += blur(mask, sigma) * share
    return total / (weight[..., None] + 1e-7)


def background(rng, height, width):
    """A wall, a blurred room or lights out of focus."""
    tint = rng.uniform(-22, 22, 3)
    first, second = (rng.uniform(60, 215) + tint + rng.uniform(-8, 8, 3) for _ in range(2))
    angle = rng.uniform(0, 2 * numpy.pi)
    ys, xs = numpy.mgrid[0:height, 0:width] / max(height, width)
    ramp = numpy.clip(0.5 + (xs - 0.5) * numpy.cos(angle) + (ys - 0.5) * numpy.sin(angle), 0, 1)[..., None]
    picture = first * ramp + second * (1 - ramp)
    kind = rng.integers(4)
    if kind == 1:
        picture = picture + smooth_noise(rng, height, width, 5)[..., None] * 16
    if kind in (2, 3):
        for _ in range(rng.integers(8, 18)):
            layer = numpy.zeros((height, width), numpy.uint8)
            x, y, r = int(rng.uniform(0, width)), int(rng.uniform(0, height)), int(rng.uniform(12, 60))
            if kind == 2:
                cv2.circle(layer, (x, y), r, 255, -1, cv2.LINE_AA)
            else:
                cv2.rectangle(layer, (x - r, y - 3 * r), (x + r, y + 3 * r), 255, -1)
            alpha = cv2.GaussianBlur(layer, (0, 0), 3 if kind == 2 else 14)[..., None] / 255 * rng.uniform(0.15, 0.5)
            colour = rng.uniform(50, 240) + tint + rng.uniform(-25, 25, 3)
            picture = picture * (1 - alpha) + colour * alpha
    return picture.astype(numpy.float32)
