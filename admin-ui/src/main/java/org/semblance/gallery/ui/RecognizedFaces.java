package org.semblance.gallery.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.ArrayList;
import java.util.List;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.SearchResult;
import org.semblance.gallery.SearchResult.RecognizedFace;
import org.semblance.platform.ui.EmptyState;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.storage.SignedUrls;
import org.semblance.vision.Photo;

/** A photo with its faces boxed beside the list of them; what is chosen in one is marked in the other. */
final class RecognizedFaces extends Div {
    private static final long serialVersionUID = 1L;

    final List<NativeButton> boxes = new ArrayList<>();
    final List<FaceCard> cards = new ArrayList<>();
    private final Div list = new Div();

    RecognizedFaces(Photo photo, GalleryName gallery, SearchResult found, SignedUrls urls) {
        addClassName("recognized");
        var stage = new PhotoStage(photo, found.size());
        list.addClassName("face-list");
        int number = 1;
        for (RecognizedFace face : found.faces()) {
            int index = number - 1;
            var card = new FaceCard(number, face, gallery, urls);
            card.onChosen(() -> choose(index, boxes.get(index)));
            cards.add(card);
            boxes.add(stage.box(face, card.description(), card.label(), () -> choose(index, card)));
            number++;
        }
        list.add(List.copyOf(cards).toArray(Div[]::new));
        if (cards.isEmpty()) {
            list.add(new EmptyState(
                    PortalIcon.PHOTO, getTranslation("search.no-faces"), getTranslation("search.no-faces.text")));
        }
        add(stage, list);
    }

    /** Says at each face what it is usually taken for, where that differs; how many do. */
    long compare(SearchResult usual) {
        long changed = 0;
        for (int i = 0; i < Math.min(cards.size(), usual.faces().size()); i++) {
            changed += cards.get(i).compare(usual.faces().get(i)) ? 1 : 0;
        }
        return changed;
    }

    /** Marks a face in the photo and in the list, and brings its other half into sight. */
    private void choose(int index, Component other) {
        for (int i = 0; i < cards.size(); i++) {
            boxes.get(i).setClassName("chosen", i == index);
            boxes.get(i).getElement().setAttribute("aria-pressed", String.valueOf(i == index));
            cards.get(i).setClassName("chosen", i == index);
        }
        other.getElement().executeJs("this.scrollIntoView({block: 'nearest', behavior: 'smooth'})");
    }
}
