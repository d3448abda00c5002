package org.semblance.portal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.semblance.identity.directory.IdentityLink;
import org.semblance.identity.directory.IdentityLinkService;

/** Identities elsewhere in memory, all of the user who is asked for. */
public class FakeIdentityLinks extends IdentityLinkService {
    private final List<IdentityLink> links = new ArrayList<>();

    public void have(String issuer, String subject) {
        links.add(new IdentityLink(links.size() + 1L, issuer, subject, Instant.EPOCH));
    }

    @Override
    public List<IdentityLink> list(UUID user) {
        return List.copyOf(links);
    }

    @Override
    public void unlink(UUID user, long link) {
        links.removeIf(known -> known.id() == link);
    }
}
