package org.semblance.database;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaConventionsIT {
    private static final MigratedDatabase DATABASE = MigratedDatabase.fresh();

    private final SchemaConventions schema = new SchemaConventions(new Sql(DATABASE.superuser()));

    @Test
    void every_schema_table_column_and_function_has_a_comment() throws Exception {
        assertThat(schema.uncommented()).isEmpty();
    }

    @Test
    void every_foreign_key_is_indexed() throws Exception {
        assertThat(schema.foreignKeysWithoutIndex()).isEmpty();
    }

    @Test
    void every_constraint_and_index_is_named_after_its_table_and_columns() throws Exception {
        assertThat(schema.misnamed()).isEmpty();
    }

    @Test
    void every_time_has_a_zone() throws Exception {
        assertThat(schema.timesWithoutZone()).isEmpty();
    }

    @Test
    void the_application_may_ask_for_the_numbers_of_the_rows_that_it_adds() throws Exception {
        assertThat(schema.sequencesThatTheApplicationMayNotAsk()).isEmpty();
    }

    @Test
    void a_missing_comment_is_found() throws Exception {
        try (var broken = MigratedDatabase.fresh()) {
            new Sql(broken.owner())
                    .run(
                            "COMMENT ON TABLE gallery IS NULL",
                            "COMMENT ON COLUMN person.name IS NULL",
                            "COMMENT ON FUNCTION refuse_change() IS NULL");

            assertThat(new SchemaConventions(new Sql(broken.superuser())).uncommented())
                    .contains(
                            "column semblance.person.name",
                            "function semblance.refuse_change()",
                            "table semblance.gallery");
        }
    }

    @Test
    void a_careless_table_is_found() throws Exception {
        try (var broken = MigratedDatabase.fresh()) {
            new Sql(broken.owner())
                    .run(
                            "CREATE TABLE careless (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, happened timestamp,"
                                    + " gallery_id bigint CONSTRAINT careless_gallery_id_fk REFERENCES gallery)",
                            "GRANT INSERT ON careless TO semblance_app");
            var found = new SchemaConventions(new Sql(broken.superuser()));

            assertThat(found.misnamed()).containsExactly("careless_pkey");
            assertThat(found.foreignKeysWithoutIndex()).containsExactly("careless_gallery_id_fk");
            assertThat(found.timesWithoutZone()).containsExactly("semblance.careless.happened");
            assertThat(found.sequencesThatTheApplicationMayNotAsk()).containsExactly("semblance.careless.id");
        }
    }
}
