package org.semblance.storage;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the database knows of images. */
@Stateless
@PermitAll
public class ImageRows {
    @PersistenceContext
    private EntityManager entities;

    @SuppressWarnings("NullAway") // the entity manager is injected after construction
    public ImageRows() {}

    /** Those of the keys that no row names. */
    public List<ImageKey> withoutRow(List<ImageKey> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        Set<String> known =
                new HashSet<>(entities.createQuery("SELECT i.key FROM StoredImage i WHERE i.key IN :keys", String.class)
                        .setParameter("keys", keys.stream().map(ImageKey::value).toList())
                        .getResultList());
        return keys.stream().filter(key -> !known.contains(key.value())).toList();
    }
}
