package org.semblance.vision.onnx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.semblance.vision.pack.ModelFile;

/** Writes an ONNX file of one operator from [1, 3, 1, 1] to the same, in the wire format of protocol buffers. */
final class TinyModel {
    private static final int FLOAT = 1;

    private TinyModel() {}

    static ModelFile write(Path directory, String domain, String operator) throws IOException {
        byte[] node = join(text(1, "input"), text(2, "output"), text(4, operator), text(7, domain));
        byte[] graph = join(message(1, node), text(2, "g"), message(11, value("input")), message(12, value("output")));
        byte[] model = join(
                number(1, 8),
                message(7, graph),
                message(8, join(text(1, ""), number(2, 13))),
                message(8, join(text(1, "custom"), number(2, 1))));
        var file = directory.resolve(operator + ".onnx");
        Files.write(file, model);
        return new ModelFile(file, sha256(model));
    }

    private static byte[] value(String name) {
        var shape = new ByteArrayOutputStream();
        for (int length : new int[] {1, 3, 1, 1}) {
            shape.writeBytes(message(1, number(1, length)));
        }
        byte[] tensor = join(number(1, FLOAT), message(2, shape.toByteArray()));
        return join(text(1, name), message(2, message(1, tensor)));
    }

    private static byte[] text(int field, String text) {
        return message(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] number(int field, int value) {
        return new byte[] {(byte) (field << 3), (byte) value};
    }

    private static byte[] message(int field, byte[] content) {
        if (content.length > 127) {
            int low = (content.length & 0x7F) | 0x80;
            return join(new byte[] {(byte) (field << 3 | 2), (byte) low, (byte) (content.length >> 7)}, content);
        }
        return join(new byte[] {(byte) (field << 3 | 2), (byte) content.length}, content);
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
