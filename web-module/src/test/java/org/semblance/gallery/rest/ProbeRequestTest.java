package org.semblance.gallery.rest;

import jakarta.json.bind.JsonbException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.gallery.Probe;
import org.semblance.platform.InvalidInputException;
import org.semblance.platform.rest.JsonConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class ProbeRequestTest {

    @Test
    void has_the_numbers_of_its_vector_and_what_follows_them() {
        var request =
                read("{\"gallery\": \"staff\", \"vector\": [0.25, -1, 2.5e-3, 0.07098095864057541], \"limit\": 3}");

        assertThat(request.vector()).isEqualTo(List.of(0.25, -1.0, 0.0025, 0.07098095864057541));
        assertThat(request.limit()).isEqualTo(3);
    }

    @Test
    void may_have_a_face_instead_of_a_vector() {
        assertThat(read("{\"gallery\": \"staff\", \"face_id\": 7}").vector()).isNull();
        assertThat(read("{\"gallery\": \"staff\", \"face_id\": 7, \"vector\": null}")
                        .vector())
                .isNull();
    }

    @Test
    void may_have_the_bytes_of_a_vector_instead() {
        var request = read("{\"gallery\": \"staff\", \"vector_base64\": \"AACAPgAAgL8AAAAA\"}");

        assertThat(request.probe()).isEqualTo(new Probe.OfVector(List.of(0.25, -1.0, 0.0), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AACAP", "AACAPgA=", "not base64"})
    void refuses_bytes_that_are_no_numbers(String bytes) {
        var request = read("{\"gallery\": \"staff\", \"vector_base64\": \"" + bytes + "\"}");

        assertThatThrownBy(request::probe)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("vector_base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ", \"face_id\": 7, \"vector\": [1]", ", \"vector\": [1], \"vector_base64\": \"AACAPg==\""})
    void asks_for_one_thing(String said) {
        var request = read("{\"gallery\": \"staff\"" + said + "}");

        assertThatThrownBy(request::probe).hasMessageContaining("one of face_id, vector and vector_base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[0.1, null]", "[0.1, \"0.2\"]", "[[0.1]]", "[{\"x\": 1}]", "\"0.1\"", "{\"x\": 0.1}", "0.1"})
    void refuses_what_is_not_a_list_of_numbers(String vector) {
        assertThatThrownBy(() -> read("{\"gallery\": \"staff\", \"vector\": " + vector + "}"))
                .isInstanceOf(JsonbException.class)
                .hasMessageContaining("vector");
    }

    @Test
    void reads_numbers_to_about_their_last_bit() {
        var random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            double drawn = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 8);
            for (String text : List.of(
                    String.valueOf(drawn),
                    String.valueOf((double) (float) drawn),
                    String.valueOf((float) drawn),
                    new BigDecimal(drawn).toPlainString())) {
                double exact = Double.parseDouble(text);
                assertThat(NumbersDeserializer.number(text)).as(text).isCloseTo(exact, within(2 * Math.ulp(exact)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "-0.0",
                "1",
                "-12",
                "0.5",
                "1e3",
                "1E-3",
                "-2.5e+2",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999",
                "0.00000000000000000000000000001",
                "1e400",
                "1e-400",
                "123456789012345678901234567890.123456789"
            })
    void reads_odd_numbers(String text) {
        double exact = Double.parseDouble(text);

        assertThat(NumbersDeserializer.number(text)).isCloseTo(exact, within(2 * Math.ulp(exact)));
    }

    private static ProbeRequest read(String body) {
        return new JsonConfiguration().getContext(ProbeRequest.class).fromJson(body, ProbeRequest.class);
    }
}
