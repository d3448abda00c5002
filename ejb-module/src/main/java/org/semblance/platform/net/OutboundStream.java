package org.semblance.platform.net;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** An answer that is read while it comes, perhaps without end. */
public final class OutboundStream implements AutoCloseable {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-9]\\d\\d)( .*)?");
    private static final int MOST_HEADER_BYTES = 32 * 1024;
    private static final int MOST_INTERIM_ANSWERS = 5;
    private static final int FIRST_FINAL_STATUS = 200;

    private final Socket socket;
    private final TimedInput timed;
    private final int status;
    private final Map<String, List<String>> headers;
    private final InputStream body;

    private OutboundStream(Socket socket, TimedInput timed, Head head) throws ProtocolException {
        this.socket = socket;
        this.timed = timed;
        this.status = head.status();
        this.headers = head.headers();
        this.body = body(timed);
    }

    private record Head(int status, Map<String, List<String>> headers) {}

    /** Reads the head of an answer; what follows is read by whoever wants it. */
    static OutboundStream of(Socket socket, InputStream input, Duration patience) throws IOException {
        var timed = new TimedInput(new BufferedInputStream(input), patience);
        var lines = new BoundedLines(timed, MOST_HEADER_BYTES);
        for (int i = 0; i <= MOST_INTERIM_ANSWERS; i++) {
            Head head = head(lines);
            if (head.status() >= FIRST_FINAL_STATUS) {
                return new OutboundStream(socket, timed, head);
            }
        }
        throw new ProtocolException("The other side answers provisionally without end");
    }

    public int status() {
        return status;
    }

    /** All values of a header, none where there is none. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    /** What follows must come within this time from now on. */
    public void grant(Duration time) {
        timed.grant(time);
    }

    public InputStream body() {
        return body;
    }

    /** Ends a read that is under way, too. */
    @Override
    public void close() {
        OutboundHttp.hangUp(socket);
    }

    private static Head head(BoundedLines lines) throws IOException {
        var status = STATUS.matcher(lines.next());
        if (!status.matches()) {
            throw new ProtocolException("The other side does not speak HTTP/1.1");
        }
        Map<String, List<String>> headers = new HashMap<>();
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(
                                line.substring(0, colon).strip().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return new Head(Integer.parseInt(status.group(1)), headers);
    }

    private InputStream body(InputStream input) throws ProtocolException {
        boolean isChunked = headers("Transfer-Encoding").stream()
                .anyMatch(encoding -> encoding.toLowerCase(Locale.ROOT).endsWith("chunked"));
        if (isChunked) {
            return new ChunkedInput(input);
        }
        List<String> lengths = headers("Content-Length");
        if (lengths.isEmpty()) {
            return input;
        }
        if (!lengths.get(0).matches("\\d{1,18}")) {
            throw new ProtocolException("The other side sends a length that is no number");
        }
        return new LimitedInput(input, Long.parseLong(lengths.get(0)));
    }
}
