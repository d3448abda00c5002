package org.semblance.storage.rest;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.semblance.platform.Problem;
import org.semblance.platform.rest.ProblemWriter;
import org.semblance.storage.ImageKey;
import org.semblance.storage.ImageNotFoundException;
import org.semblance.storage.ImageStore;
import org.semblance.storage.SignedUrls;

/** {@code GET /files/<key>?exp=&sig=}: one image, for whoever holds its address, until that expires. */
@WebServlet("/files/*")
public class FilesServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String PNG = "png";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            PNG,
            "image/png",
            "jpg",
            "image/jpeg",
            "webp",
            "image/webp",
            "bmp",
            "image/bmp",
            "gif",
            "image/gif",
            "tiff",
            "image/tiff");

    private final transient SignedUrls urls;
    private final transient ImageStore images;

    @Inject
    public FilesServlet(SignedUrls urls, ImageStore images) {
        this.urls = urls;
        this.images = images;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            ImageKey key = verify(request);
            send(key, images.get(key), response);
        } catch (Problem e) {
            ProblemWriter.write(e, request, response);
        }
    }

    private ImageKey verify(HttpServletRequest request) {
        String path = request.getPathInfo();
        String signature = request.getParameter("sig");
        if (path == null || signature == null) {
            throw new ImageNotFoundException();
        }
        return urls.verify(path.substring(1), expiry(request.getParameter("exp")), signature);
    }

    private static long expiry(@Nullable String text) {
        try {
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new ImageNotFoundException();
        }
    }

    /** Crops, which are pixels that the server itself wrote, may show in a page; everything else is only saved. */
    private static void send(ImageKey key, byte[] bytes, HttpServletResponse response) throws IOException {
        String name = key.value().substring(key.value().lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1);
        String disposition = extension.equals(PNG) ? "inline" : "attachment";
        response.setContentType(MEDIA_TYPES.getOrDefault(extension, "application/octet-stream"));
        response.setHeader("Content-Disposition", disposition + "; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "private, no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
