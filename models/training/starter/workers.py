"""Several processes that train one network together: the same steps on different crops."""
import os

import torch
from torch import distributed


class Workers:
    """One process of several on this computer; they meet through a file."""

    def __init__(self, number, count, folder):
        self.number, self.count = number, count
        if count > 1:
            distributed.init_process_group("gloo", init_method="file://" + os.path.abspath(
                os.path.join(folder, "meeting")), rank=number, world_size=count)

    def leads(self):
        return self.number == 0

    def average(self, parameters, progress):
        """Averages the gradients; answers the average of the progress, so that all agree when to stop."""
        if self.count == 1:
            return progress
        gradients = [parameter.grad for parameter in parameters if parameter.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in gradients] + [torch.tensor([progress])])
        distributed.all_reduce(flat)
        flat /= self.count
        start = 0
        for gradient in gradients:
            gradient.copy_(flat[start:start + gradient.numel()].view_as(gradient))
            start += gradient.numel()
        return float(flat[-1])

    def share(self, tensors):
        """Gives all processes what the leading one has."""
        if self.count > 1:
            for tensor in tensors:
                distributed.broadcast(tensor, 0)
