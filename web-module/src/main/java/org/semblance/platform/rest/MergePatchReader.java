package org.semblance.platform.rest;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.semblance.platform.Json;

/** Reads a merge patch sent as plain JSON, for RESTEasy takes its own media type apart; refuses what is no object. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class MergePatchReader implements MessageBodyReader<MergePatch> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == MergePatch.class;
    }

    @Override
    public MergePatch readFrom(
            Class<MergePatch> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        try (var reader = Json.createReader(body)) {
            if (reader.readValue() instanceof JsonObject object) {
                return new MergePatch(object);
            }
            throw new BodyUnreadableException("The body is JSON, but no object with what to change; see /docs/");
        } catch (JsonException e) {
            throw new BodyUnreadableException(BodyGuard.explanation(e), e);
        }
    }
}
