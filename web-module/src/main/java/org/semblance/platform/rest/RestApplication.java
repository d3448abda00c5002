package org.semblance.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST API: every resource of the module lies under this path. */
@ApplicationPath(RestApplication.PATH)
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Semblance",
                        version = "1",
                        description = "Finds faces in photos, enrolls persons and recognises them. Sign in with "
                                + "`POST /api/v1/auth/token` and send the token as `Authorization: Bearer ...`. "
                                + "Every refusal is a problem document (RFC 9457) whose `code` is "
                                + "[stable and explained](/docs/problems). Every answer carries `X-Request-Id`, "
                                + "which names the request in the server's log; send your own to follow a request "
                                + "through several systems.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        tags = {
            @Tag(name = "Sign-in", description = "Access tokens, sessions and passwords"),
            @Tag(name = "Credentials", description = "Keys of programs, and the keys that sign access tokens"),
            @Tag(name = "Users", description = "Who may sign in, and what they may do"),
            @Tag(name = "Recognition", description = "Faces in a photo, and whose they are; nothing is stored"),
            @Tag(name = "Galleries", description = "Sets of persons that are searched together"),
            @Tag(name = "Persons", description = "Who is in a gallery"),
            @Tag(name = "Faces", description = "By what a person is recognised"),
            @Tag(name = "Cameras", description = "Who watches where, and how cameras are"),
            @Tag(name = "Events", description = "What cameras saw, and what happened to them"),
            @Tag(name = "Unknown faces", description = "Whom cameras saw and nobody knew, and what cameras learned"),
            @Tag(name = "Privacy", description = "Consent, legal holds, and what persons have a right to"),
            @Tag(name = "Retention", description = "How long things are kept, and what was removed"),
            @Tag(name = "Models", description = "Which models find and compare faces"),
            @Tag(name = "Jobs", description = "Work that goes on after its request has been answered"),
            @Tag(name = "Audit", description = "Who did what, and the proof that nobody has changed the record of it"),
            @Tag(name = "Webhooks", description = "Other systems are told of what happens"),
            @Tag(name = "Operation", description = "What the server tells about itself")
        },
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = RestApplication.BEARER,
                                        type = SecuritySchemeType.OPENIDCONNECT,
                                        openIdConnectUrl = "replaced by ApiDescription",
                                        description = "The `access_token` that `POST /api/v1/auth/token` gives"),
                        responses =
                                @APIResponse(
                                        name = RestApplication.PROBLEM,
                                        description = "A problem document: compare its `code`, show its `detail`",
                                        content =
                                                @Content(
                                                        mediaType = ProblemBody.MEDIA_TYPE,
                                                        schema = @Schema(implementation = ProblemBody.class),
                                                        examples =
                                                                @ExampleObject(
                                                                        name = "gallery-not-found",
                                                                        value = RestApplication.PROBLEM_EXAMPLE)))))
public class RestApplication extends Application {
    static final String PATH = "api/v1";
    static final String BEARER = "bearer";
    static final String PROBLEM = "Problem";
    static final String PROBLEM_EXAMPLE = """
            {
              "type": "/docs/problems#gallery-not-found",
              "title": "Gallery not found",
              "status": 404,
              "detail": "There is no gallery 'visitors'",
              "code": "gallery-not-found",
              "instance": "/api/v1/galleries/visitors",
              "request_id": "0198c5a1-7f2e-7a43-9c3b-5b0d3b1f6a10"
            }
            """;
}
