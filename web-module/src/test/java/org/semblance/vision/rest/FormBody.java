package org.semblance.vision.rest;

import java.io.ByteArrayOutputStream;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A multipart form as a browser would send it. */
final class FormBody {
    static final String BOUNDARY = "----boundary7";
    static final String MEDIA_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    FormBody with(String name, String text) {
        return with(name, text.getBytes(UTF_8));
    }

    FormBody with(String name, byte[] content) {
        return raw("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"x; name=y.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n")
                .raw(content)
                .raw("\r\n");
    }

    FormBody raw(String text) {
        return raw(text.getBytes(UTF_8));
    }

    FormBody raw(byte[] bytes) {
        body.writeBytes(bytes);
        return this;
    }

    byte[] unfinished() {
        return body.toByteArray();
    }

    byte[] bytes() {
        var finished = new ByteArrayOutputStream();
        finished.writeBytes(body.toByteArray());
        finished.writeBytes(("--" + BOUNDARY + "--").getBytes(UTF_8));
        return finished.toByteArray();
    }
}
