package org.semblance.platform.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semblance.platform.InvalidInputException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutboundTargetsTest {
    private static final List<Integer> PORTS = List.of(80, 443);

    private final Map<String, List<String>> names = new HashMap<>();

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946", "2a00:1450:4001:82b::200e"})
    void goes_to_the_public_internet(String address) {
        names.put("receiver.example", List.of(address));

        var target = allowing().check(URI.create("https://receiver.example/hook"));

        assertThat(target.addresses()).containsExactly(literal(address));
        assertThat(target.port()).isEqualTo(443);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.8.8.8",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456:789a::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void goes_nowhere_else(String address) {
        names.put("inside.example", List.of(address));

        assertThatThrownBy(() -> allowing().check(URI.create("https://inside.example/")))
                .isInstanceOf(AddressRefusedException.class)
                .hasMessageNotContaining(address);
    }

    @Test
    void one_address_inside_is_enough_to_refuse() {
        names.put("both.example", List.of("93.184.216.34", "10.0.0.1"));

        assertThatThrownBy(() -> allowing().check(URI.create("https://both.example/")))
                .isInstanceOf(AddressRefusedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0.0.1/",
                "http://0177.0.0.1/",
                "http://017700000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.01/",
                "http://256.0.0.1/",
                "http://1.2.3.4.5/",
                "http://host.0x1/",
                "http://[fe80::1%25eth0]/",
                "http://[::1%lo]/",
                "http://ada@receiver.example/",
                "http://ada:secret@receiver.example/",
                "http://receiver.example/#part",
                "http://receiver.example:22/",
                "http://receiver.example:0/",
                "http://receiver.example:99999/",
                "http:///path",
                "http://",
                "http://sich\u00e4r.example/",
                "http://a_b.example/",
                "http://-a.example/",
                "ftp://receiver.example/",
                "file:///etc/passwd",
                "gopher://receiver.example/",
                "jar:http://receiver.example/!/",
                "//receiver.example/",
                "receiver.example",
                "http://receiver.example/ x",
                "http://receiver.example\r\nX: y/"
            })
    void refuses_odd_spellings_without_looking_them_up(String url) {
        var targets = new OutboundTargets(settings(), host -> {
            throw new AssertionError("looked up " + host);
        });

        assertThatThrownBy(() -> targets.checkForm(url, "url")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void an_operator_allows_blocks_hosts_and_domains_at_any_port() {
        names.put("camera.lan", List.of("10.1.2.3"));
        names.put("deep.cameras.lan", List.of("192.168.0.9"));
        names.put("other.lan", List.of("10.2.2.3"));

        assertThat(allowing("10.1.0.0/16")
                        .check(URI.create("https://camera.lan/"))
                        .host())
                .isEqualTo("camera.lan");
        assertThat(allowing("10.1.0.0/16")
                        .check(URI.create("http://10.1.0.7:8554/"))
                        .port())
                .isEqualTo(8554);
        assertThat(allowing("*.cameras.lan")
                        .check(URI.create("http://deep.cameras.lan:554/"))
                        .port())
                .isEqualTo(554);
        assertThat(allowing("fd00::/8").check(URI.create("http://[fd00::1]/")).addresses())
                .hasSize(1);
        assertThatThrownBy(() -> allowing("10.1.0.0/16").check(URI.create("https://other.lan/")))
                .isInstanceOf(AddressRefusedException.class);
        assertThatThrownBy(() -> allowing("cameras.lan").check(URI.create("http://deep.cameras.lan/")))
                .isInstanceOf(AddressRefusedException.class);
    }

    @Test
    void an_unknown_host_is_no_refusal() {
        assertThatThrownBy(() -> allowing().check(URI.create("https://nowhere.example/")))
                .isInstanceOf(HostUnknownException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0/8", "fd00::/129", "*.", "a b", "*"})
    void the_start_fails_for_entries_that_mean_nothing(String entry) {
        assertThatThrownBy(() -> new OutboundSettings(Optional.of(List.of(entry)), PORTS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private OutboundTargets allowing(String... entries) {
        return new OutboundTargets(settings(entries), this::resolve);
    }

    private static OutboundSettings settings(String... entries) {
        return new OutboundSettings(Optional.of(List.of(entries)), PORTS);
    }

    private InetAddress[] resolve(String host) throws UnknownHostException {
        if (HostName.isIpv4(host) || HostName.isIpv6(host)) {
            return new InetAddress[] {literal(host)};
        }
        List<String> found = names.get(host);
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return found.stream().map(OutboundTargetsTest::literal).toArray(InetAddress[]::new);
    }

    private static InetAddress literal(String address) {
        try {
            return Arrays.stream(InetAddress.getAllByName(address)).findFirst().orElseThrow();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
