package org.semblance.gallery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.Command;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import org.semblance.gallery.PersonId;
import org.semblance.gallery.guided.EnrolmentProgress;
import org.semblance.gallery.guided.FaceOfAnotherException;
import org.semblance.platform.Problem;
import org.semblance.platform.ui.Viewfinder;
import org.semblance.platform.ui.Views;
import org.semblance.vision.Photo;

/**
 * Takes pictures of somebody, from the camera or as files, until enough good ones are there. Each is judged as any
 * enrolment is, the words tell what is wrong with it, and only good ones are stored.
 */
final class EnrollDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    private final transient EnrolmentDesk desk;
    private final transient PersonId person;
    private final String name;
    final EnrolmentSlots slots;
    final Paragraph intro = new Paragraph();
    final Viewfinder camera;
    final PhotoUpload upload;
    final PictureVerdict verdict = new PictureVerdict();
    final Button more = new Button(getTranslation("enroll.more"), event -> takeMore());
    final Button done = new Button(getTranslation("action.close"), event -> close());
    private final ProgressBar progressBar = new ProgressBar();
    private final Div sources = new Div();

    EnrollDialog(EnrolmentDesk desk, PersonId person, String name) {
        this.desk = desk;
        this.person = person;
        this.name = name;
        this.slots = new EnrolmentSlots(desk.urls());
        this.camera = new Viewfinder(desk.limits().maxBytes(), this::look);
        this.upload = new PhotoUpload(desk.limits(), this::take)
                .around(() -> progressBar.setVisible(true), () -> progressBar.setVisible(false));
        setHeaderTitle(getTranslation("enroll.heading", name));
        addClassName("enroll-dialog");
        setWidth("44rem");
        intro.addClassName("secondary");
        progressBar.setIndeterminate(true);
        progressBar.setVisible(false);
        sources.addClassName("enrolment-sources");
        sources.add(camera, upload);
        add(intro, slots, verdict, progressBar, sources);
        getFooter().add(more, done);
        show(desk.guided().progress(person));
    }

    /** Says how far it is, and asks for more, for the consent, or for nothing any more. */
    private void show(EnrolmentProgress progress) {
        slots.show(progress);
        boolean asks = progress.mayBeRecognised() && !progress.isComplete();
        sources.setVisible(asks);
        more.setVisible(progress.mayBeRecognised() && progress.isComplete());
        done.setText(getTranslation(progress.isComplete() ? "enroll.done" : "action.close"));
        done.getThemeNames().set(ButtonVariant.LUMO_PRIMARY.getVariantName(), progress.isComplete());
        if (progress.isComplete()) {
            camera.stop();
        }
        intro.removeAll();
        if (!progress.mayBeRecognised()) {
            askForConsent();
        } else {
            intro.add(getTranslation(
                    progress.isComplete() ? "enroll.complete" : "enroll.intro", name, progress.needed()));
        }
    }

    private void askForConsent() {
        intro.add(new Span(getTranslation("enroll.consent", name) + " "));
        if (Views.mayOpen("privacy")) {
            var link = new Anchor("privacy/" + person, getTranslation("enroll.consent.record"));
            link.getElement().addEventListener("click", event -> close());
            intro.add(link);
        }
    }

    private void takeMore() {
        more.setVisible(false);
        verdict.hide();
        sources.setVisible(true);
    }

    /** Judges what the camera sees, and takes it when somebody says so. */
    Command look(byte[] jpeg, boolean isTaken) {
        try {
            Photo photo =
                    Photo.read(new ByteArrayInputStream(jpeg), desk.limits().maxBytes());
            if (isTaken) {
                return take(photo);
            }
            var quality = desk.guided().appraise(person, photo);
            return () -> whileAsking(() -> {
                camera.setGood(true);
                verdict.good(quality);
            });
        } catch (Problem problem) {
            return refuse(problem);
        }
    }

    private Command take(Photo photo) {
        try {
            EnrolmentProgress progress = desk.guided().enroll(person, photo);
            return () -> {
                camera.setGood(false);
                show(progress);
                verdict.taken(progress.good().size(), progress.needed());
            };
        } catch (Problem problem) {
            return refuse(problem);
        }
    }

    private Command refuse(Problem problem) {
        Optional<String> other =
                problem instanceof FaceOfAnotherException shown ? desk.name(shown.other()) : Optional.empty();
        return () -> whileAsking(() -> {
            camera.setGood(false);
            verdict.refused(problem, other);
        });
    }

    /** What the camera saw last may be judged when enough pictures are there already. */
    private void whileAsking(Command change) {
        if (sources.isVisible()) {
            change.execute();
        }
    }
}
