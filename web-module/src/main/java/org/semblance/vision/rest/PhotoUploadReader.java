package org.semblance.vision.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.semblance.platform.InvalidInputException;
import org.semblance.vision.Photo;

/**
 * Reads an uploaded photo from a form's part {@code image} or from a body that is the picture itself. The container
 * parses forms: it spools large parts to its temporary directory and deletes them with the request.
 */
@Provider
@Consumes({MediaType.MULTIPART_FORM_DATA, "image/*", MediaType.APPLICATION_OCTET_STREAM})
@ApplicationScoped
public class PhotoUploadReader implements MessageBodyReader<PhotoUpload> {
    /** The name of the form's part that holds the picture. */
    public static final String IMAGE = "image";

    private static final int MAX_FIELD_BYTES = 1000;
    private static final int MAX_PARTS = 20;

    private final UploadSettings settings;

    @Context
    private HttpServletRequest request;

    @SuppressWarnings("NullAway") // the container subclasses it without arguments
    protected PhotoUploadReader() {
        this.settings = null;
    }

    @Inject
    public PhotoUploadReader(UploadSettings settings) {
        this.settings = settings;
    }

    PhotoUploadReader(UploadSettings settings, HttpServletRequest request) {
        this.settings = settings;
        this.request = request;
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
            return new PhotoUpload(Photo.read(body, settings.maxBytes()), Map.of());
        }
        try {
            return read(request.getParts());
        } catch (ServletException e) {
            throw new IOException("The request is no form with parts", e);
        }
    }

    private PhotoUpload read(Collection<Part> parts) throws IOException {
        if (parts.size() > MAX_PARTS) {
            throw new InvalidInputException(IMAGE, "The form has " + parts.size() + " parts; send one photo at a time");
        }
        Photo photo = null;
        var fields = new HashMap<String, String>();
        for (Part part : parts) {
            try (InputStream content = part.getInputStream()) {
                if (!part.getName().equals(IMAGE)) {
                    fields.put(part.getName(), text(content));
                    continue;
                }
                if (photo != null) {
                    throw new InvalidInputException(IMAGE, "The form has several parts 'image'; send one at a time");
                }
                photo = Photo.read(content, settings.maxBytes());
            }
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
