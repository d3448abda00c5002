package org.semblance.gallery;

/** Conditions of SQL for those whom a legal hold keeps, by the clock of the database. */
final class HeldPersons {
    private static final String CONDITION = """
            EXISTS (SELECT FROM semblance.legal_hold AS hold
                     WHERE hold.released_at IS NULL AND (hold.until IS NULL OR hold.until > now())
                       AND hold.person_id IN (%s))""";

    private HeldPersons() {}

    /** Takes a query of SQL for all numbers that they go by: a constant of the calling code. */
    static String among(String ids) {
        return CONDITION.formatted(ids);
    }
}
