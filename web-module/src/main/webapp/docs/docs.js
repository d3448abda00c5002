// Shows the server's own description of its API; everything comes from this server.
window.addEventListener('DOMContentLoaded', () => {
    window.SwaggerUIBundle({
        url: '/openapi?format=JSON',
        dom_id: '#api',
        deepLinking: true,
        docExpansion: 'list',
        defaultModelsExpandDepth: 0,
        displayRequestDuration: true,
        tryItOutEnabled: true,
        persistAuthorization: false,
        validatorUrl: null,
        presets: [window.SwaggerUIBundle.presets.apis],
        layout: 'BaseLayout',
    });
});
