package org.semblance.identity.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Chooses permissions, group by group. */
final class PermissionChoice extends Div {
    private static final long serialVersionUID = 1L;

    private final List<CheckboxGroup<String>> groups = new ArrayList<>();

    /** @param isOffered which permissions there are to choose from */
    PermissionChoice(Predicate<String> isOffered) {
        addClassName("permission-choice");
        for (PermissionGroup group : PermissionGroup.values()) {
            List<String> offered =
                    group.permissions().stream().filter(isOffered).toList();
            if (!offered.isEmpty()) {
                var boxes = new CheckboxGroup<String>(getTranslation(group.key()));
                boxes.setItems(offered);
                boxes.setItemLabelGenerator(permission -> getTranslation(PermissionGroup.key(permission)));
                boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
                groups.add(boxes);
                add(boxes);
            }
        }
    }

    Set<String> chosen() {
        var chosen = new TreeSet<String>();
        groups.forEach(group -> chosen.addAll(group.getValue()));
        return chosen;
    }

    void choose(Set<String> permissions) {
        for (CheckboxGroup<String> group : groups) {
            var own = new TreeSet<>(permissions);
            own.retainAll(group.getListDataView().getItems().toList());
            group.setValue(own);
        }
    }
}
