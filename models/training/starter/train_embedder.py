"""Trains the embedder to answer as its teacher does; goes on from its last checkpoint."""
import argparse
import copy
import json
import os
import time

import cv2
import numpy as np
import torch
from torch import nn
from torch.nn import functional

from faces import MARGIN, SIDE, identity_of, part_of
from measure import summary
from network import TEACHER_DIMENSION, Embedder, export
from schedule import Schedule
from shards import MAP, Shards
from workers import Workers


def chosen_part(path, part):
    """Crops without margin and people's numbers of one part of the split."""
    named = np.load(path)
    people = np.array([identity_of(name) for name in named["names"]])
    keep = np.array([part_of(person) == part for person in people])
    inner = named["crops"][keep][:, MARGIN:MARGIN + SIDE, MARGIN:MARGIN + SIDE]
    return np.ascontiguousarray(inner.transpose(0, 3, 1, 2)), np.unique(people[keep], return_inverse=True)[1]


@torch.no_grad()
def embed(network, crops):
    network.eval()
    parts = []
    for start in range(0, len(crops), 64):
        batch = torch.from_numpy(crops[start:start + 64]).float().contiguous(memory_format=torch.channels_last)
        parts.append(functional.normalize(network(batch)))
    return torch.cat(parts).numpy()


class Trainer:
    def __init__(self, options):
        self.options = options
        self.workers = Workers(options.worker, options.workers, options.out)
        torch.manual_seed(options.seed)
        self.shards = Shards(options.shards, options.spread)
        self.network = Embedder().to(memory_format=torch.channels_last)
        self.average = copy.deepcopy(self.network).eval()
        self.to_map = nn.Conv2d(self.network.head[0].in_channels, MAP[0], 1)
        self.parameters = list(self.network.parameters()) + list(self.to_map.parameters())
        self.optimizer = torch.optim.AdamW(self.parameters, lr=options.rate, weight_decay=5e-4)
        self.schedule = Schedule(options.steps, os.path.join(options.out, "deadline"))
        self.agreed = 0.0
        self.curve = []
        self.checkpoint = os.path.join(options.out, "checkpoint.pt")
        if os.path.exists(self.checkpoint):
            self.load()

    def load(self):
        state = torch.load(self.checkpoint)
        for name in ("network", "average", "to_map", "optimizer"):
            getattr(self, name).load_state_dict(state[name])
        self.schedule.step, self.schedule.progress = state["step"], state["progress"]
        self.agreed = state["progress"]
        self.curve, self.shards.uses = state["curve"], state["uses"]
        if self.options.again is not None and state["progress"] >= 1:
            self.begin_again()
        elif state.get("settled"):
            self.network.settle()
        for name in self.shards.known:
            self.shards.uses.setdefault(os.path.basename(name), 0.0)

    def begin_again(self):
        """Takes the averaged weights of a finished run and learns on, as fast as at that progress."""
        self.network.load_state_dict(self.average.state_dict())
        self.optimizer = torch.optim.AdamW(self.parameters, lr=self.options.rate, weight_decay=5e-4)
        self.schedule.progress = self.agreed = self.options.again

    def save(self):
        state = {name: getattr(self, name).state_dict() for name in ("network", "average", "to_map", "optimizer")}
        state.update(settled=self.network.settled, step=self.schedule.step, progress=self.schedule.progress, curve=self.curve, uses=self.shards.uses)
        torch.save(state, self.checkpoint + ".part")
        os.replace(self.checkpoint + ".part", self.checkpoint)
        with open(os.path.join(self.options.out, "curve.json"), "w") as file:
            json.dump(self.curve, file, indent=1)

    def losses(self, batch, memory):
        """Own answer against the teacher's: direction, relations to others, and what is seen where."""
        pixels, target, maps = (torch.from_numpy(array) for array in batch)
        pixels = pixels.contiguous(memory_format=torch.channels_last)
        seen = self.network.maps(pixels)
        answer = functional.normalize(self.network.vectors(seen))
        direction = (1 - (answer * target).sum(1)).mean()
        own, wanted = answer @ memory.t(), target @ memory.t()
        relations = ((own - wanted) ** 2).mean() * 20 + 0.5 * functional.kl_div(
            functional.log_softmax(own * 16, 1), functional.softmax(wanted * 16, 1), reduction="batchmean")
        among = ((answer @ answer.t() - target @ target.t()) ** 2).mean() * 20
        places = ((self.to_map(seen) - maps) ** 2).mean()
        return direction, relations, among, places

    def settle(self):
        """Goes on from the averaged weights, the early layers fixed: steps become a third cheaper."""
        self.network.load_state_dict(self.average.state_dict())
        self.workers.share(self.network.state_dict().values())
        self.network.settle()

    def train_step(self, memory):
        options = self.options
        if self.agreed >= options.settle and not self.network.settled:
            self.settle()
        random = np.random.default_rng([options.seed, self.schedule.step, self.workers.number])
        for group in self.optimizer.param_groups:
            group["lr"] = self.schedule.rate(options.rate)
        self.network.train()
        direction, relations, among, places = self.losses(self.shards.batch(options.batch, random), memory)
        maps_weight = options.maps * (1 - 0.8 * self.schedule.progress)
        loss = 2 * direction + relations + 0.5 * among + maps_weight * places
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.agreed = self.workers.average(self.parameters, self.schedule.progress)
        self.schedule.progress = self.agreed
        self.optimizer.step()
        self.update_average()
        self.schedule.advance()
        return np.array([float(value.detach()) for value in (direction, relations, among, places)])

    @torch.no_grad()
    def update_average(self):
        keep = min(0.999, (1 + self.schedule.step) / (20 + self.schedule.step))
        for mean, new in zip(self.average.state_dict().values(), self.network.state_dict().values()):
            if mean.dtype.is_floating_point:
                mean.mul_(keep).add_(new, alpha=1 - keep)
            else:
                mean.copy_(new)

    def run(self, crops, labels):
        options = self.options
        sums, since, evaluated = np.zeros(4), 0, time.time()
        while self.agreed < 1:
            if self.schedule.step % 100 == 0 or since == 0:
                self.shards.rescan()
                memory = torch.from_numpy(self.shards.memory(4096, np.random.default_rng(self.schedule.step)))
            sums += self.train_step(memory)
            since += 1
            if self.schedule.step % 100 == 0:
                print("step %d progress %.4f, %.3f s a step, %d crops, losses %s" % (
                    self.schedule.step, self.schedule.progress, self.schedule.seconds, self.shards.size(),
                    np.round(sums / since, 4)), flush=True)
                sums, since = np.zeros(4), 0
            due = time.time() - evaluated > options.evaluate_every or self.agreed >= 1
            if due and self.workers.leads():
                evaluated = time.time()
                self.evaluate(crops, labels)
                self.save()

    def evaluate(self, crops, labels):
        result = summary(embed(self.average, crops), labels)
        result.update(step=self.schedule.step, progress=self.schedule.progress, crops=self.shards.size())
        self.curve.append(result)
        print("A", json.dumps({key: round(value, 4) for key, value in result.items()}), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shards", required=True, help="folder that bank.py and Teacher.java fill")
    parser.add_argument("--people", required=True, help="crops (faces.py) by person; part A is used to watch")
    parser.add_argument("--out", required=True, help="folder for checkpoint, curve and embedder.onnx")
    parser.add_argument("--steps", type=int, default=8000)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--workers", type=int, default=1, help="how many of these processes run together")
    parser.add_argument("--worker", type=int, default=0, help="which of them this one is")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--maps", type=float, default=1.0, help="weight of the teacher's maps at the beginning")
    parser.add_argument("--settle", type=float, default=0.65, help="progress from which the early layers stay")
    parser.add_argument("--again", type=float, help="goes on from a finished run, with the rate of this progress")
    parser.add_argument("--spread", type=float, default=1.3, help="as Teacher.java was told")
    parser.add_argument("--evaluate-every", type=float, default=300, help="seconds; the checkpoint is written then")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    crops, labels = chosen_part(options.people, "A")
    trainer = Trainer(options)
    trainer.run(crops, labels)
    if trainer.workers.leads():
        export(trainer.average.eval(), os.path.join(options.out, "embedder.onnx"))


if __name__ == "__main__":
    main()
