package org.semblance.vision.product;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The two graphs as ONNX files, written field by field: one operation each is too little to ship a file for. */
final class ProductGraph {
    static final String LEFT = "left";
    static final String RIGHT = "right";
    static final String COUNT = "count";
    static final String PRODUCTS = "products";
    static final String BEST = "best";
    static final String ROWS = "rows";

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 13;
    private static final int FLOAT = 1;
    private static final int LONG = 7;
    private static final int INTEGER = 2;

    private ProductGraph() {}

    /** Left times transposed right: every product. */
    static byte[] all() {
        return model(new Message()
                .with(1, product())
                .with(2, "all")
                .with(11, value(LEFT, FLOAT, 2))
                .with(11, value(RIGHT, FLOAT, 2))
                .with(12, value(PRODUCTS, FLOAT, 2)));
    }

    /** The best of them, in order. */
    static byte[] best() {
        var select = new Message()
                .with(1, PRODUCTS)
                .with(1, COUNT)
                .with(2, BEST)
                .with(2, ROWS)
                .with(4, "TopK")
                .with(5, number("axis", 1))
                .with(5, number("largest", 1))
                .with(5, number("sorted", 1));
        return model(new Message()
                .with(1, product())
                .with(1, select)
                .with(2, "best")
                .with(11, value(LEFT, FLOAT, 2))
                .with(11, value(RIGHT, FLOAT, 2))
                .with(11, value(COUNT, LONG, 1))
                .with(12, value(BEST, FLOAT, 2))
                .with(12, value(ROWS, LONG, 2)));
    }

    private static Message product() {
        return new Message()
                .with(1, LEFT)
                .with(1, RIGHT)
                .with(2, PRODUCTS)
                .with(4, "Gemm")
                .with(5, number("transB", 1));
    }

    private static byte[] model(Message graph) {
        return new Message()
                .with(1, IR_VERSION)
                .with(8, new Message().with(2, OPERATORS))
                .with(7, graph)
                .bytes();
    }

    private static Message number(String name, int value) {
        return new Message().with(1, name).with(3, value).with(20, INTEGER);
    }

    /** A tensor whose sides are known when the graph is run. */
    private static Message value(String name, int type, int sides) {
        var shape = new Message();
        for (int side = 0; side < sides; side++) {
            shape.with(1, new Message().with(2, name + side));
        }
        var tensor = new Message().with(1, type).with(2, shape);
        return new Message().with(1, name).with(2, new Message().with(1, tensor));
    }

    /** A message of protocol buffers. */
    private static final class Message {
        private static final int TEXT = 2;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Message with(int field, int value) {
            varint(field << 3);
            varint(value);
            return this;
        }

        Message with(int field, String text) {
            return with(field, text.getBytes(StandardCharsets.UTF_8));
        }

        Message with(int field, Message message) {
            return with(field, message.bytes());
        }

        private Message with(int field, byte[] content) {
            varint((field << 3) | TEXT);
            varint(content.length);
            bytes.writeBytes(content);
            return this;
        }

        private void varint(int value) {
            int rest = value;
            while (rest > 0x7f) {
                bytes.write((rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            bytes.write(rest);
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
