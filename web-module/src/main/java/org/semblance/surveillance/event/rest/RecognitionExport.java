package org.semblance.surveillance.event.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.semblance.surveillance.event.EventExport;
import org.semblance.surveillance.event.EventMark;
import org.semblance.surveillance.event.RecordedRecognition;

/** Writes recognitions page by page as the client takes them: no more than a page is ever in memory. */
final class RecognitionExport implements StreamingOutput {
    private final EventExport events;
    private final EventExport.Begun export;
    private final RecognitionFormat format;

    RecognitionExport(EventExport events, EventExport.Begun export, RecognitionFormat format) {
        this.events = events;
        this.export = export;
        this.format = format;
    }

    @Override
    public void write(OutputStream output) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8));
        writer.write(format.head());
        List<RecordedRecognition> page = events.page(export, null);
        while (!page.isEmpty()) {
            for (RecordedRecognition event : page) {
                writer.write(format.event(event));
            }
            page = events.page(export, EventMark.of(page.get(page.size() - 1)));
        }
        writer.flush();
    }
}
