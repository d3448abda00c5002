package org.semblance.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TotpTest {
    /** The secret of the test vectors. */
    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void shows_what_the_rfc_shows(long seconds, String code) {
        assertThat(totp.code(seconds / 30)).isEqualTo(code);
        assertThat(totp.step(code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void a_code_counts_half_a_minute_early_and_late_and_no_more() {
        assertThat(totp.step("287082", Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(totp.step("287082", Instant.ofEpochSecond(90))).isEmpty();
        assertThat(totp.step("287082", Instant.ofEpochSecond(0))).hasValue(1);
        assertThat(totp.step("287083", Instant.ofEpochSecond(59))).isEmpty();
        assertThat(totp.step("", Instant.ofEpochSecond(59))).isEmpty();
    }

    /** RFC 4648, section 10, without padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void writes_secrets_as_apps_read_them(String text, String encoded) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);

        assertThat(Base32.encode(bytes)).isEqualTo(encoded);
        assertThat(Base32.decode(encoded)).isEqualTo(bytes);
    }

    @Test
    void refuses_what_is_no_secret() {
        assertThatThrownBy(() -> Base32.decode("0189")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void secrets_differ() {
        assertThat(Totp.newSecret()).hasSize(20).isNotEqualTo(Totp.newSecret());
    }
}
