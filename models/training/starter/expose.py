"""Copies an ONNX file with one of its inner values as a further output, for Teacher.java."""
import argparse

import onnx


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True)
    parser.add_argument("--value", default="/features/features.14/Add_output_0",
                        help="name of the value; of the teacher that was used, its last map of 128 x 7 x 7")
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    model = onnx.load(options.model)
    if not any(options.value in node.output for node in model.graph.node):
        parser.error("the model has no value " + options.value)
    model.graph.output.append(onnx.helper.make_tensor_value_info(options.value, onnx.TensorProto.FLOAT, None))
    onnx.save(model, options.out)


if __name__ == "__main__":
    main()
