package org.semblance.vision.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.semblance.vision.pack.ModelFile;

/** Writes ONNX files of next to nothing, in the wire format of protocol buffers. */
final class TinyModel {
    private static final int FLOAT = 1;
    private static final int TENSOR = 4;
    private static final List<Integer> PIXEL = List.of(1, 3, 1, 1);

    private TinyModel() {}

    /** A model of one operator from [1, 3, 1, 1] to the same. */
    static ModelFile write(Path directory, String domain, String operator) throws IOException {
        byte[] node = join(text(1, "input"), text(2, "output"), text(4, operator), text(7, domain));
        return save(directory, operator, join(message(1, node), ends(PIXEL, PIXEL)));
    }

    /** A model that reads pictures of that shape and always gives the same outputs. */
    static ModelFile constant(Path directory, List<Integer> input, List<Constant> outputs) throws IOException {
        var graph = new ByteArrayOutputStream();
        graph.writeBytes(message(11, value("input", input)));
        for (Constant output : outputs) {
            byte[] attribute = join(text(1, "value"), message(5, tensor(output)), number(20, TENSOR));
            graph.writeBytes(message(1, join(text(2, output.name()), text(4, "Constant"), message(5, attribute))));
            graph.writeBytes(message(12, value(output.name(), output.shape())));
        }
        return save(directory, "constant", graph.toByteArray());
    }

    private static ModelFile save(Path directory, String name, byte[] graph) throws IOException {
        byte[] model = join(
                number(1, 8),
                message(7, join(graph, text(2, "g"))),
                message(8, join(text(1, ""), number(2, 13))),
                message(8, join(text(1, "custom"), number(2, 1))));
        var file = directory.resolve(name + ".onnx");
        Files.write(file, model);
        return new ModelFile(file, sha256(model));
    }

    private static byte[] ends(List<Integer> input, List<Integer> output) {
        return join(message(11, value("input", input)), message(12, value("output", output)));
    }

    private static byte[] value(String name, List<Integer> lengths) {
        var shape = new ByteArrayOutputStream();
        for (int length : lengths) {
            shape.writeBytes(message(1, length < 0 ? text(2, "any") : number(1, length)));
        }
        byte[] tensor = join(number(1, FLOAT), message(2, shape.toByteArray()));
        return join(text(1, name), message(2, message(1, tensor)));
    }

    private static byte[] tensor(Constant constant) {
        var bytes = new ByteArrayOutputStream();
        for (int length : constant.shape()) {
            bytes.writeBytes(number(1, length));
        }
        var numbers = ByteBuffer.allocate(constant.numbers().remaining() * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN);
        numbers.asFloatBuffer().put(constant.numbers());
        return join(bytes.toByteArray(), number(2, FLOAT), message(9, numbers.array()));
    }

    private static byte[] text(int field, String text) {
        return message(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int field, int value) {
        return join(variable(field << 3), variable(value));
    }

    private static byte[] message(int field, byte[] content) {
        return join(variable((field << 3) | 2), variable(content.length), content);
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow. */
    private static byte[] variable(int number) {
        var bytes = new ByteArrayOutputStream();
        int rest = number;
        for (; rest > 0x7F; rest >>>= 7) {
            bytes.write((rest & 0x7F) | 0x80);
        }
        bytes.write(rest);
        return bytes.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
