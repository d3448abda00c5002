package org.semblance.audit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParam;
import com.vaadin.flow.router.RouteParameters;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.semblance.audit.AuditQuery;
import org.semblance.platform.ui.AddressText;

/** What the address of the audit log says: which entries are listed, and which of them is shown in full. */
record AuditAddress(AuditQuery query, Optional<Long> entry) {
    static final AuditAddress ALL = new AuditAddress(AuditQuery.ALL, Optional.empty());
    static final String ENTRY = "entry";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String ACTOR = "actor";
    private static final String ACTION = "action";
    private static final String TYPE = "object_type";
    private static final String OBJECT = "object";
    private static final String OUTCOME = "outcome";
    private static final String REQUEST = "request";

    static AuditAddress of(Location location, RouteParameters parameters) {
        Instant from = AddressText.time(location, FROM).orElse(null);
        Instant to = AddressText.time(location, TO).orElse(null);
        var outcome =
                AddressText.text(location, OUTCOME).filter(code -> code.equals("success") || code.equals("refused"));
        var query = of(
                new Period(from, to),
                text(location, ACTOR),
                text(location, ACTION),
                new Subject(text(location, TYPE), text(location, OBJECT)),
                new Circumstances(outcome.orElse(null), text(location, REQUEST)));
        return new AuditAddress(query, parameters.getLong(ENTRY));
    }

    /** From when to when; an end that does not lie after the beginning is not meant. */
    record Period(@Nullable Instant from, @Nullable Instant to) {
        Period {
            to = from != null && to != null && !from.isBefore(to) ? null : to;
        }
    }

    /** To what it was done; an id alone says nothing. */
    record Subject(@Nullable String type, @Nullable String id) {
        Subject {
            id = type == null ? null : id;
        }
    }

    /** How it went, and in which request. */
    record Circumstances(@Nullable String outcome, @Nullable String request) {}

    static AuditQuery of(
            Period period,
            @Nullable String actor,
            @Nullable String action,
            Subject subject,
            Circumstances circumstances) {
        return new AuditQuery(
                period.from(),
                period.to(),
                actor,
                action,
                subject.type(),
                subject.id(),
                circumstances.outcome(),
                null,
                circumstances.request());
    }

    boolean isAll() {
        return query.equals(AuditQuery.ALL);
    }

    AuditAddress with(Optional<Long> shown) {
        return new AuditAddress(query, shown);
    }

    /** Everything that somebody did. */
    static AuditAddress ofActor(String actor) {
        return new AuditAddress(
                of(new Period(null, null), actor, null, new Subject(null, null), new Circumstances(null, null)),
                Optional.empty());
    }

    /** Everything that was done of one kind. */
    static AuditAddress ofAction(String action) {
        return new AuditAddress(
                of(new Period(null, null), null, action, new Subject(null, null), new Circumstances(null, null)),
                Optional.empty());
    }

    /** Everything that was done to something. */
    static AuditAddress ofSubject(String type, @Nullable String id) {
        return new AuditAddress(
                of(new Period(null, null), null, null, new Subject(type, id), new Circumstances(null, null)),
                Optional.empty());
    }

    /** Everything that was done in one request. */
    static AuditAddress ofRequest(String request) {
        return new AuditAddress(
                of(new Period(null, null), null, null, new Subject(null, null), new Circumstances(null, request)),
                Optional.empty());
    }

    void open() {
        var parameters = entry.map(id -> new RouteParameters(new RouteParam(ENTRY, id.toString())))
                .orElseGet(RouteParameters::empty);
        UI.getCurrent().navigate(AuditView.class, parameters, text().parameters());
    }

    private AddressText text() {
        return new AddressText()
                .with(ACTOR, query.actor())
                .with(ACTION, query.action())
                .with(TYPE, query.subjectType())
                .with(OBJECT, query.subjectId())
                .with(OUTCOME, query.outcome())
                .with(REQUEST, query.requestId())
                .with(FROM, query.from())
                .with(TO, query.to());
    }

    private static @Nullable String text(Location location, String name) {
        return AddressText.text(location, name).orElse(null);
    }
}
