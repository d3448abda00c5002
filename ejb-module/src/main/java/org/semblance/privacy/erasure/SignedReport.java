package org.semblance.privacy.erasure;

/**
 * What was erased, and how that was verified.
 *
 * @param json the report
 * @param signature the same report in a JSON Web Signature, compact
 */
public record SignedReport(String json, String signature) {}
