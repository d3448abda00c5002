"""The embedder: a small residual network of plain convolutions, and how it is written as ONNX."""
import torch
from torch import nn
from torch.nn import functional

DIMENSION = 512
TEACHER_DIMENSION = 128
LIFT_SEED = 7


def convolution(inputs, outputs, size=3, stride=1, groups=1, active=True, padding=None):
    padding = size // 2 if padding is None else padding
    layers = [nn.Conv2d(inputs, outputs, size, stride, padding, groups=groups, bias=False), nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, nn.ReLU(inplace=True)) if active else nn.Sequential(*layers)


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.first = convolution(inputs, outputs, 3, stride)
        self.second = convolution(outputs, outputs, active=False)
        same = stride == 1 and inputs == outputs
        self.shortcut = nn.Identity() if same else convolution(inputs, outputs, 1, stride, active=False)

    def forward(self, x):
        return functional.relu(self.second(self.first(x)) + self.shortcut(x))


class Embedder(nn.Module):
    """112 x 112 crops, red first, 0..255, to vectors in the teacher's space, of any length."""

    def __init__(self, channels=(16, 32, 64, 128), blocks=(1, 1, 2, 2), last=512):
        super().__init__()
        self.stem = convolution(3, channels[0], 3, 2)
        layers = []
        inputs = channels[0]
        for stage, (outputs, count) in enumerate(zip(channels, blocks)):
            for index in range(count):
                layers.append(Block(inputs, outputs, 2 if index == 0 and stage > 0 else 1))
                inputs = outputs
        self.body = nn.Sequential(*layers)
        self.head = convolution(inputs, last, 1)
        self.everywhere = convolution(last, last, 7, groups=last, active=False, padding=0)
        self.project = nn.Sequential(nn.Conv2d(last, TEACHER_DIMENSION, 1, bias=False), nn.BatchNorm2d(TEACHER_DIMENSION))

        self.settled = False

    def early(self):
        """The layers that see most pixels: half of the work, and the first to be good enough."""
        return nn.Sequential(self.stem, *self.body[:2])

    def settle(self):
        """From now on the early layers stay as they are."""
        self.settled = True
        for parameter in self.early().parameters():
            parameter.requires_grad = False
            parameter.grad = None

    def train(self, mode=True):
        super().train(mode)
        if self.settled:
            self.early().eval()
        return self

    def maps(self, x):
        x = (x - 127.5) / 128
        if not self.settled:
            return self.body(self.stem(x))
        with torch.no_grad():
            x = self.early()(x)
        return self.body[2:](x)

    def vectors(self, maps):
        return self.project(self.everywhere(self.head(maps))).flatten(1)

    def forward(self, x):
        return self.vectors(self.maps(x))


def lift():
    """A fixed turn of the teacher's space into 512 numbers, 512 x 128: it keeps all cosines."""
    generator = torch.Generator().manual_seed(LIFT_SEED)
    return torch.linalg.qr(torch.randn(DIMENSION, TEACHER_DIMENSION, generator=generator))[0]


class Exported(nn.Module):
    """The embedder with unit vectors of 512 numbers."""

    def __init__(self, embedder):
        super().__init__()
        self.embedder = embedder
        self.lift = nn.Linear(TEACHER_DIMENSION, DIMENSION, bias=False)
        self.lift.weight.data.copy_(lift())

    def forward(self, x):
        return functional.normalize(self.lift(self.embedder(x)))


def export(embedder, path):
    example = torch.zeros(1, 3, 112, 112)
    torch.onnx.export(Exported(embedder).eval(), example, path, input_names=["input"], output_names=["embedding"],
                      opset_version=13, dynamic_axes={"input": {0: "batch"}, "embedding": {0: "batch"}})
