package org.semblance.platform.rest;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.ExpectedVersion;
import org.semblance.platform.InvalidInputException;

/** The state that a change is meant for. */
public class IfMatch {
    /** What {@link Tagged} says, as a header: the version, and what else the answer depended on. */
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(-[^\"]*)?\"");

    @Parameter(
            description = "The ETag of the answer that the change goes by; refused with 412 if it was changed since",
            example = "\"3-120-342\"")
    @HeaderParam(HttpHeaders.IF_MATCH)
    private @Nullable String header;

    public IfMatch() {}

    IfMatch(@Nullable String header) {
        this.header = header;
    }

    public ExpectedVersion expected() {
        if (header == null || header.strip().equals("*")) {
            return ExpectedVersion.ANY;
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new InvalidInputException("If-Match", "If-Match is the ETag of an answer of this address, in quotes");
        }
        return ExpectedVersion.of(Integer.parseInt(tag.group(1)));
    }
}
