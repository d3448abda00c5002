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
import java.util.Map;
import java.util.Set;
import org.semblance.vision.Photo;
import org.semblance.vision.VisionSettings;

/** Reads an uploaded photo from a form's part {@code image}, or from a body that is the picture itself. */
@Provider
@Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
@ApplicationScoped
public class PhotoUploadReader implements MessageBodyReader<PhotoUpload> {
    /** The name of the form's part that holds the picture. */
    public static final String IMAGE = "image";

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
        var form = UploadedForm.read(new FormParts(body, boundary), Set.of(IMAGE), maxBytes);
        return new PhotoUpload(form.require(IMAGE), form.fields());
    }
}
