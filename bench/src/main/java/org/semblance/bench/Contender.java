package org.semblance.bench;

/** One line of a table: what is run, and what it is compared as. */
record Contender(String name, Role role, Work work) {}
