package org.semblance.vision.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;
import org.semblance.vision.VisionSettings;

/** Reads an uploaded photo from a form's part {@code image}, or from a body that is the picture itself. */
@Provider
@Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
@ApplicationScoped
public class PhotoUploadReader implements MessageBodyReader<PhotoUpload> {
    /** The name of the form's part that holds the picture. */
    public static final String IMAGE = "image";

    private static final int MAX_FIELD_BYTES = 1000;
    private static final int MAX_PARTS = 20;

    private final int maxBytes;

    /** JAX-RS looks for such a constructor, CDI subclasses it. */
    public PhotoUploadReader() {
        this(0);
    }

    @Inject
    public PhotoUploadReader(VisionSettings settings) {
        this(settings.maxBytes());
    }

    PhotoUploadReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == PhotoUpload.class;
    }

    @Override
    public PhotoUpload readFrom(
            Class<PhotoUpload> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (!mediaType.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return new PhotoUpload(Photo.read(body, maxBytes), Map.of());
        }
        String boundary = mediaType.getParameters().getOrDefault("boundary", "");
        return read(new FormParts(body, boundary));
    }

    private PhotoUpload read(FormParts parts) throws IOException {
        Photo photo = null;
        var fields = new HashMap<String, String>();
        for (int count = 1; parts.next(); count++) {
            if (count > MAX_PARTS) {
                throw new InvalidInputException(
                        IMAGE, "The form has more than " + MAX_PARTS + " parts; send one photo");
            }
            if (!parts.name().equals(IMAGE)) {
                fields.put(parts.name(), text(parts.content()));
                continue;
            }
            if (photo != null) {
                throw new InvalidInputException(IMAGE, "The form has several parts 'image'; send one at a time");
            }
            photo = Photo.read(parts.content(), maxBytes);
        }
        if (photo == null) {
            throw new InvalidInputException(IMAGE, "The form has no part 'image'; put the photo there");
        }
        return new PhotoUpload(photo, fields);
    }

    /** A field is a short text; what is longer is cut, and then refused by whoever expects a name or a number. */
    private static String text(InputStream content) throws IOException {
        return new String(content.readNBytes(MAX_FIELD_BYTES), StandardCharsets.UTF_8);
    }
}
