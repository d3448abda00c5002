package org.semblance.ear;

import org.semblance.ear.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal of the API looks like. */
final class Problems {
    private Problems() {}

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().getString("code")).isEqualTo(code);
    }
}
