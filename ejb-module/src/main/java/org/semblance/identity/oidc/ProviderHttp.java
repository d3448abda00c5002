package org.semblance.identity.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the provider: for so long, for so much, and nobody else that it may point to. */
final class ProviderHttp {
    private static final int MAX_BYTES = 512 * 1024;
    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final HttpClient client;
    private final Duration patience;

    ProviderHttp(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    String get(URI address) {
        HttpResponse<String> response = send(request(address).GET().build());
        if (response.statusCode() != OK) {
            throw new ProviderUnavailableException(address + " answers " + response.statusCode());
        }
        return response.body();
    }

    /** What a form is answered; {@link SingleSignOnFailedException} when the provider refuses it. */
    String post(URI address, Map<String, String> form, @Nullable String authorization) {
        var request = request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(form)));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        HttpResponse<String> response = send(request.build());
        if (response.statusCode() >= SERVER_ERROR) {
            throw new ProviderUnavailableException(address + " answers " + response.statusCode());
        }
        if (response.statusCode() != OK) {
            throw new SingleSignOnFailedException("the identity provider refused the code");
        }
        return response.body();
    }

    static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address).timeout(patience).header("Accept", "application/json");
    }

    /** The client's own patience ends with the first line of the answer; this one with the last. */
    private HttpResponse<String> send(HttpRequest request) {
        var answer = client.sendAsync(request, info -> new BoundedText(MAX_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() instanceof IOException io ? io : e;
            throw new ProviderUnavailableException(request.uri() + " cannot be reached", cause);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new ProviderUnavailableException(request.uri() + " takes too long", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new ProviderUnavailableException("the server is stopping", e);
        }
    }
}
