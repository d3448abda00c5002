package org.semblance.transfer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.function.ValueProvider;
import java.util.List;
import org.semblance.platform.ui.Confirmation;
import org.semblance.platform.ui.LocalFormat;
import org.semblance.platform.ui.PortalIcon;

/** Files on the server, a row each; not there while there are none. */
final class FileGrid<F> extends Grid<F> {
    private static final String ACTIONS_WIDTH = "9rem";
    private static final long serialVersionUID = 1L;

    private final ValueProvider<F, String> name;

    FileGrid(ValueProvider<F, String> name, ValueProvider<F, Long> bytes, SerializableFunction<F, Component> called) {
        this.name = name;
        addThemeVariants(GridVariant.LUMO_NO_BORDER);
        setAllRowsVisible(true);
        addComponentColumn(called::apply)
                .setHeader(getTranslation("files.name"))
                .setFlexGrow(3);
        addColumn(file -> LocalFormat.bytes(bytes.apply(file)))
                .setHeader(getTranslation("files.size"))
                .setTextAlign(ColumnTextAlign.END);
    }

    /** What can be done with a file. */
    void actions(SerializableFunction<F, List<Button>> buttons) {
        addComponentColumn(file -> new Span(buttons.apply(file).toArray(Component[]::new)))
                .setKey("actions")
                .setTextAlign(ColumnTextAlign.END)
                .setFlexGrow(0)
                .setWidth(ACTIONS_WIDTH);
    }

    void show(List<F> files) {
        setItems(files);
        setVisible(!files.isEmpty());
    }

    /** @param text what the user should know before */
    Button delete(F file, String text, SerializableConsumer<String> work) {
        String called = name.apply(file);
        var delete = new Button(
                PortalIcon.DELETE.create(),
                event -> Confirmation.ask(
                        getTranslation("files.delete.heading", called),
                        text,
                        getTranslation("action.delete"),
                        () -> work.accept(called)));
        delete.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_ERROR);
        delete.setAriaLabel(getTranslation("files.delete.one", called));
        delete.setTooltipText(getTranslation("action.delete"));
        return delete;
    }
}
