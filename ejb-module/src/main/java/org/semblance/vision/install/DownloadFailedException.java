package org.semblance.vision.install;

import java.net.URI;
import org.semblance.platform.Problem;

/** Something could not be fetched, or is not what it should be. */
public class DownloadFailedException extends Problem {
    private static final long serialVersionUID = 1L;

    DownloadFailedException(URI url, String reason) {
        super(Kind.REFUSED, "download-failed", url + " " + reason);
    }

    DownloadFailedException(URI url, String reason, Throwable cause) {
        super(Kind.REFUSED, "download-failed", url + " " + reason, cause);
    }
}
