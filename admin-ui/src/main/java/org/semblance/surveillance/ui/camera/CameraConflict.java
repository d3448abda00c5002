package org.semblance.surveillance.ui.camera;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Map;
import org.semblance.platform.ui.Facts;
import org.semblance.surveillance.Camera;

/** Says what somebody else has changed of a camera meanwhile, and asks whether the user still means what they began. */
final class CameraConflict extends ConfirmDialog {
    private static final long serialVersionUID = 1L;

    /** @param action key of what the button says that does it nevertheless */
    CameraConflict(Camera before, Camera now, String action, SerializableRunnable work, SerializableRunnable onReload) {
        setHeader(getTranslation("camera.conflict", before.title()));
        Map<String, String> said = CameraFacts.all(before);
        var changes = new Facts();
        CameraFacts.all(now).forEach((label, value) -> {
            String was = said.getOrDefault(label, "");
            if (!value.equals(was)) {
                changes.fact(label, getTranslation("camera.conflict.was", orNothing(value), orNothing(was)));
            }
        });
        setText(new Div(new Paragraph(getTranslation("camera.conflict.text")), changes));
        setConfirmText(getTranslation(action));
        setConfirmButtonTheme("error primary");
        addConfirmListener(event -> work.run());
        setRejectable(true);
        setRejectText(getTranslation("form.conflict.reload"));
        setRejectButtonTheme("tertiary");
        addRejectListener(event -> onReload.run());
        setCancelable(true);
        setCancelText(getTranslation("action.cancel"));
    }

    /** Whether two versions differ in what people have said. */
    static boolean isBetween(Camera before, Camera now) {
        return !CameraFacts.all(before).equals(CameraFacts.all(now));
    }

    private String orNothing(String value) {
        return value.isEmpty() ? getTranslation("camera.conflict.nothing") : value;
    }
}
