package org.semblance.identity.keys;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ApiKeyTextTest {
    @Test
    void a_key_is_found_by_its_form() {
        String text = ApiKeyText.generate().text();

        assertThat(text).matches("smb_[0-9A-Za-z]{8}_[0-9A-Za-z]{49}");
        assertThat(ApiKeys.isKey(text)).isTrue();
    }

    @Test
    void reads_what_it_has_written() {
        ApiKeyText key = ApiKeyText.generate();

        ApiKeyText read = ApiKeyText.parse(key.text()).orElseThrow();

        assertThat(read.prefix()).isEqualTo(key.prefix());
        assertThat(read.secretSha256()).isEqualTo(key.secretSha256());
        assertThat(read.text()).isEqualTo(key.text());
    }

    @Test
    void a_key_with_one_wrong_letter_is_none() {
        String text = ApiKeyText.generate().text();

        assertThat(IntStream.range(4, text.length())
                        .filter(i -> text.charAt(i) != '_')
                        .mapToObj(i ->
                                text.substring(0, i) + (text.charAt(i) == 'a' ? 'b' : 'a') + text.substring(i + 1)))
                .allMatch(changed -> ApiKeyText.parse(changed).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "smb_", "smb_12345678_short", "eyJhbGciOiJSUzI1NiJ9.e30.x"})
    void other_texts_are_none(String text) {
        assertThat(ApiKeyText.parse(text)).isEmpty();
    }

    @Test
    void no_two_are_the_same_and_none_tells_its_secret() {
        ApiKeyText one = ApiKeyText.generate();
        ApiKeyText other = ApiKeyText.generate();

        assertThat(one.text()).isNotEqualTo(other.text());
        assertThat(one).hasToString("smb_" + one.prefix());
        assertThat(one.secretSha256()).hasSize(32).isNotEqualTo(other.secretSha256());
    }
}
