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
import java.util.Set;
import org.semblance.vision.VisionSettings;

/** Reads the photos to be compared from a form's parts {@code image} and {@code other_image}. */
@Provider
@Consumes(MediaType.MULTIPART_FORM_DATA)
@ApplicationScoped
public class PhotoPairReader implements MessageBodyReader<PhotoPair> {
    /** The name of the part that holds the second picture. */
    public static final String OTHER_IMAGE = "other_image";

    private static final Set<String> PHOTOS = Set.of(PhotoUploadReader.IMAGE, OTHER_IMAGE);

    private final int maxBytes;

    /** JAX-RS looks for such a constructor, CDI subclasses it. */
    public PhotoPairReader() {
        this(0);
    }

    @Inject
    public PhotoPairReader(VisionSettings settings) {
        this(settings.maxBytes());
    }

    PhotoPairReader(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == PhotoPair.class;
    }

    @Override
    public PhotoPair readFrom(
            Class<PhotoPair> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        String boundary = mediaType.getParameters().getOrDefault("boundary", "");
        var form = UploadedForm.read(new FormParts(body, boundary), PHOTOS, maxBytes);
        var upload = new PhotoUpload(form.require(PhotoUploadReader.IMAGE), form.fields());
        return new PhotoPair(upload, form.photo(OTHER_IMAGE));
    }
}
