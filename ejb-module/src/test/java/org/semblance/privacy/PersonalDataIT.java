package org.semblance.privacy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.semblance.database.MigratedDatabase;
import org.semblance.personaldata.PersonalData;
import org.semblance.personaldata.PersonalRows;
import org.semblance.personaldata.PersonalTable;
import org.semblance.personaldata.Subject;
import org.semblance.platform.Statements;

import static org.assertj.core.api.Assertions.assertThat;

/** No table can hold something of persons without subject access and erasure knowing of it. */
class PersonalDataIT {
    /** Tables that hold nothing of a person in a gallery, and why; users are no persons in galleries. */
    private static final Map<String, String> NOTHING_PERSONAL = Map.ofEntries(
            Map.entry("access_calendar", "days"),
            Map.entry("access_rule_door", "names of doors; whom a rule is about is in access_rule"),
            Map.entry("api_key", "keys of users"),
            Map.entry("api_key_gallery", "keys of users"),
            Map.entry("api_key_permission", "keys of users"),
            Map.entry("app_user", "users, who are no persons in galleries"),
            Map.entry("audit_entry", "append-only; numbers of persons and faces, never names"),
            Map.entry("audit_finding", "numbers of entries of the trail"),
            Map.entry("audit_seal", "seals of the trail"),
            Map.entry("audit_verification", "outcomes"),
            Map.entry("camera", "names and rules of cameras"),
            Map.entry("camera_agent", "keys of cameras"),
            Map.entry("camera_events", "what happened to cameras; numbers, codes and times"),
            Map.entry("camera_reading", "which server reads which camera"),
            Map.entry("camera_source", "addresses of cameras"),
            Map.entry("camera_state", "which cameras are heard of"),
            Map.entry("cluster_run", "counts and rules"),
            Map.entry("job_count", "counts"),
            Map.entry("job_event", "what happened to runs, without names"),
            Map.entry("job_run", "what jobs are told: numbers and folders"),
            Map.entry("job_schedule", "what jobs are told: numbers and folders"),
            Map.entry("node", "servers"),
            Map.entry("department", "where users belong"),
            Map.entry("door", "doors"),
            Map.entry("door_camera", "which cameras watch which doors"),
            Map.entry("embedding_change", "numbers of faces that nodes are to read again, trimmed after a day"),
            Map.entry("erasure_step", "counts"),
            Map.entry("federated_identity", "users of the identity provider"),
            Map.entry("federated_session", "sessions of users"),
            Map.entry("flyway_schema_history", "migrations"),
            Map.entry("gallery", "names and rules of galleries"),
            Map.entry("model", "names of models"),
            Map.entry("model_activation", "names of packs"),
            Map.entry("partition_retention", "names of tables"),
            Map.entry("rate_bucket", "what callers have spent"),
            Map.entry("recovery_code", "second factors of users"),
            Map.entry("refresh_token", "sessions of users"),
            Map.entry("retention_line", "counts"),
            Map.entry("retention_policy", "periods"),
            Map.entry("retention_report", "counts"),
            Map.entry("role", "permissions"),
            Map.entry("role_permission", "permissions"),
            Map.entry("second_factor", "second factors of users"),
            Map.entry("sign_in_throttle", "attempts of users"),
            Map.entry("signing_key", "keys of the installation"),
            Map.entry("user_role", "users, who are no persons in galleries"),
            Map.entry("user_session", "sessions of users"),
            Map.entry("webhook", "addresses of receivers"),
            Map.entry("webhook_attempt", "goes with its delivery"),
            Map.entry("webhook_delivery", "goes with its event"));

    private static final String TABLES = """
            SELECT relname FROM pg_class
             WHERE relnamespace = 'semblance'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
             ORDER BY relname
            """;
    private static final Subject NOBODY = new Subject(Set.of(0L), Set.of(0L), Set.of("none"), Set.of("none"));

    @Test
    void every_table_is_known_to_hold_something_of_persons_or_nothing() {
        try (var database = MigratedDatabase.fresh()) {
            List<String> tables = new Statements(database.owner()).list(TABLES, row -> row.getString(1));
            Set<String> known = Stream.concat(registered().map(PersonalTable::name), NOTHING_PERSONAL.keySet().stream())
                    .collect(Collectors.toSet());

            assertThat(tables)
                    .as(
                            "A table that holds something of persons belongs into tables() of its context's PersonalData, "
                                    + "whose erase() clears it; one that holds nothing of them into NOTHING_PERSONAL with a reason")
                    .isSubsetOf(known);
            assertThat(NOTHING_PERSONAL.keySet())
                    .as("tables that there are, and that no context registers")
                    .isSubsetOf(tables)
                    .doesNotContainAnyElementsOf(
                            registered().map(PersonalTable::name).toList());
        }
    }

    @Test
    void every_registered_table_can_be_counted_and_read_by_the_application() {
        try (var database = MigratedDatabase.fresh()) {
            var rows = new PersonalRows(database.app());

            registered().forEach(table -> {
                assertThat(rows.count(table, NOBODY)).as(table.name()).isZero();
                rows.forEach(table, NOBODY, row -> {
                    throw new AssertionError(row);
                });
            });
        }
    }

    @Test
    void contexts_have_names_of_their_own() {
        assertThat(contexts().map(PersonalData::context))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(5);
    }

    private static Stream<PersonalTable> registered() {
        return contexts().flatMap(context -> context.tables().stream());
    }

    private static Stream<PersonalData> contexts() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.semblance").stream()
                        .filter(type -> type.isAssignableTo(PersonalData.class))
                        .filter(type -> type.isTopLevelClass() && !type.isInterface())
                        .map(JavaClass::reflect)
                        .map(PersonalDataIT::made);
    }

    private static PersonalData made(Class<?> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return (PersonalData) constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " needs the constructor without arguments that CDI subclasses", e);
        }
    }
}
