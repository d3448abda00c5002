package org.semblance.privacy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalInventory;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;

/** Writes what is held of somebody as a ZIP, an entry after the other, row by row: nothing is collected in memory. */
final class ExportZip implements AutoCloseable {
    private static final String README = """
            Everything that this installation of Semblance holds on one person.

            data.json     every row of every table that is about the person, by context and table
            images/       the pictures that show the person, and the cut-outs of their faces

            In pictures that show other people too, their faces are covered with grey.
            "embedding" in data.json is what a model made of a face: numbers by which it is recognised.
            """;

    private final ZipOutputStream zip;

    ExportZip(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void readme() {
        begin("README.txt");
        write(README);
        end();
    }

    void data(PersonalInventory inventory, Subject subject) {
        begin("data.json");
        String separator = "{";
        for (PersonalData context : inventory.contexts()) {
            write(separator + "\n\"" + context.context() + "\": ");
            context(context, inventory, subject);
            separator = ",";
        }
        write("\n}\n");
        end();
    }

    private void context(PersonalData context, PersonalInventory inventory, Subject subject) {
        String separator = "{";
        for (PersonalTable table : context.tables()) {
            write(separator + "\n  \"" + table.name() + "\": [");
            var first = new boolean[] {true};
            inventory.forEach(table, subject, row -> {
                write((first[0] ? "\n    " : ",\n    ") + row);
                first[0] = false;
            });
            write("]");
            separator = ",";
        }
        write("}");
    }

    void image(String name, byte[] bytes) {
        begin("images/" + name);
        try {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end();
    }

    private void begin(String entry) {
        try {
            zip.putNextEntry(new ZipEntry(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void end() {
        try {
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
