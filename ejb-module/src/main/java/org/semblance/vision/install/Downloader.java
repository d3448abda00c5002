package org.semblance.vision.install;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.semblance.vision.pack.Checksum;
import org.semblance.vision.pack.Download;

/**
 * Fetches files over https from the hosts that are allowed, redirects to others refused, bounded in length. A server
 * that fetched from anywhere would fetch from its own network for whoever may ask it to.
 */
public final class Downloader {
    private static final int MOST_REDIRECTS = 5;
    private static final int MOST_TRIES = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client;
    private final List<String> hosts;
    private final long maxBytes;

    /** @param hosts names, or {@code *.name} for every host below it */
    public Downloader(List<String> hosts, long maxBytes) {
        this(
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(20))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build(),
                hosts,
                maxBytes);
    }

    Downloader(HttpClient client, List<String> hosts, long maxBytes) {
        this.client = client;
        this.hosts = List.copyOf(hosts);
        this.maxBytes = maxBytes;
    }

    /** Fetches one file, and checks it against its checksum where that is known; tries again when the line breaks. */
    void fetch(Download download, Path target, InstallListener listener) {
        fetch(download.url(), target, done -> listener.fetched(done, download.bytes()));
        String expected = download.sha256();
        if (expected == null) {
            return;
        }
        String actual = Checksum.of(target);
        if (!actual.equals(expected)) {
            throw new DownloadFailedException(
                    download.url(),
                    "has the SHA-256 " + actual + ", but " + expected + " is known of it; nothing is kept");
        }
    }

    /** Fetches one file of which nothing is known. */
    void fetch(URI url, Path target, Count count) {
        for (int attempt = 1; ; attempt++) {
            try {
                save(url, open(url), target, count);
                return;
            } catch (IOException e) {
                if (attempt == MOST_TRIES) {
                    throw new DownloadFailedException(url, "cannot be fetched: " + e, e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DownloadFailedException(url, "was not fetched: the server is stopping", e);
            }
        }
    }

    /** Told how many bytes are here. */
    @FunctionalInterface
    interface Count {
        void now(long bytes);
    }

    private HttpResponse<InputStream> open(URI first) throws IOException, InterruptedException {
        URI url = first;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            checkAllowed(first, url);
            var request = HttpRequest.newBuilder(url).timeout(PATIENCE).build();
            HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                return response;
            }
            response.body().close();
            var location = response.headers().firstValue("Location");
            if (!REDIRECTS.contains(response.statusCode()) || location.isEmpty()) {
                throw new DownloadFailedException(first, "answers " + response.statusCode());
            }
            url = url.resolve(location.get());
        }
        throw new DownloadFailedException(first, "redirects too often");
    }

    private void checkAllowed(URI first, URI url) {
        String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
        boolean allowed = "https".equalsIgnoreCase(url.getScheme())
                && url.getUserInfo() == null
                && hosts.stream().anyMatch(pattern -> matches(pattern, host));
        if (!allowed) {
            throw new DownloadFailedException(
                    first,
                    "leads to " + url.getScheme() + "://" + host
                            + ", from where nothing is fetched; semblance.models.download-hosts lists the hosts that are allowed");
        }
    }

    static boolean matches(String pattern, String host) {
        return pattern.equals("*")
                || pattern.equals(host)
                || (pattern.startsWith("*.") && host.endsWith(pattern.substring(1)));
    }

    private void save(URI url, HttpResponse<InputStream> response, Path target, Count count) throws IOException {
        long declared = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (declared > maxBytes) {
            throw tooLong(url);
        }
        long saved = 0;
        byte[] buffer = new byte[1 << 16];
        try (var from = response.body();
                var to = Files.newOutputStream(target)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                saved += read;
                if (saved > maxBytes) {
                    throw tooLong(url);
                }
                to.write(buffer, 0, read);
                count.now(saved);
            }
        }
        if (declared >= 0 && saved != declared) {
            throw new IOException("the connection broke off after " + saved + " of " + declared + " bytes");
        }
    }

    private DownloadFailedException tooLong(URI url) {
        return new DownloadFailedException(
                url, "is longer than " + maxBytes + " bytes, which semblance.models.max-bytes allows");
    }
}
