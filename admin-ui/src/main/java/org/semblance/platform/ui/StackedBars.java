package org.semblance.platform.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.dom.Element;
import elemental.json.Json;
import elemental.json.JsonArray;
import elemental.json.JsonObject;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bars over time, each made of parts; a table says the same to those who see no picture. The library that draws comes
 * with the application, and is loaded by pages that have a chart only.
 */
public final class StackedBars extends Div {
    private static final long serialVersionUID = 1L;
    private static final String LIBRARY = "charts/chart.umd.min.js";
    private static final String GLUE = "scripts/charts.js";

    private final Div picture = new Div();
    private final Div table = new Div();
    private final NativeDetails details = new NativeDetails(getTranslation("chart.table"), table);
    private final String label;
    private @Nullable Shown shown;
    private @Nullable JsonObject drawn;

    private record Shown(List<String> bars, List<Series> series) implements Serializable {}

    /**
     * Parts of the bars that belong together.
     *
     * @param colour name of the style sheet's property that tells their colour
     */
    public record Series(String name, String colour, List<Long> values) implements Serializable {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** Is told which part of which bar somebody has chosen. */
    @FunctionalInterface
    public interface Listener extends Serializable {
        void chosen(int bar, int series);
    }

    /** @param label what the chart tells, for those who do not see it */
    public StackedBars(String label) {
        this.label = label;
        addClassName("chart");
        var canvas = new Element("canvas");
        canvas.setAttribute("role", "img");
        canvas.setAttribute("aria-label", label);
        picture.addClassName("chart-picture");
        picture.getElement().appendChild(canvas);
        details.addClassName("chart-table");
        details.addToggleListener(event -> fillTable());
        add(picture, details);
    }

    public void onChosen(Listener listener) {
        picture.addClassName("chart-clickable");
        picture.getElement()
                .addEventListener(
                        "chosen",
                        event -> listener.chosen((int) event.getEventData().getNumber("event.detail.bar"), (int)
                                event.getEventData().getNumber("event.detail.series")))
                .addEventData("event.detail.bar")
                .addEventData("event.detail.series");
    }

    /** Draws other bars from now on; each series has as many values as there are bars. */
    public void show(List<String> bars, List<Series> series) {
        shown = new Shown(bars, series);
        fillTable();
        JsonObject data = Json.createObject();
        data.put("bars", texts(bars));
        JsonArray all = Json.createArray();
        for (Series one : series) {
            JsonObject part = Json.createObject();
            part.put("name", one.name());
            part.put("colour", one.colour());
            JsonArray values = Json.createArray();
            one.values().forEach(value -> values.set(values.length(), value));
            part.put("values", values);
            all.set(all.length(), part);
        }
        data.put("series", all);
        drawn = data;
        if (isAttached()) {
            draw();
        }
    }

    /** Only when it is open: a table of a day costs the browser as much as the rest of a page. */
    private void fillTable() {
        table.removeAll();
        if (shown != null && details.isOpen()) {
            table.add(table(shown.bars(), shown.series()));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        event.getUI().getPage().addJavaScript(StaticFiles.address(LIBRARY));
        event.getUI().getPage().addJavaScript(StaticFiles.address(GLUE));
        draw();
    }

    private void draw() {
        if (drawn != null) {
            picture.getElement().executeJs("window.semblanceCharts.bars(this, $0)", drawn);
        }
    }

    private Component table(List<String> bars, List<Series> series) {
        var rows = new NativeTable();
        rows.setCaptionText(label);
        NativeTableRow head = rows.getHead().addRow();
        head.addHeaderCell();
        series.forEach(one -> scope(head.addHeaderCell(), "col").setText(one.name()));
        for (int bar = 0; bar < bars.size(); bar++) {
            NativeTableRow row = rows.getBody().addRow();
            scope(row.addHeaderCell(), "row").setText(bars.get(bar));
            for (Series one : series) {
                row.addDataCell().setText(LocalFormat.format(one.values().get(bar)));
            }
        }
        return rows;
    }

    private static NativeTableHeaderCell scope(NativeTableHeaderCell cell, String scope) {
        cell.getElement().setAttribute("scope", scope);
        return cell;
    }

    private static JsonArray texts(List<String> texts) {
        JsonArray array = Json.createArray();
        texts.forEach(text -> array.set(array.length(), text));
        return array;
    }
}
