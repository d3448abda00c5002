"""How far a training run is and how fast it should learn."""
import math
import os
import time

WARM_UP = 200


class Schedule:
    """Progress from 0 to 1 by steps; a file 'deadline' (seconds since 1970) makes the rest longer or shorter."""

    def __init__(self, steps, deadline):
        self.steps, self.deadline = steps, deadline
        self.step, self.progress, self.seconds = 0, 0.0, None
        self.last = time.time()

    def advance(self):
        now = time.time()
        spent, self.last = now - self.last, now
        self.seconds = spent if self.seconds is None else self.seconds * 0.995 + spent * 0.005
        self.step += 1
        left = max(self.steps - self.step, 1)
        if os.path.exists(self.deadline):
            with open(self.deadline) as file:
                left = max((float(file.read()) - now) / self.seconds, 1)
        self.progress = 1.0 if left <= 1 else self.progress + (1 - self.progress) / left

    def rate(self, highest):
        return highest * min(1, (self.step + 1) / WARM_UP) * (0.5 * (1 + math.cos(math.pi * self.progress)) + 0.002)
