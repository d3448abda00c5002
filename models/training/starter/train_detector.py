"""Trains a detector on, to answer as its teacher does, with weight on the five points."""
import argparse
import copy
import os
import time

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from detector_network import Detector, Teacher, export
from scenes import SIDE, Scenes, every_second, people, pictures
from schedule import Schedule


# how many scenes of how many pixels a step learns from
BATCHES = ((320, 4), (480, 1), (640, 1))


class Trainer:
    def __init__(self, options, scenes):
        self.options, self.scenes = options, scenes
        self.teacher = Teacher(options.teacher)
        self.network = Detector()
        self.network.load(options.start)
        for parameter in self.network.early.parameters():
            parameter.requires_grad = False
        self.average = copy.deepcopy(self.network)
        parameters = [parameter for parameter in self.network.parameters() if parameter.requires_grad]
        self.optimizer = torch.optim.AdamW(parameters, lr=options.rate, weight_decay=1e-4)
        self.schedule = Schedule(options.steps, os.path.join(options.out, "deadline"))
        self.checkpoint = os.path.join(options.out, "checkpoint.pt")
        if os.path.exists(self.checkpoint):
            state = torch.load(self.checkpoint)
            for name in ("network", "average", "optimizer"):
                getattr(self, name).load_state_dict(state[name])
            self.schedule.step, self.schedule.progress = state["step"], state["progress"]

    def save(self):
        state = {name: getattr(self, name).state_dict() for name in ("network", "average", "optimizer")}
        torch.save(dict(state, step=self.schedule.step, progress=self.schedule.progress), self.checkpoint + ".part")
        os.replace(self.checkpoint + ".part", self.checkpoint)

    def batches(self):
        random = np.random.default_rng([self.options.seed, self.schedule.step])
        for side, count in BATCHES:
            images = [self.scenes.scene(random, side) for _ in range(count)]
            pixels = torch.from_numpy(np.stack(images).astype(np.float32)).permute(0, 3, 1, 2)
            yield pixels.contiguous(memory_format=torch.channels_last)

    def answers(self):
        """What the network says of each map of each scene, and what it should say."""
        for pixels in self.batches():
            with torch.no_grad():
                early = self.network.early((pixels - 127.5) / 64)
                wanted_levels = self.teacher(pixels)
            yield from zip(self.network.later(early), wanted_levels)

    def losses(self):
        """Against the teacher: class, object, box, and points as a share of the face's size."""
        sums, faces = [0, 0, 0, 0], 1e-3
        for own, wanted in self.answers():
            classes, objects = torch.sigmoid(wanted[:, 0]), torch.sigmoid(wanted[:, 1])
            score = classes * objects
            face = (score * (score > 0.2))[:, None]
            faces = faces + face.sum()
            size = torch.exp(wanted[:, 4:6].mean(1, keepdim=True)).clamp(1, 32)
            lost = functional.binary_cross_entropy_with_logits
            sums[0] += (lost(own[:, 0], classes, reduction="none") * (0.1 + 2 * score)).sum()
            sums[1] += (lost(own[:, 1], objects, reduction="none") * (1 + 2 * score)).sum()
            sums[2] += ((own[:, 2:6] - wanted[:, 2:6]).abs() * face).sum()
            sums[3] += ((own[:, 6:] - wanted[:, 6:]).abs() / size * face).sum()
        return [part / faces for part in sums]

    def train_step(self):
        for group in self.optimizer.param_groups:
            group["lr"] = self.schedule.rate(self.options.rate)
        parts = self.losses()
        loss = parts[0] + parts[1] + 2 * parts[2] + self.options.points * parts[3]
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 10)
        self.optimizer.step()
        with torch.no_grad():
            for mean, new in zip(self.average.parameters(), self.network.parameters()):
                mean.lerp_(new, 0.005)
        self.schedule.advance()
        return np.array([float(part.detach()) for part in parts])

    def run(self):
        sums, since, saved = np.zeros(4), 0, time.time()
        while self.schedule.progress < 1:
            sums += self.train_step()
            since += 1
            if self.schedule.step % 50 == 0:
                print("step %d progress %.4f, %.3f s a step, losses %s" % (
                    self.schedule.step, self.schedule.progress, self.schedule.seconds, np.round(sums / since, 4)),
                    flush=True)
                sums, since = np.zeros(4), 0
            if time.time() - saved > 180 or self.schedule.progress >= 1:
                saved = time.time()
                self.save()
                export(self.average, os.path.join(self.options.out, "detector.onnx"))

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--teacher", required=True, help="YuNet of fixed input size, ONNX")
    parser.add_argument("--start", required=True, help="detector to go on from, ONNX")
    parser.add_argument("--people", required=True, help="pattern of pictures named by person, to be split")
    parser.add_argument("--faces", nargs="*", default=[], help="patterns of other pictures of faces")
    parser.add_argument("--backgrounds", required=True, help="folder of pictures without faces")
    parser.add_argument("--out", required=True)
    parser.add_argument("--steps", type=int, default=18000)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--points", type=float, default=8.0, help="weight of the points")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    cv2.setNumThreads(1)
    torch.set_num_threads(options.threads)
    random = np.random.default_rng(options.seed)
    faces = people(options.people, 3000, random) + pictures(options.faces, SIDE)
    Trainer(options, Scenes(faces, every_second(options.backgrounds, 0))).run()

if __name__ == "__main__":
    main()
