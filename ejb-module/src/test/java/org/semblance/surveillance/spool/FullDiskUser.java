package org.semblance.surveillance.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.LogManager;
import java.util.stream.IntStream;

/** Fills a small disk by a spool, makes room, and tells what it saw: the other process of {@link FullDiskTest}. */
final class FullDiskUser {
    private static final long NO_BOUND = 1L << 40;
    private static final int RECORD_BYTES = 10_000;
    private static final int BALLAST_BYTES = 500_000;
    private static final int CUT_OFF_BYTES = 100;

    private FullDiskUser() {}

    public static void main(String[] arguments) throws IOException {
        LogManager.getLogManager().reset();
        Path disk = Path.of(arguments[0]);
        Path directory = disk.resolve("spool");
        Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST_BYTES]);
        int accepted;
        try (var spool = new Spool(directory, NO_BOUND)) {
            accepted = fill(spool, 0);
            tell(refusal(spool));
            boolean wasFull = spool.standing().isFull();
            Files.delete(ballast);
            spool.append(record(accepted++));
            tell("full before " + wasFull + ", after room was made "
                    + spool.standing().isFull());
            accepted = fill(spool, accepted);
        }
        try (var again = new Spool(directory, NO_BOUND)) {
            tell(
                    held(again).equals(numbers(accepted))
                            ? "all that was accepted is there, in its order"
                            : "lost: " + held(again));
        }
        cutOff(directory);
        try (var after = new Spool(directory, NO_BOUND)) {
            tell(held(after).equals(numbers(accepted - 1)) ? "what a crash had cut off costs none before it" : "lost");
        }
    }

    /** The number after the last record that was accepted. */
    private static int fill(Spool spool, int first) {
        int accepted = first;
        try {
            while (true) {
                spool.append(record(accepted));
                accepted++;
            }
        } catch (SpoolFullException e) {
            return accepted;
        }
    }

    private static String refusal(Spool spool) {
        try {
            spool.append(record(-1));
            return "accepted";
        } catch (SpoolFullException e) {
            return "refused as " + e.code() + ", asks to come back after "
                    + e.retryAfter().orElseThrow() + " s";
        }
    }

    /** The numbers of the records, without taking them. */
    private static List<Integer> held(Spool spool) {
        List<Integer> numbers = new ArrayList<>();
        long records = spool.standing().records();
        spool.drain(record -> {
            numbers.add(ByteBuffer.wrap(record).getInt());
            return numbers.size() < records;
        });
        return numbers;
    }

    private static List<Integer> numbers(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    /** The last record is cut short as by a crash, on a disk without room for a copy of what is damaged. */
    private static void cutOff(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            Path last = files.filter(file -> file.toString().endsWith(".spool"))
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow();
            try (var channel = Files.newByteChannel(last, StandardOpenOption.WRITE)) {
                channel.truncate(Files.size(last) - CUT_OFF_BYTES);
            }
        }
    }

    private static byte[] record(int number) {
        return ByteBuffer.allocate(RECORD_BYTES).putInt(number).array();
    }

    private static void tell(String line) {
        System.out.println(line);
    }
}
