package org.semblance.platform.rest;

import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Outage;

/**
 * Bounds the bodies of requests, and says what is wrong with one that cannot be read, without a word about the classes
 * that tried. A photo has a bound of its own, which its reader knows.
 */
@Provider
public class BodyGuard implements ReaderInterceptor {
    private static final int MAX_DOCUMENT_BYTES = 1024 * 1024;
    private static final Pattern PLACE = Pattern.compile("line no=(\\d+), column no=(\\d+)");
    private static final Pattern UNKNOWN = Pattern.compile("[Jj]son property (\\S+) can not be mapped");
    private static final Pattern WRONG_TYPE = Pattern.compile("property '([^']+)'");

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (isDocument(context.getMediaType())) {
            context.setInputStream(new BoundedStream(context.getInputStream(), MAX_DOCUMENT_BYTES));
        }
        try {
            return context.proceed();
        } catch (ProcessingException
                | JsonbException
                | IOException
                | UncheckedIOException
                | IllegalArgumentException
                | IllegalStateException e) {
            if (Outage.causes(e).anyMatch(BodyGuard::isTooLarge)) {
                throw new RequestTooLargeException();
            }
            throw new BodyUnreadableException(explanation(e), e);
        }
    }

    private static boolean isDocument(MediaType type) {
        String subtype = type.getSubtype();
        return subtype.equals("json") || subtype.endsWith("+json") || subtype.equals("x-www-form-urlencoded");
    }

    /** The bound of this class, or the server's own, whose exception is of a class that the application does not see. */
    private static boolean isTooLarge(Throwable failure) {
        return failure instanceof RequestTooLargeException
                || failure.getClass().getSimpleName().equals("RequestTooBigException");
    }

    static String explanation(Throwable failure) {
        List<Throwable> causes = Outage.causes(failure).toList();
        if (causes.stream().noneMatch(JsonbException.class::isInstance)
                && causes.stream().noneMatch(JsonParsingException.class::isInstance)) {
            return "The body of the request could not be read to its end, or is not of its Content-Type";
        }
        String messages = causes.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
        return explanation(messages);
    }

    private static String explanation(String message) {
        Matcher place = PLACE.matcher(message);
        if (place.find()) {
            return "The body is not valid JSON (line " + place.group(1) + ", column " + place.group(2) + ")";
        }
        Matcher unknown = UNKNOWN.matcher(message);
        if (unknown.find()) {
            return "There is no field '" + unknown.group(1) + "' here; see /docs/ for those there are";
        }
        Matcher wrong = WRONG_TYPE.matcher(message);
        if (wrong.find()) {
            return "The value of '" + wrong.group(1) + "' is of the wrong type; see /docs/ for the right one";
        }
        return "The body is JSON of another form than is expected here; see /docs/";
    }
}
