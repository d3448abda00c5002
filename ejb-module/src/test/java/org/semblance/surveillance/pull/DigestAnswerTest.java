package org.semblance.surveillance.pull;

import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** By the examples of RFC 7616 (3.9.1) and RFC 2617 (3.5). */
class DigestAnswerTest {
    private static final Login MUFASA = new Login("Mufasa", "Circle of Life");
    private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @Test
    void answers_the_example_of_rfc_7616_in_sha_256() {
        String header = new DigestAnswer(rfc7616("SHA-256"), MUFASA).header("/dir/index.html", 1, CLIENT_NONCE);

        assertThat(header)
                .startsWith("Digest username=\"Mufasa\", realm=\"http-auth@example.org\", uri=\"/dir/index.html\"")
                .contains("algorithm=SHA-256", "nc=00000001", "qop=auth", "cnonce=\"" + CLIENT_NONCE + "\"")
                .contains("response=\"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1\"")
                .endsWith("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    }

    @Test
    void answers_the_example_of_rfc_7616_in_md5() {
        assertThat(new DigestAnswer(rfc7616("MD5"), MUFASA).header("/dir/index.html", 1, CLIENT_NONCE))
                .contains("response=\"8ca523f5e9506fed4657c9700eebdbec\"");
    }

    @Test
    void answers_the_example_of_rfc_2617_that_names_no_algorithm() {
        var challenge = Challenge.read(List.of("Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\","
                        + " nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""))
                .get(0);

        assertThat(new DigestAnswer(challenge, new Login("Mufasa", "Circle Of Life"))
                        .header("/dir/index.html", 1, "0a4f113b"))
                .contains("response=\"6629fae49393a05397450978507c4ef1\"")
                .doesNotContain("algorithm");
    }

    @Test
    void answers_an_old_camera_that_knows_no_qop() {
        var challenge =
                Challenge.read(List.of("Digest realm=\"cam\", nonce=\"abc\"")).get(0);

        // MD5(MD5("viewer:cam:secret") : "abc" : MD5("GET:/x"))
        assertThat(new DigestAnswer(challenge, new Login("viewer", "secret")).header("/x", 1, "unused"))
                .contains("response=\"" + md5(md5("viewer:cam:secret") + ":abc:" + md5("GET:/x")) + "\"")
                .doesNotContain("qop", "cnonce", "nc=");
    }

    @Test
    void counts_how_often_a_nonce_was_used() {
        assertThat(new DigestAnswer(rfc7616("MD5"), MUFASA).header("/", 26, CLIENT_NONCE))
                .contains("nc=0000001a");
    }

    @Test
    void gives_no_proof_that_it_does_not_know() {
        assertThat(DigestAnswer.strength(rfc7616("SHA-512-256"))).isZero();
        assertThat(DigestAnswer.strength(rfc7616("MD5")))
                .isPositive()
                .isLessThan(DigestAnswer.strength(rfc7616("SHA-256")));
        assertThat(DigestAnswer.strength(Challenge.read(List.of("Digest realm=\"x\", nonce=\"y\", qop=\"auth-int\""))
                        .get(0)))
                .isZero();
    }

    @Test
    void reads_several_challenges_of_one_header() {
        var challenges = Challenge.read(List.of(
                "Basic realm=\"a, \\\"quoted\\\" place\", Digest realm=\"cam\",nonce=\"n==\" , algorithm = SHA-256, qop=auth",
                "Bearer"));

        assertThat(challenges).extracting(Challenge::scheme).containsExactly("basic", "digest", "bearer");
        assertThat(challenges.get(0).parameter("realm")).isEqualTo("a, \"quoted\" place");
        assertThat(challenges.get(1).parameters())
                .containsEntry("nonce", "n==")
                .containsEntry("algorithm", "SHA-256")
                .containsEntry("qop", "auth");
    }

    @Test
    void chooses_the_strongest_way_and_no_unknown_one() {
        var both = new Authentication(new Login("viewer", "secret"));

        assertThat(both.header("/")).isEmpty();
        assertThat(both.learn(List.of("Basic realm=\"x\"", "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"")))
                .isTrue();
        assertThat(both.header("/").orElseThrow()).startsWith("Digest ");
        assertThat(both.learn(List.of("Basic realm=\"x\""))).isTrue();
        assertThat(both.header("/")).contains("Basic dmlld2VyOnNlY3JldA==");
        assertThat(both.learn(List.of("Negotiate"))).isFalse();
        assertThat(new Authentication(null).learn(List.of("Basic realm=\"x\""))).isFalse();
    }

    private static Challenge rfc7616(String algorithm) {
        return Challenge.read(List.of("Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm="
                        + algorithm + ", nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\","
                        + " opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""))
                .get(0);
    }

    private static String md5(String text) {
        try {
            var digest = java.security.MessageDigest.getInstance("MD5");
            return java.util.HexFormat.of()
                    .formatHex(digest.digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
