"""Makes the demo people from a folder of grey face pictures and a few public models. README.md says how to run it."""

import argparse
import json
import pathlib
import shutil

import numpy
from PIL import Image

import facemodel
import people
from measure import Models, overlap, separation

FAR_THRESHOLD = 0.35  # of the teacher, at a false accept rate of 1e-3
CANDIDATE_LIMIT = 0.335  # leaves room for pose and light
ROUNDS = 8
SPARE = 1.3  # so many more identities are drawn than wanted
PICTURES = 5


def options():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("pictures", "onnxruntime", "detector", "second-detector", "landmarks", "age", "teacher",
                 "second-embedder", "work", "out"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--candidates", type=int, default=900)
    parser.add_argument("--identities", type=int, default=36)
    parser.add_argument("--strength", type=float, default=1.0)
    return parser.parse_args()


def save(picture, file, quality):
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(file, quality=quality, optimize=True, subsampling=2)


def sources(given, models):
    """FaceTool's answers about the pictures, and the model made of them; both kept in the work folder."""
    analysis = models.work / "sources.jsonl"
    if not analysis.exists():
        files = sorted(pathlib.Path(given.pictures).rglob("*.jpg"))
        models.run("sources", files, [f"detector={given.detector}", "border=0.25"] + models.source)
    kept = models.work / "model.npz"
    if not kept.exists():
        parts = facemodel.build(facemodel.read_faces(analysis), 400)
        numpy.savez(kept, **parts)
    real = numpy.array([f["imagenet"] for f in facemodel.read_faces(analysis, one_each=False)])
    parts = dict(numpy.load(kept))
    return people.Model(parts), real, int(parts["people"])


def candidates(given, model, models, real):
    """Identities that both detectors find, that look like their gender and resemble nobody of the sources."""
    drawn = [people.Person(model, given.seed, number, given.strength) for number in range(given.candidates)]
    files = [models.work / "candidates" / f"{p.number}.jpg" for p in drawn]
    answers = models.kept("candidates", files)
    if answers is None:
        for person, file in zip(drawn, files):
            save(people.single(person, given.seed, 1, 0, zoom=0.5)[0], file, 90)
        answers = models.analyse("candidates", files, extra=[models.age])
    result = []
    for person, answer in zip(drawn, answers):
        if len(answer["faces"]) != 1 or answer["faces"][0]["score"] < 0.75:
            continue
        face = answer["faces"][0]
        person.vectors = {name: numpy.array(face[name]) for name in ("imagenet", "raw")}
        person.real = float((real @ person.vectors["imagenet"]).max())
        if (face["female"] > 0.5) == person.female and person.real < CANDIDATE_LIMIT:
            result.append(person)
    print(f"{len(result)} of {len(drawn)} candidates are usable")
    return result


def choose(pool, count):
    """As many women as men, each the one least like those already chosen."""
    chosen = [min(pool, key=lambda p: p.real)]
    while len(chosen) < count:
        wanted = sum(p.female for p in chosen) * 2 < len(chosen)
        rest = [p for p in pool if p not in chosen and p.female == wanted]
        if not rest:
            break

        def likeness(person):
            return max(max(float(person.vectors[n] @ c.vectors[n]) for n in ("imagenet", "raw")) for c in chosen)
        chosen.append(min(rest, key=likeness))
    women, men = iter(people.WOMEN), iter(people.MEN)
    for person in chosen:
        person.name = next(women if person.female else men)
    return sorted(chosen, key=lambda p: p.name)


class Album:
    """All single pictures with what the models say about them."""

    def __init__(self, given, models, cast, real):
        self.given, self.models, self.real = given, models, real
        self.cast = {p.name: p for p in cast}
        self.attempts = {(p.name, n): 0 for p in cast for n in range(1, PICTURES + 1)}
        self.boxes, self.faces = {}, {}

    def file(self, key):
        return pathlib.Path(self.given.out) / "people" / key[0] / f"{key[1]}.jpg"

    def draw(self, keys):
        for key in keys:
            picture, box = people.single(self.cast[key[0]], self.given.seed, key[1], self.attempts[key])
            rng = numpy.random.default_rng([self.given.seed, key[1], self.attempts[key]])
            save(picture, self.file(key), int(rng.integers(70, 86)))
            self.boxes[key] = box
        for detector in ("first", "second"):
            answers = self.models.analyse(f"album-{detector}", [self.file(k) for k in keys], detector)
            for key, answer in zip(keys, answers):
                self.faces[key, detector] = answer["faces"]

    def found(self, key):
        return all(len(self.faces[key, d]) == 1 and self.faces[key, d][0]["score"] > 0.6
                   and overlap(self.faces[key, d][0]["box"], self.boxes[key]) > 0.5 for d in ("first", "second"))

    def vector(self, key, embedder, detector="first"):
        return numpy.array(self.faces[key, detector][0][embedder])

    def faulty(self):
        """Pictures to draw again: no single face, like a real person, or not like the person's other pictures."""
        bad = {key for key in self.attempts if not self.found(key)}
        good = [key for key in self.attempts if key not in bad]
        for key in good:
            if self.likeness(key) >= FAR_THRESHOLD:
                bad.add(key)
        for embedder in ("imagenet", "raw"):
            cosines = numpy.array([self.vector(k, embedder) for k in good])
            cosines = cosines @ cosines.T
            names = numpy.array([k[0] for k in good])
            together = names[:, None] == names[None]
            for i, key in enumerate(good):
                own = numpy.delete(cosines[i, together[i]], int(together[i, :i].sum()))
                if own.size and numpy.sort(own)[: max(1, own.size - 1)].mean() < cosines[i, ~together[i]].max() + 0.15:
                    bad.add(key)
        return sorted(bad)

    def likeness(self, key, detector="first"):
        return float((self.real @ self.vector(key, "imagenet", detector)).max())

    def settle(self):
        self.draw(list(self.attempts))
        for number in range(ROUNDS):
            bad = self.faulty()
            print(f"round {number}: {len(bad)} pictures to draw again")
            if not bad:
                break
            for key in bad:
                self.attempts[key] += 1
            self.draw(bad)
        for name in sorted({key[0] for key in self.faulty()}):
            self.drop(name)
        while len(self.cast) > self.given.identities:
            self.drop(self.least_distinct())

    def drop(self, name):
        print(f"{name} is given up")
        shutil.rmtree(self.file((name, 1)).parent)
        del self.cast[name]
        self.attempts = {k: v for k, v in self.attempts.items() if k[0] != name}

    def least_distinct(self):
        """Who is most like somebody else, of the gender there is more of."""
        keys = list(self.attempts)
        more = sum(p.female for p in self.cast.values()) * 2 >= len(self.cast)
        names = numpy.array([k[0] for k in keys])
        apart = names[:, None] != names[None]
        worst = numpy.zeros(len(keys))
        for embedder in ("imagenet", "raw"):
            vectors = numpy.array([self.vector(k, embedder) for k in keys])
            worst = numpy.maximum(worst, (vectors @ vectors.T * apart).max(1))
        return max((w, n) for w, n in zip(worst, names) if self.cast[n].female == more)[1]


def groups(given, models, album):
    """Three pictures of several people, drawn until both detectors find exactly them."""
    names = list(album.cast)
    rng = numpy.random.default_rng([given.seed, 5])
    result = []
    for number, count in enumerate((3, 4, 6), 1):
        members = [album.cast[n] for n in rng.choice(names, count, replace=False)]
        file = pathlib.Path(given.out) / "groups" / f"group-{number}.jpg"
        for attempt in range(20):
            picture, boxes = people.group(members, given.seed, number, attempt)
            save(picture, file, 82)
            found = [models.analyse("group", [file], d)[0]["faces"] for d in ("first", "second")]
            if all(len(f) == count and all(max(overlap(b, g["box"]) for g in f) > 0.5 for b in boxes) for f in found) \
                    and recognised(album, members, boxes, found[0]):
                break
        else:
            raise SystemExit(f"no group picture of {count} people came out well")
        result.append({"file": f"groups/{file.name}", "faces": [
            box_entry(m.name, b) for m, b in zip(members, boxes)]})
    return result


def recognised(album, members, boxes, found):
    """Whether each face is most like the first picture of its own person, and like nobody of the sources."""
    for member, box in zip(members, boxes):
        face = max(found, key=lambda f: overlap(box, f["box"]))
        if (album.real @ numpy.array(face["imagenet"])).max() >= FAR_THRESHOLD:
            return False
        for embedder in ("imagenet", "raw"):
            scores = {n: float(album.vector((n, 1), embedder) @ numpy.array(face[embedder])) for n in album.cast}
            if max(scores, key=scores.get) != member.name:
                return False
    return True


def box_entry(name, box):
    return {"name": name} | dict(zip(("x", "y", "width", "height"), [round(v, 1) for v in box]))


def report(album, used):
    keys = sorted(album.attempts)
    names = [k[0] for k in keys]
    likeness = [album.likeness(k) for k in keys]
    result = {
        "source_people": used, "identities": len(album.cast), "pictures": len(keys),
        "largest_share_of_one_source": max(p.share for p in album.cast.values()),
        "likeness_to_sources_mean": float(numpy.mean(likeness)),
        "source_pictures": len(album.real),
    }
    for detector in ("first", "second"):
        result[f"likeness_to_sources_{detector}_max"] = max(album.likeness(k, detector) for k in keys)
        result[f"box_overlap_{detector}_min"] = min(
            overlap(album.boxes[k], album.faces[k, detector][0]["box"]) for k in keys)
        for embedder in ("imagenet", "raw"):
            result[f"{detector}/{embedder}"] = separation([album.vector(k, embedder, detector) for k in keys], names)
    return result


def main():
    given = options()
    models = Models(given)
    models.work.mkdir(parents=True, exist_ok=True)
    model, real, used = sources(given, models)
    cast = choose(candidates(given, model, models, real), round(given.identities * SPARE))
    album = Album(given, models, cast, real)
    album.settle()
    entries = [{"file": f"people/{k[0]}/{k[1]}.jpg", "faces": [box_entry(k[0], album.boxes[k])]}
               for k in sorted(album.attempts)]
    entries += groups(given, models, album)
    out = pathlib.Path(given.out)
    landscapes = [out / "no-face" / f"landscape-{number}.jpg" for number in (1, 2)]
    for number, file in enumerate(landscapes, 1):
        save(people.landscape(given.seed, number), file, 80)
    for detector in ("first", "second"):
        if any(answer["faces"] for answer in models.analyse("no-face", landscapes, detector)):
            raise SystemExit("a detector sees a face in a landscape")
    entries += [{"file": f"no-face/{file.name}", "faces": []} for file in landscapes]
    lines = ",\n".join("  " + json.dumps(entry) for entry in entries)
    (out / "boxes.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    numbers = json.dumps(report(album, used), indent=2)
    (models.work / "report.json").write_text(numbers + "\n", encoding="utf-8")
    print(numbers)


if __name__ == "__main__":
    main()
