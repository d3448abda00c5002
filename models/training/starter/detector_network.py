"""The detector (weights of an ONNX file, batch normalisation already folded in) and its teacher."""
import onnx
import torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

STRIDES = (8, 16, 32)
HEADS = (("cls", 0, 1), ("obj", 1, 2), ("bbox", 2, 6), ("kps", 6, 16))


def convolution(inputs, outputs, size=3, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, size, stride, size // 2), nn.ReLU(inplace=True))


def pair(inputs, outputs):
    return nn.Sequential(convolution(inputs, outputs, stride=2), convolution(outputs, outputs))


class Surroundings(nn.Module):
    """Lets the coarsest map see as far as a face that fills a large picture reaches; does nothing at first."""

    def __init__(self, channels):
        super().__init__()
        self.far = nn.Sequential(nn.Conv2d(channels, channels, 3, 1, 2, dilation=2), nn.ReLU(inplace=True))
        self.further = nn.Conv2d(channels, channels, 3, 1, 4, dilation=4)
        nn.init.zeros_(self.further.weight)
        nn.init.zeros_(self.further.bias)

    def forward(self, x):
        return functional.relu(x + self.further(self.far(x)))


class Detector(nn.Module):
    """Per stride a map of 16 channels: class and object (before the sigmoid), box, five points."""

    def __init__(self):
        super().__init__()
        self.early = nn.Sequential(convolution(3, 16, stride=2), pair(16, 24))
        self.stage3, self.stage4, self.stage5 = pair(24, 40), pair(40, 56), pair(56, 64)
        self.surroundings = Surroundings(64)
        self.side5, self.side4, self.side3 = convolution(64, 48, 1), convolution(56, 48, 1), convolution(40, 48, 1)
        self.heads = nn.ModuleList(nn.Sequential(convolution(48, 48), nn.Conv2d(48, 16, 3, 1, 1)) for _ in STRIDES)

    def forward(self, x):
        return self.later(self.early((x - 127.5) / 64))

    def later(self, x):
        third = self.stage3(x)
        fourth = self.stage4(third)
        coarse = self.side5(self.surroundings(self.stage5(fourth)))
        middle = self.side4(fourth) + functional.interpolate(coarse, scale_factor=2.0, mode="nearest")
        fine = self.side3(third) + functional.interpolate(middle, scale_factor=2.0, mode="nearest")
        return [head(level) for head, level in zip(self.heads, (fine, middle, coarse))]

    def load(self, path):
        """Takes the weights of an exported detector: its convolutions are in the order of this module's.

        One of before version 0.4.0 saw no surroundings."""
        graph = onnx.load(path).graph
        weights = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy()) for tensor in graph.initializer}
        nodes = [node for node in graph.node if node.op_type == "Conv"]
        modules = [module for module in self.modules() if isinstance(module, nn.Conv2d)]
        if len(nodes) < len(modules):
            new = list(self.surroundings.modules())
            modules = [module for module in modules if not any(module is other for other in new)]
        for node, module in zip(nodes, modules, strict=True):
            module.weight.data.copy_(weights[node.input[1]])
            module.bias.data.copy_(weights[node.input[2]])


class Exported(nn.Module):
    """The detector with YuNet's outputs."""

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, x):
        levels = [level.permute(0, 2, 3, 1).reshape(x.shape[0], -1, 16) for level in self.detector(x)]
        answers = []
        for name, start, end in HEADS:
            parts = [level[..., start:end] for level in levels]
            answers += [torch.sigmoid(part) for part in parts] if name in ("cls", "obj") else parts
        return tuple(answers)


def export(detector, path):
    names = ["%s_%d" % (name, stride) for name, _, _ in HEADS for stride in STRIDES]
    axes = {"input": {0: "batch", 2: "height", 3: "width"}, **{name: {0: "batch", 1: "n"} for name in names}}
    torch.onnx.export(Exported(detector).eval(), torch.zeros(1, 3, 320, 320), path, input_names=["input"],
                      output_names=names, opset_version=13, dynamic_axes=axes)


class Teacher:
    """Runs the convolutions of a detector with YuNet's outputs, up to the sigmoids."""

    def __init__(self, path):
        graph = onnx.load(path).graph
        self.weights = {tensor.name: torch.from_numpy(numpy_helper.to_array(tensor).copy())
                        for tensor in graph.initializer}
        self.nodes = [node for node in graph.node if node.op_type in ("Conv", "Relu", "MaxPool", "Resize", "Add")]
        makers = {output: node for node in graph.node for output in node.output}
        self.levels = []
        for stride in STRIDES:
            names = []
            for name, _, _ in HEADS:
                node = makers["%s_%d" % (name, stride)]
                while node.op_type != "Conv":
                    node = makers[node.input[0]]
                names.append(node.output[0])
            self.levels.append(names)

    @torch.no_grad()
    def __call__(self, x):
        values = {"input": x}
        for node in self.nodes:
            values[node.output[0]] = self._run(node, values)
        return [torch.cat([values[name] for name in names], 1) for names in self.levels]

    def _run(self, node, values):
        first = values[node.input[0]]
        if node.op_type == "Conv":
            settings = {item.name: item.i or list(item.ints) for item in node.attribute}
            return functional.conv2d(first, self.weights[node.input[1]], self.weights[node.input[2]],
                                     settings["strides"], settings["pads"][:2], 1, settings["group"])
        if node.op_type == "Relu":
            return functional.relu(first)
        if node.op_type == "MaxPool":
            return functional.max_pool2d(first, 2)
        if node.op_type == "Resize":
            return functional.interpolate(first, scale_factor=2.0, mode="nearest")
        return first + values[node.input[1]]
