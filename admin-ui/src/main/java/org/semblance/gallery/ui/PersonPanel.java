package org.semblance.gallery.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.semblance.gallery.GalleryName;
import org.semblance.gallery.PersonChangeService;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.PersonNotFoundException;
import org.semblance.gallery.PersonService;
import org.semblance.gallery.PersonSummary;
import org.semblance.platform.Permissions;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.Notice;
import org.semblance.platform.ui.PanelHeader;
import org.semblance.platform.ui.PortalIcon;
import org.semblance.platform.ui.PortalSession;
import org.semblance.platform.ui.Views;

/** One person: who it is, by which faces they are recognised, and what can be done to them. */
@CdiComponent
public class PersonPanel extends Div {
    private static final long serialVersionUID = 1L;

    private final transient PersonService persons;
    private final transient EnrolmentDesk enrolments;
    private final transient FaceTilesMaker tiles;
    final FaceTiles faces;
    final ChangeList changes;
    final Button edit = new Button(getTranslation("action.edit"), PortalIcon.EDIT.create());
    final Button enroll = new Button(getTranslation("enroll.open"), PortalIcon.CAMERA.create());
    final PhotoUpload upload;
    final ProgressBar progress = new ProgressBar();
    final Button delete = new Button(getTranslation("person.delete"), PortalIcon.DELETE.create());
    final Anchor privacy = new Anchor("", getTranslation("person.privacy"));
    private SerializableRunnable onClosed = () -> {};
    private final PanelHeader header = new PanelHeader(() -> onClosed.run());
    private SerializableConsumer<PersonSummary> onChanged = person -> {};
    private volatile @Nullable Shown shown;

    /** Whom the panel shows. */
    private record Shown(GalleryName gallery, PersonSummary person) {}

    @Inject
    public PersonPanel(
            PersonService persons, FaceTilesMaker tiles, PersonChangeService changes, EnrolmentDesk enrolments) {
        this.persons = persons;
        this.enrolments = enrolments;
        this.tiles = tiles;
        this.faces = tiles.make(this::changed);
        this.changes = new ChangeList(changes, person -> changed());
        this.upload = new PhotoUpload(enrolments.limits(), photo -> {
                    Shown person = requireShown();
                    this.enrolments.enroll(person.person().id(), photo);
                    return this::changed;
                })
                .around(() -> progress.setVisible(true), () -> progress.setVisible(false));
        addClassName("side-panel");
        getElement().setAttribute("role", "complementary");
        progress.setIndeterminate(true);
        progress.setVisible(false);
        upload.setVisible(PortalSession.permits(Permissions.PERSON_ENROLL));
        enroll.setVisible(PortalSession.permits(Permissions.PERSON_ENROLL));
        enroll.addClickListener(event -> openEnrolment(requireShown().person()));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ERROR);
        delete.setVisible(PortalSession.permits(Permissions.PERSON_DELETE));
        delete.addClickListener(event -> confirmDelete(requireShown()));
        privacy.setVisible(Views.mayOpen("privacy"));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        edit.setVisible(PortalSession.permits(Permissions.PERSON_EDIT));
        edit.addClickListener(event -> new EditPersonDialog(requireShown().person(), persons, this::changed).open());
        var actions = new Div(edit, privacy, delete);
        actions.addClassName("job-actions");
        add(header, new H3(getTranslation("faces.title")), this.faces, enroll, upload, progress, this.changes, actions);
    }

    void onClosed(SerializableRunnable listener) {
        this.onClosed = listener;
    }

    void onChanged(SerializableConsumer<PersonSummary> listener) {
        this.onChanged = listener;
    }

    /** Shows a person, read anew. */
    PersonSummary show(GalleryName gallery, PersonId id) {
        PersonSummary person = persons.require(id);
        if (!person.gallery().equals(gallery)) {
            throw new PersonNotFoundException(id);
        }
        shown = new Shown(gallery, person);
        privacy.setHref("privacy/" + person.id());
        header.show(tiles.picture(person), buildName(person));
        faces.show(person);
        changes.show(person.id());
        return person;
    }

    private Component buildName(PersonSummary person) {
        String since = getTranslation("person.since", LocalFormat.format(person.createdAt()));
        return person.externalId() == null
                ? PanelHeader.name(PersonName.of(person), since)
                : PanelHeader.name(
                        PersonName.of(person), getTranslation("person.external-id") + " " + person.externalId(), since);
    }

    private void changed() {
        Shown person = requireShown();
        onChanged.accept(show(person.gallery(), person.person().id()));
    }

    private void openEnrolment(PersonSummary person) {
        enrolments.open(person.id(), PersonName.of(person), this::changed);
    }

    private void confirmDelete(Shown person) {
        String name = PersonName.of(person.person());
        Confirmation.ask(
                getTranslation("person.delete.heading", name),
                getTranslation(
                        "person.delete.text", LocalFormat.format(person.person().faces())),
                getTranslation("action.delete"),
                () -> delete(person));
    }

    private void delete(Shown person) {
        PersonId id = person.person().id();
        persons.delete(id);
        onClosed.run();
        Notice.undoable(getTranslation("person.deleted", PersonName.of(person.person())), () -> {
            persons.restore(id);
            onClosed.run();
        });
    }

    private Shown requireShown() {
        Shown person = shown;
        if (person == null) {
            throw new IllegalStateException("The panel shows nobody");
        }
        return person;
    }
}
