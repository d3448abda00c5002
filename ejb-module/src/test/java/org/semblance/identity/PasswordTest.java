package org.semblance.identity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PasswordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "elevenchars",
                "aaaaaaaaaaaaaa",
                "password12345",
                "Qwerty1234567",
                "ada-lovelace-1815",
                "P@ssw0rd2026!",
                "Summer2026!!!",
                "qwertyuiop[]asdf",
                "zaq12wsxcde34rfv",
                "abcxyzabcxyzabcxyz",
                "iloveyou123456",
                "Dragon!Monkey!1",
                "0987654321poiuytrewq",
                "admin1234admin!"
            })
    void refuses_a_password_that_would_be_guessed(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check("ada", password)).isInstanceOf(PasswordTooWeakException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "pässwört-mit-ümlaut", "Tr0ub4dor&3-and-more"})
    void takes_a_long_one(String password) {
        assertThatCode(() -> PasswordPolicy.check("ada", password)).doesNotThrowAnyException();
    }

    @Test
    void a_hash_matches_its_password_and_no_other() {
        String hash = PasswordHash.of("correct horse battery");

        assertThat(PasswordHash.matches("correct horse battery", hash)).isTrue();
        assertThat(PasswordHash.matches("correct horse batterz", hash)).isFalse();
        assertThat(hash).doesNotContain("horse").startsWith("pbkdf2-sha512$210000$");
    }

    @Test
    void a_hash_of_lower_cost_is_outdated() {
        String hash = PasswordHash.of("correct horse battery");

        assertThat(PasswordHash.isOutdated(hash)).isFalse();
        assertThat(PasswordHash.isOutdated(hash.replace("$210000$", "$100000$")))
                .isTrue();
    }

    @Test
    void equal_passwords_have_different_hashes() {
        assertThat(PasswordHash.of("correct horse battery")).isNotEqualTo(PasswordHash.of("correct horse battery"));
    }

    @Test
    void what_is_no_hash_matches_nothing() {
        assertThat(PasswordHash.matches("x", "")).isFalse();
        assertThat(PasswordHash.matches("x", "md5$x")).isFalse();
    }
}
