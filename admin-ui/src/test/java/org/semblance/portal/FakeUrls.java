package org.semblance.portal;

import org.semblance.storage.ImageKey;
import org.semblance.storage.SignedUrls;

/** Addresses of images that tell which image they are of. */
public class FakeUrls extends SignedUrls {
    @Override
    public String sign(ImageKey image) {
        return "/files/" + image + "?exp=0&sig=fake";
    }
}
