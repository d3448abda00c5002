"""A statistical model of face shape and grey texture: many people in, an average and its variations out.

No one person can be drawn again from it: identities are random mixtures of everybody (`people.Person`)."""

import json

import cv2
import numpy
from scipy.spatial import Delaunay

WIDTH, HEIGHT = 184, 216
SCALE, CENTRE = 74.0, (91.5, 122.0)  # of the mean shape (unit: root mean square radius) inside the texture frame
FOREHEAD = 9
NUISANCE = ("yaw", "pitch", "open", "smile", "light_x", "light_y", "sharp")
ATTRIBUTES = ("female", "age")


def extend(shape):
    """The 68 points plus an arc over the forehead, a linear function of the 68."""
    centre = (shape[0] + shape[16]) / 2
    half = (shape[16] - shape[0]) / 2
    up = (shape[27] - shape[8]) * 0.66
    turn = numpy.linspace(0, numpy.pi, FOREHEAD + 2)[1:-1, None]
    return numpy.vstack([shape, centre - numpy.cos(turn) * half + numpy.sin(turn) * up])


def align(shape, reference):
    """The shape moved, turned and scaled onto the reference by least squares."""
    p = shape - shape.mean(0)
    q = reference - reference.mean(0)
    z, w = p[:, 0] + 1j * p[:, 1], q[:, 0] + 1j * q[:, 1]
    factor = (numpy.conj(z) * w).sum() / (abs(z) ** 2).sum()
    r = z * factor
    return numpy.stack([r.real, r.imag], 1)


def proxies(shape):
    """Pose and expression read off an aligned shape, in shares of face size."""
    eyes = (shape[36:42].mean(0) + shape[42:48].mean(0)) / 2
    between = numpy.linalg.norm(shape[42:48].mean(0) - shape[36:42].mean(0))
    ears = (shape[0] + shape[16]) / 2
    width = numpy.linalg.norm(shape[16] - shape[0])
    return {
        "yaw": (shape[27:31, 0].mean() - ears[0]) / width,
        "pitch": (ears[1] - eyes[1]) / between,
        "open": (shape[66, 1] - shape[62, 1]) / between,
        "smile": (shape[54, 0] - shape[48, 0]) / between - 0.8 * (shape[[48, 54], 1].mean() - shape[51, 1]) / between,
    }


class Mesh:
    """Triangles over the mean shape, and the two warps they allow."""

    def __init__(self, mean):
        self.points = frame(extend(mean))
        self.triangles = Delaunay(self.points).simplices
        self.inside = numpy.zeros((HEIGHT, WIDTH), numpy.uint8)
        outline = numpy.vstack([self.points[:17], self.points[68:][::-1]])
        cv2.fillPoly(self.inside, [numpy.round(outline).astype(numpy.int32)], 1)
        self.index, self.weights = self._cells(self.points, (HEIGHT, WIDTH))

    def _cells(self, points, size):
        index = numpy.full(size, -1, numpy.int32)
        weights = numpy.zeros(size + (3,), numpy.float32)
        for number, triangle in enumerate(self.triangles):
            corner = points[triangle]
            x0, y0 = numpy.maximum(numpy.floor(corner.min(0)).astype(int), 0)
            x1, y1 = numpy.minimum(numpy.ceil(corner.max(0)).astype(int) + 1, (size[1], size[0]))
            if x1 <= x0 or y1 <= y0:
                continue
            base = numpy.vstack([corner.T, numpy.ones(3)])
            if abs(numpy.linalg.det(base)) < 1e-9:
                continue
            xs, ys = numpy.meshgrid(numpy.arange(x0, x1), numpy.arange(y0, y1))
            grid = numpy.stack([xs.ravel(), ys.ravel(), numpy.ones(xs.size)])
            w = (numpy.linalg.inv(base) @ grid).T.reshape(ys.shape + (3,))
            hit = (w >= -1e-6).all(2)
            index[y0:y1, x0:x1][hit] = number
            weights[y0:y1, x0:x1][hit] = w[hit]
        return index, weights

    @staticmethod
    def _map(index, weights, triangles, points):
        where = (points[triangles[index]] * weights[..., None]).sum(2).astype(numpy.float32)
        where[index < 0] = -9999
        return where[..., 0], where[..., 1]

    def unwarp(self, picture, shape):
        """The face of a picture (shape in its pixels) in the mean frame."""
        x, y = self._map(self.index, self.weights, self.triangles, extend(shape))
        flat = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        return flat.astype(numpy.float32) * self.inside

    def warp(self, layer, shape, size):
        """A layer of the mean frame drawn where the shape says, and the mask of where that is."""
        index, weights = self._cells(extend(shape), size)
        x, y = self._map(index, weights, self.triangles, self.points)
        drawn = cv2.remap(layer, x, y, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        return drawn, (index >= 0).astype(numpy.float32)


def frame(shape):
    return shape * SCALE + numpy.array(CENTRE)


def read_faces(analysis, one_each=True):
    """The usable faces of FaceTool's answers, one picture a person (the person is the file name less its number)."""
    people = {}
    with open(analysis, encoding="utf-8") as lines:
        for line in lines:
            answer = json.loads(line)
            faces = [f for f in answer["faces"] if f["score"] > 0.7]
            if len(faces) != 1:
                continue
            person = answer["file"].rsplit("/", 1)[-1].rsplit("_", 1)[0]
            if one_each and person in people:
                continue
            face = faces[0]
            face["file"] = answer["file"]
            face["shape"] = numpy.array(face["landmarks"]).reshape(-1, 2)
            people[person if one_each else answer["file"]] = face
    return [people[name] for name in sorted(people)]


def mean_shape(shapes):
    mean = shapes[0] - shapes[0].mean(0)
    for _ in range(5):
        mean = numpy.mean([align(s, mean) for s in shapes], 0)
        eyes = mean[42:48].mean(0) - mean[36:42].mean(0)
        turn = numpy.array([[eyes[0], -eyes[1]], [eyes[1], eyes[0]]]) / numpy.linalg.norm(eyes)
        mean = mean @ turn
        mean = (mean + (mean * (-1, 1))[MIRROR]) / 2
        mean /= numpy.sqrt((mean**2).sum(1).mean())
    return mean


MIRROR = numpy.array(
    list(range(16, -1, -1)) + list(range(26, 16, -1)) + [27, 28, 29, 30, 35, 34, 33, 32, 31]
    + [45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40] + [54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55]
    + [64, 63, 62, 61, 60, 67, 66, 65])


def spectacles(texture, points):
    """How much edge there is where a bridge of spectacles would be."""
    x, y = points[27]
    size = (points[42, 0] - points[39, 0]) * 0.30
    patch = texture[int(y - size):int(y + 1.6 * size), int(x - size):int(x + size)]
    smooth = cv2.GaussianBlur(patch, (0, 0), 1)
    return float(abs(numpy.diff(smooth, axis=0)).mean(1).max())


def build(faces, components, least=1500):
    """The model of the faces: mean, how pose, light and attributes act, and the main axes of what is left."""
    mean = mean_shape([f["shape"] for f in faces])
    mesh = Mesh(mean)
    rows, shapes, textures, edges = [], [], [], []
    core = cv2.erode(mesh.inside, numpy.ones((9, 9))) > 0
    core[: int(mesh.points[19, 1]) - 8] = False
    ys, xs = numpy.nonzero(core)
    for face in faces:
        aligned = align(face["shape"], mean)
        row = proxies(aligned)
        if abs(row["yaw"]) > 0.13:
            continue
        texture = mesh.unwarp(cv2.imread(face["file"], cv2.IMREAD_GRAYSCALE), face["shape"])
        level, spread = texture[core].mean(), texture[core].std()
        texture = (texture - level) / spread * mesh.inside
        values = texture[core]
        row["light_x"] = float(numpy.polyfit(xs - xs.mean(), values, 1)[0])
        row["light_y"] = float(numpy.polyfit(ys - ys.mean(), values, 1)[0])
        row["sharp"] = float(numpy.log(cv2.Laplacian(texture, cv2.CV_32F)[core].std()))
        row["female"], row["age"] = face["female"], min(face["age"], 80) / 50 - 0.8
        rows.append([row[name] for name in NUISANCE + ATTRIBUTES])
        shapes.append(aligned.ravel())
        textures.append(texture[mesh.inside > 0])
        edges.append(spectacles(texture, mesh.points))
    keep = numpy.array(edges) < numpy.quantile(edges, 0.75)
    rows = numpy.array(rows)[keep]
    assert len(rows) >= least, f"only {len(rows)} people"
    joint = numpy.hstack([numpy.array(shapes)[keep] * 60, numpy.array(textures)[keep]]).astype(numpy.float32)
    centre, spread = rows.mean(0), rows.std(0)
    design = numpy.hstack([numpy.ones((len(rows), 1)), (rows - centre) / spread])
    effect = numpy.linalg.lstsq(design, joint, rcond=None)[0].astype(numpy.float32)
    joint -= (design @ effect).astype(numpy.float32)
    values, vectors = numpy.linalg.eigh(joint @ joint.T)
    order = numpy.argsort(values)[::-1][:components]
    axes = (vectors[:, order].T @ joint) / numpy.sqrt(len(rows))
    shares = numpy.sqrt(values[order]) / numpy.sqrt(len(rows))
    return {
        "mean": mean, "effect": effect, "axes": axes.astype(numpy.float32), "people": len(rows), "shares": shares,
        "mixing": vectors[:, order].astype(numpy.float32), "explained": values[order].sum() / values.sum(),
    }
