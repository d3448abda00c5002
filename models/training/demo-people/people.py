"""Who the demo people are and how one picture of them differs from the next. All of it comes from the seed."""

import cv2
import numpy

import facemodel
import paint
import portrait

WOMEN = ("Ada_North Bea_Larch Cora_Field Dina_Brook Edda_Stone Fay_Marsh Gwen_Harbor Hana_Rowan Ilka_Meadow Juna_Reed "
         "Kira_Sand Lena_Thistle Mina_Clover Nola_Birch Oda_Ridge Pia_Lake Runa_Frost Sella_Moor Tilda_Fern Una_Cliff "
         "Vera_Juniper Wilma_Creek Xenia_Barley Yrsa_Glen").split()
MEN = ("Alf_Pine Bram_Hollow Cato_Heath Dorn_Valley Egon_Slate Finn_Bay Gero_Holm Hagen_Dune Ivo_Copper Jori_West "
       "Karl_Spruce Lars_Pond Milo_East Nils_Garnet Otto_Plain Pavo_Summit Rolf_Amber Sven_Delta Timo_Quarry Udo_Grove "
       "Veit_Canyon Wim_Orchard Yannis_Prairie Zeno_Lagoon").split()
EYES = numpy.array([(92, 62, 42), (72, 96, 116), (84, 100, 74), (60, 42, 32), (110, 84, 50)], float)
SIZES = ((400, 480), (440, 540), (420, 420), (540, 420), (400, 500), (480, 560))  # width, height


def ramp(colours, at):
    low = min(int(at), len(colours) - 2)
    return colours[low] * (1 - at + low) + colours[low + 1] * (at - low)


class Model:
    """The statistical model, and its rows taken apart into shape and texture."""

    def __init__(self, parts):
        self.mesh = facemodel.Mesh(parts["mean"])
        self.effect, self.axes, self.mixing = parts["effect"], parts["axes"], parts["mixing"]
        self.names = ("mean",) + facemodel.NUISANCE + facemodel.ATTRIBUTES

    def split(self, row):
        texture = numpy.zeros((facemodel.HEIGHT, facemodel.WIDTH), numpy.float32)
        texture[self.mesh.inside > 0] = row[136:]
        return (row[:136] / 60).reshape(68, 2), texture

    def average(self, **amounts):
        return self.split(self.effect[0] + sum(self.effect[self.names.index(n)] * a for n, a in amounts.items()))

    def share(self, coefficients):
        """The largest share of one source person in the mixture (of the sum of squared weights)."""
        weights = (self.mixing @ coefficients) ** 2
        return float(weights.max() / weights.sum())


class Person:
    """An invented identity: a random mixture of everybody, made more symmetric, with colours and hair of its own."""

    def __init__(self, model, seed, number, strength):
        rng = numpy.random.default_rng([seed, number])
        self.number, self.model = number, model
        self.female = bool(number % 2)
        self.age = rng.uniform(-1.5, 1.9)
        coefficients = (rng.standard_normal(model.axes.shape[0]) * strength).astype(numpy.float32)
        self.share = model.share(coefficients)
        shape, texture = model.split(coefficients @ model.axes)
        mirrored = (shape * (-1, 1))[facemodel.MIRROR]
        self.shape = 0.9 * (shape + mirrored) / 2 + 0.1 * shape
        self.texture = (0.85 * (texture + texture[:, ::-1]) / 2 + 0.15 * texture) * self._calm()
        self.look = self._look(rng)

    def _calm(self):
        """Less variation inside the mouth: teeth of many people do not mix."""
        mouth = paint.polygon((facemodel.HEIGHT, facemodel.WIDTH), self.model.mesh.points[60:68], 1.5)
        return 1 - 0.6 * mouth

    def _look(self, rng):
        tone = rng.uniform(0, 7)
        skin = ramp(portrait.SKIN, tone)
        dark_haired = tone > 3.2
        hair = portrait.HAIR[rng.integers(0, 3 if dark_haired else 7)] * rng.uniform(0.9, 1.1)
        brow = hair * 0.85
        if self.age > 1.0 and rng.random() < 0.75:
            hair = portrait.HAIR[rng.integers(7, 9)]
        style = "long" if self.female else str(rng.choice(["short", "short", "receding", "bald"]))
        return {
            "skin": skin, "hair": hair, "brow": brow, "style": style,
            "eyes": EYES[rng.choice([0, 3]) if dark_haired else rng.integers(len(EYES))],
            "lips": rng.uniform(0.9, 1.7) if self.female else rng.uniform(0.4, 0.8),
            "neck": rng.uniform(0.50, 0.56) if self.female else rng.uniform(0.60, 0.70),
            "shoulders": rng.uniform(1.85, 2.05) if self.female else rng.uniform(2.2, 2.5),
            "length": float(rng.choice([0, 1.05, 1.5, 2.2, 2.8])) if self.female else 0.0,
            "wave": rng.uniform(0, 0.07), "part": rng.uniform(-0.8, 0.8), "volume": rng.uniform(0.03, 0.15),
            "line": rng.uniform(0.58, 0.70), "parted": rng.uniform(0, 0.16 if self.female else 0.06),
            "corner": rng.uniform(2.0, 4.5), "fringe": rng.uniform(-1, 1), "crown": 0.92,
        }

    def posed(self, take):
        """Shape and texture of this person in the pose, expression and light of the take."""
        shape, texture = self.model.average(
            female=1.15 if self.female else -0.75, age=self.age, sharp=1.0,
            **{name: take[name] for name in ("yaw", "pitch", "open", "smile", "light_x", "light_y")})
        texture = texture + self.texture
        texture = cv2.addWeighted(texture, 1.7, cv2.GaussianBlur(texture, (0, 0), 2), -0.7, 0)
        grey = 1 + 0.235 * texture
        return shape + self.shape, numpy.where(grey > 1.08, 1.08 + 0.3 * numpy.tanh((grey - 1.08) / 0.3), grey)


def take(rng, reach):
    """What is particular about one picture; reach says how far from plain it may go."""
    towards = numpy.array([rng.uniform(-0.8, 0.8) * reach, rng.uniform(-0.7, 0.1), 0.85])
    return {
        "yaw": rng.uniform(-2.1, 2.1) * reach, "pitch": rng.uniform(-1.2, 1.2) * reach,
        "open": rng.uniform(-0.5, 0.8) * reach, "smile": rng.uniform(-0.8, 1.5) * reach,
        "light_x": rng.uniform(-1.3, 1.3) * reach, "light_y": rng.uniform(-1, 1) * reach,
        "light": (towards / numpy.linalg.norm(towards), rng.uniform(0.25, 0.6)),
        "turn": rng.uniform(-0.14, 0.14) * reach, "gain": rng.uniform(0.86, 1.08), "gamma": rng.uniform(0.88, 1.15),
        "tint": 1 + rng.uniform(-0.03, 0.03, 3), "blur": rng.uniform(0, 0.9) * reach, "noise": rng.uniform(1.0, 4.0),
        "cloth": portrait.CLOTHES[rng.integers(len(portrait.CLOTHES))], "collar": rng.uniform(0.0, 0.5),
        "hem": False,
    }


def finish(picture, this, rng):
    """Exposure, colour cast, blur and noise of a camera."""
    picture = numpy.clip(picture * this["gain"] * this["tint"], 0, 400) / 255
    picture = numpy.where(picture > 0.85, 0.85 + 0.15 * numpy.tanh((picture - 0.85) / 0.15), picture) ** this["gamma"]
    if this["blur"] > 0.3:
        picture = cv2.GaussianBlur(picture, (0, 0), this["blur"])
    grain = rng.standard_normal(picture.shape[:2])[..., None] * 0.8 + rng.standard_normal(picture.shape) * 0.4
    return numpy.clip(picture * 255 + grain * this["noise"], 0, 255).astype(numpy.uint8)


def place(person, picture, this, scale, centre, rng):
    """Draws the person into the picture; gives the picture and the box of the face."""
    shape, grey = person.posed(this)
    head = portrait.Head(shape, picture.shape[:2], scale, this["turn"], centre)
    look = person.look | {name: this[name] for name in ("cloth", "collar", "hem")}
    picture = portrait.draw(picture, person.model.mesh, head, grey.astype(numpy.float32), look, rng, this["light"])
    outline = numpy.vstack([head.shape[:17], head.place(head.arc(0.9, 0.56))])
    low, high = outline.min(0), outline.max(0)
    return picture, [float(v) for v in (low[0], low[1], high[0] - low[0], high[1] - low[1])]


def single(person, seed, number, attempt, zoom=1.0):
    """The picture with that number of one person."""
    rng = numpy.random.default_rng([seed, person.number, number, attempt])
    this = take(rng, 0.35 if number == 1 else 1 - 0.06 * attempt)
    width, height = SIZES[0] if number == 1 else SIZES[rng.integers(len(SIZES))]
    width, height = int(width * zoom), int(height * zoom)
    scale = min(width, height) * (0.20 if number == 1 else rng.uniform(0.15, 0.235))
    centre = (width * 0.5 + rng.uniform(-0.5, 0.5) * (width - 3.2 * scale) * 0.5,
              height * 0.5 + rng.uniform(-0.12, 0.35) * scale)
    picture, box = place(person, paint.background(rng, height, width), this, scale, centre, rng)
    return finish(picture, this, rng), box


def group(people, seed, number, attempt):
    """Several people in one picture, the small ones behind."""
    rng = numpy.random.default_rng([seed, 7777, number, attempt])
    width, height = 640, 440 if len(people) > 3 else 420
    picture = paint.background(rng, height, width)
    step = width / len(people)
    scales = rng.uniform(0.20, 0.30, len(people)) * min(step, 190)
    common = take(rng, 1.0)
    boxes = [None] * len(people)
    for index in numpy.argsort(scales):
        this = take(rng, 1.0) | {"light": common["light"], "turn": rng.uniform(-0.1, 0.1), "hem": True}
        centre = (step * (index + 0.5) + rng.uniform(-0.06, 0.06) * step, height * (0.42 + rng.uniform(-0.1, 0.1)))
        picture, boxes[index] = place(people[index], picture, this, scales[index], centre, rng)
    return finish(picture, common | {"blur": 0, "noise": 1.5}, rng), boxes


def landscape(seed, number):
    """Sky, hills and meadow: a picture without a face."""
    rng = numpy.random.default_rng([seed, 8888, number])
    width, height = 320, 240
    rows = numpy.linspace(0, 1, height)[:, None, None]
    sky = numpy.array([120, 165, 220]) * (1 - rows) + numpy.array([235, 225, 205]) * rows
    picture = sky + numpy.zeros((height, width, 3))
    columns = numpy.arange(width)
    for layer in range(5):
        near = (layer + 1) / 5
        line = height * (0.45 + 0.09 * layer) + sum(
            rng.uniform(4, 16) / k * numpy.sin(columns * k / rng.uniform(30, 60) + rng.uniform(0, 6))
            for k in (1, 2, 3))
        colour = numpy.array([150, 170, 180]) * (1 - near) + numpy.array([70, 110, 50]) * near + rng.uniform(-10, 10, 3)
        below = (numpy.arange(height)[:, None] > line)[..., None]
        texture = 1 + paint.smooth_noise(rng, height, width, 50)[..., None] * 0.05 * near
        picture = numpy.where(below, colour * texture, picture)
    return numpy.clip(picture + rng.standard_normal(picture.shape) * 2, 0, 255).astype(numpy.uint8)
