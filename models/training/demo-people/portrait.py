"""Draws a portrait: the face of the model, and around it a head, hair, neck, clothes and a background, all made up."""

import cv2
import numpy

import facemodel
from paint import curve, over, polygon, ragged, smooth_noise, spread_out

SKIN = numpy.array([  # red, green, blue of skin in middle light, from fair to dark
    (216, 176, 156), (210, 166, 141), (202, 155, 127), (192, 141, 110), (180, 127, 94), (156, 106, 77), (128, 84, 60),
    (102, 66, 48)], float)
HAIR = numpy.array([
    (38, 32, 30), (52, 40, 34), (78, 55, 40), (108, 76, 50), (140, 104, 66), (186, 152, 100), (132, 70, 40),
    (150, 148, 146), (205, 203, 200)], float)
CLOTHES = numpy.array([
    (52, 66, 96), (40, 44, 50), (122, 44, 48), (58, 92, 74), (150, 150, 156), (196, 186, 166), (86, 62, 98),
    (30, 90, 120), (180, 120, 60), (228, 228, 230)], float)


class Head:
    """One placed head: the posed shape in pixels and the fields the drawing needs."""

    def __init__(self, shape, size, scale, turn, centre):
        self.size, self.scale = size, scale
        cos, sin = numpy.cos(turn) * scale, numpy.sin(turn) * scale
        self.matrix = numpy.array([[cos, -sin], [sin, cos]])
        self.centre = numpy.array(centre, float)
        self.local = shape
        self.shape = self.place(shape)
        ys, xs = numpy.mgrid[0:size[0], 0:size[1]].astype(numpy.float32)
        inverse = numpy.linalg.inv(self.matrix)
        dx, dy = xs - self.centre[0], ys - self.centre[1]
        self.u = inverse[0, 0] * dx + inverse[0, 1] * dy
        self.v = inverse[1, 0] * dx + inverse[1, 1] * dy
        ears = (shape[0] + shape[16]) / 2
        self.middle = numpy.array([ears[0] * 0.5 + shape[27, 0] * 0.5, ears[1]])
        self.half = (shape[16, 0] - shape[0, 0]) / 2
        self.rise = (shape[8, 1] - shape[27, 1])

    def place(self, points):
        return numpy.asarray(points) @ self.matrix.T + self.centre

    def arc(self, wide, high, start=0.0, stop=numpy.pi, count=15, power=1.0):
        """Points over the head from the viewer's left to the right, in local coordinates."""
        turn = numpy.linspace(start, stop, count)
        x = -numpy.sign(numpy.cos(turn)) * abs(numpy.cos(turn)) ** power * self.half * wide
        return numpy.stack([self.middle[0] + x, self.middle[1] - numpy.sin(turn) ** power * self.rise * high], 1)

    def light(self, direction, strength):
        """Shading of an egg lit from the direction."""
        x = (self.u - self.middle[0]) / (self.half * 1.35)
        y = numpy.clip((self.v - self.middle[1] - 0.1) / (self.rise * 1.25), -0.75, 0.6)
        z = numpy.sqrt(numpy.clip(1 - x * x - y * y, 0.05, 1))
        length = numpy.sqrt(x * x + y * y + z * z)
        dot = (x * direction[0] + y * direction[1] + z * direction[2]) / length
        return numpy.minimum(1 + strength * (numpy.clip(dot, -0.6, 1) - 0.76), 1.1)


def strands(head, rng, waviness, part):
    """Hair as brightness: noise stretched along lines that leave the crown."""
    table = rng.standard_normal((64, 1400)).astype(numpy.float32)
    fine = cv2.GaussianBlur(table, (0, 0), sigmaX=1.3, sigmaY=5)
    coarse = cv2.GaussianBlur(table, (0, 0), sigmaX=9, sigmaY=7)
    table = fine / fine.std() * 0.45 + coarse / coarse.std() * 0.55
    x = head.u - head.middle[0] - part * head.half * 0.5
    y = head.v - (head.middle[1] - head.rise * 1.12)
    radius = numpy.sqrt(x * x + y * y)
    angle = numpy.arctan2(x, abs(y) + 0.25) + waviness * numpy.sin(radius * 6 + 3 * part)
    across = ((angle / (2 * numpy.pi) + 0.5) * 1399).astype(numpy.float32)
    along = numpy.clip(radius * 16, 0, 63).astype(numpy.float32)
    return cv2.remap(table, across, along, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)


def skin_colours(grey, person, mesh):
    """Grey texture of the mean frame (1 = middle) to colours, with lips, eyes and cheeks of their own."""
    points = mesh.points
    base = person["skin"]
    level = numpy.clip(grey, 0.06, 2.2)[..., None]
    colours = base * level ** numpy.array([0.86, 1.04, 1.16])
    size = grey.shape
    lips = polygon(size, points[48:60], 1.5) - polygon(size, points[60:68], 1.0)
    colours = colours * (1 - lips[..., None] * (1 - numpy.array([1.0, 0.84, 0.86])) * person["lips"])
    flush = sum(numpy.exp(-((numpy.indices(size)[1] - x) ** 2 + (numpy.indices(size)[0] - y) ** 2) / 480.0)
                for x, y in (points[[2, 31]].mean(0), points[[14, 35]].mean(0)))[..., None]
    colours = colours * (1 + flush * numpy.array([0.03, -0.035, -0.03]))
    neutral = colours.mean(2, keepdims=True)
    eyes = numpy.clip(polygon(size, points[36:42], 1.0) + polygon(size, points[42:48], 1.0), 0, 1)[..., None]
    iris = neutral * (person["eyes"] / person["eyes"].mean())
    bright = numpy.clip((grey[..., None] - 0.5) * 3, 0, 1)
    seeing = neutral * 1.12 * bright + (0.45 * neutral + 0.5 * iris) * (1 - bright)
    colours = colours * (1 - 0.8 * eyes) + 0.8 * eyes * seeing
    mouth = polygon(size, points[60:68], 1.0)[..., None] * numpy.clip((grey[..., None] - 0.8) * 3, 0, 1)
    colours = colours * (1 - 0.7 * mouth) + 0.7 * mouth * neutral * numpy.array([1.03, 1.0, 0.93])
    brows = numpy.zeros(size, numpy.float32)
    for start in (17, 22):
        cv2.polylines(brows, [numpy.round(points[start:start + 5]).astype(numpy.int32)], False, 1.0, 9, cv2.LINE_AA)
    brows = cv2.GaussianBlur(brows, (0, 0), 3)[..., None] * numpy.clip((0.85 - grey[..., None]) * 2.2, 0, 1)
    return colours * (1 - 0.6 * brows) + 0.6 * brows * neutral * (person["brow"] / person["brow"].mean())


def face_mask(mesh):
    """Where the texture is shown: everything below the brows, fading out over the forehead and at the jaw."""
    height, width = facemodel.HEIGHT, facemodel.WIDTH
    soft = cv2.erode(mesh.inside, numpy.ones((9, 9)))
    soft = cv2.GaussianBlur(soft.astype(numpy.float32), (0, 0), 4.5)
    top = mesh.points[[19, 24], 1].mean()
    rows = numpy.arange(height)[:, None]
    fade = 1 / (1 + numpy.exp(-(rows - (top - 19)) / 4.5))
    return (soft * fade * numpy.ones((1, width))).astype(numpy.float32)


def body(picture, head, person, skin, rng):
    """Neck and clothes."""
    w, chin = head.half, head.local[8, 1]
    x = head.middle[0] * 0.6
    neck_width = w * person["neck"]
    down = chin + head.rise * 0.42
    neck = [(x - neck_width, head.local[4, 1] - 0.1), (x - neck_width * 0.97, chin + 0.12),
            (x - neck_width * 1.25, down + 0.1), (x - neck_width * 1.25, down + 0.9),
            (x + neck_width * 1.25, down + 0.9), (x + neck_width * 1.25, down + 0.1),
            (x + neck_width * 0.97, chin + 0.12), (x + neck_width, head.local[12, 1] - 0.1)]
    mask = polygon(head.size, head.place(neck), 1.2)
    under = numpy.exp(-(((head.v - chin - 0.04) / 0.22) ** 2)) * numpy.exp(-(((head.u - x) / (w * 1.0)) ** 2) * 0.6)
    sides = 1 - 0.22 * numpy.clip(abs(head.u - x) / neck_width, 0, 1.2) ** 2
    picture = over(picture, skin * (0.99 * sides - 0.26 * under)[..., None], mask)
    wide, top = w * person["shoulders"], down + 0.02
    line = [(x - neck_width * 1.02, top - 0.10), (x - neck_width * 1.7, top + 0.12), (x - wide * 0.8, top + 0.34),
            (x - wide, top + 0.75), (x - wide * 1.12, top + 3.5), (x + wide * 1.12, top + 3.5), (x + wide, top + 0.75),
            (x + wide * 0.8, top + 0.34), (x + neck_width * 1.7, top + 0.12), (x + neck_width * 1.02, top - 0.10)]
    depth = person["collar"]
    dip = [(x + neck_width * 0.7, top + 0.05 + depth * 0.45), (x, top + 0.12 + depth),
           (x - neck_width * 0.7, top + 0.05 + depth * 0.45)]
    cloth = polygon(head.size, head.place(numpy.vstack([curve(line, closed=False)[:-1], line[-1:], dip])), 1.2)
    if person["hem"]:
        trunk = [(x - wide * 1.07, top + 1.2), (x + wide * 1.07, top + 1.2),
                 (x + wide * 1.2, top + 30), (x - wide * 1.2, top + 30)]
        cloth = numpy.maximum(cloth, polygon(head.size, head.place(trunk), 1.2))
    fold = smooth_noise(rng, *head.size, 7) * 0.05 + rng.standard_normal(head.size) * 0.012
    shade = 1 - 0.28 * numpy.clip(abs(head.u - x) / wide, 0, 1.3) ** 2 + fold
    shadow = cv2.GaussianBlur(cloth, (0, 0), head.scale * 0.05)
    picture = picture * (1 - 0.25 * (shadow * (1 - cloth) * mask))[..., None]
    return over(picture, person["cloth"] * shade[..., None], cloth)


def hair_colours(head, person, rng):
    value = strands(head, rng, person["wave"], person["part"])
    y = (head.v - head.middle[1]) / head.rise
    shine = numpy.exp(-(((y + 0.72) / 0.22) ** 2)) * 0.28
    return person["hair"] * numpy.clip(0.84 + 0.17 * value + shine, 0.25, 1.9)[..., None]


def hair_back(picture, head, person, colours, rng):
    """What of the hair lies behind the neck: only long and half-long hair."""
    length = person["length"]
    if length <= 0:
        return picture
    outer = head.arc(1.26, 1.16)
    low = head.middle[1] + length
    left, right = head.middle[0] - head.half * 1.28, head.middle[0] + head.half * 1.28
    ends = [(right + 0.02, low * 0.6), (right - 0.08, low), (left + 0.08, low), (left - 0.02, low * 0.6)]
    points = numpy.vstack([outer, ends])
    mask = ragged(polygon(head.size, head.place(curve(points)), 2.0), rng, head.scale * 0.014)
    return over(picture, colours * 0.72, mask)


def hair_front(picture, head, person, colours, rng):
    """The cap of hair, its line over the forehead, and strands beside the face when the hair is long."""
    if person["style"] == "bald":
        return picture
    side, brow = person["part"], head.local[[19, 24], 1].mean()
    volume = person["volume"]
    outer = head.arc((1.10 if person["length"] > 0 else 1.05) + volume * 0.5, 1.02 + volume, power=0.92)
    temple = head.local[0, 1]
    line = head.middle[1] - head.rise * person["line"]
    inner = []
    for t in numpy.linspace(-1, 1, 13)[::-1]:
        y = line + (brow + 0.02 - line) * abs(t) ** person["corner"]
        y += 0.07 * person["fringe"] * numpy.sin((t - side) * 2.2)
        y -= person["parted"] * numpy.exp(-(((t - side) / 0.4) ** 2))
        if person["style"] == "receding":
            y -= 0.14 * numpy.exp(-(((abs(t) - 0.62) / 0.2) ** 2))
        inner.append((head.middle[0] + t * head.half * 0.93, y))
    low = temple + (0.02 if person["length"] <= 0 else person["length"] * 0.86)
    if person["length"] > 0:
        right = [(head.middle[0] + head.half * 1.22, temple + 0.4), (head.middle[0] + head.half * 1.16, low),
                 (head.middle[0] + head.half * 0.90, low), (head.middle[0] + head.half * 1.02, temple + 0.5),
                 (head.middle[0] + head.half * 0.98, temple)]
    else:
        right = [(head.middle[0] + head.half * 1.05, low), (head.middle[0] + head.half * 0.97, low + 0.05)]
    left = [(2 * head.middle[0] - x, y) for x, y in right[::-1]]
    points = numpy.vstack([outer, right, inner, left])
    mask = ragged(polygon(head.size, head.place(curve(points, steps=5)), 1.6), rng, head.scale * 0.012)
    shadow = cv2.GaussianBlur(mask, (0, 0), head.scale * 0.06)
    picture = picture * (1 - 0.30 * shadow * (1 - mask))[..., None]
    return over(picture, colours, mask)


def ears(picture, head, person, skin):
    if person["length"] > 0:
        return picture
    for side, index in ((-1, 1), (1, 15)):
        at = head.local[index] + (side * head.half * 0.035, -0.02)
        turn = numpy.linspace(0, 2 * numpy.pi, 24)
        rim = numpy.stack([at[0] + numpy.cos(turn) * 0.115, at[1] + numpy.sin(turn) * 0.24], 1)
        picture = over(picture, skin * 0.86, polygon(head.size, head.place(rim), 1.0))
        hollow = numpy.stack([at[0] + side * 0.02 + numpy.cos(turn) * 0.05, at[1] - 0.02 + numpy.sin(turn) * 0.14], 1)
        picture = over(picture, skin * 0.68, polygon(head.size, head.place(hollow), head.scale * 0.02) * 0.7)
    return picture


def draw(picture, mesh, head, grey, person, rng, light):
    """The person drawn over the picture. grey: the texture in the mean frame, 1 is middle brightness."""
    colours = skin_colours(grey, person, mesh).astype(numpy.float32)
    shown = face_mask(mesh)
    carried = spread_out(colours, shown * shown, 22)
    layer = numpy.dstack([colours * shown[..., None] + carried * (1 - shown[..., None]), shown])
    drawn, where = mesh.warp(layer.astype(numpy.float32), head.shape, head.size)
    flat = drawn[..., :3] * where[..., None]
    skin = spread_out(flat, where * numpy.clip(drawn[..., 3], 0.05, 1), head.scale * 0.4)
    hair = hair_colours(head, person, rng)
    skull = numpy.vstack([head.local[1:16], head.arc(1.0, person["crown"])[::-1]])
    before = picture
    picture = hair_back(picture, head, person, hair, rng)
    picture = body(picture, head, person, spread_out(flat, where, head.scale * 0.8), rng)
    picture = ears(picture, head, person, skin)
    rim = polygon(head.size, head.place(curve(skull)), 1.0)
    edge = cv2.GaussianBlur(rim, (0, 0), head.scale * 0.10)
    pores = cv2.GaussianBlur(rng.standard_normal(head.size).astype(numpy.float32), (0, 0), 0.9) * 0.03
    round_off = (0.80 + 0.20 * numpy.clip(edge * 2 - 1, 0, 1) + pores)[..., None]
    inner = numpy.clip(cv2.GaussianBlur(cv2.erode(where, numpy.ones((5, 5))), (0, 0), 2.0) * 2 - 1, 0, 1)
    face = flat * inner[..., None] + skin * (1 - inner[..., None])
    picture = over(picture, face * round_off, rim)
    picture = hair_front(picture, head, person, hair, rng)
    lit = head.light(*light)[..., None]
    touched = numpy.clip(abs(picture - before).max(2, keepdims=True) / 4, 0, 1)
    return picture * (lit * touched + 1 - touched)
