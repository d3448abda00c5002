package org.semblance.portal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.semblance.gallery.AlreadyExistsException;
import org.semblance.gallery.GalleryKind;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.GalleryNotFoundException;
import org.semblance.gallery.GalleryService;
import org.semblance.gallery.GallerySummary;
import org.semblance.gallery.GalleryTitle;
import org.semblance.gallery.NewGallery;
import org.semblance.platform.ExpectedVersion;

/** Galleries in memory. */
public class FakeGalleries extends GalleryService {
    private final Map<String, GallerySummary> galleries = new LinkedHashMap<>();

    @Override
    public GallerySummary create(NewGallery gallery) {
        String name = gallery.name().value();
        if (galleries.containsKey(name)) {
            throw new AlreadyExistsException("The gallery '" + name + "'", new IllegalStateException());
        }
        var summary = new GallerySummary(name, gallery.title(), gallery.rules(), 0, 0, Instant.EPOCH, 0);
        galleries.put(name, summary);
        return summary;
    }

    @Override
    public List<GallerySummary> list() {
        return List.copyOf(galleries.values());
    }

    @Override
    public List<GalleryTitle> titles() {
        return list().stream()
                .map(gallery -> new GalleryTitle(gallery.name(), gallery.title()))
                .toList();
    }

    public GalleryTitle title(String name) {
        return titles().stream()
                .filter(gallery -> gallery.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public GallerySummary require(GalleryName name) {
        return Optional.ofNullable(galleries.get(name.value())).orElseThrow(() -> new GalleryNotFoundException(name));
    }

    @Override
    public void delete(GalleryName name) {
        require(name);
        galleries.remove(name.value());
    }

    public void add(GallerySummary gallery) {
        galleries.put(gallery.name(), gallery);
    }

    /** A gallery that holds nobody. */
    public GalleryName have(String name, String title) {
        add(new GallerySummary(name, title, GalleryKind.GENERAL.rules(), 0, 0, Instant.EPOCH, 0));
        return new GalleryName(name);
    }

    @Override
    public GallerySummary change(NewGallery wanted, ExpectedVersion expected) {
        GallerySummary old = require(wanted.name());
        expected.check(old.version());
        add(new GallerySummary(
                old.name(),
                wanted.title(),
                wanted.rules(),
                old.persons(),
                old.faces(),
                old.createdAt(),
                old.version() + 1));
        return require(wanted.name());
    }
}
