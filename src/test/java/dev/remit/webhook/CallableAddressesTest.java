package dev.remit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody makes the service call what only the service can reach. */
class CallableAddressesTest {

    private final CallableAddresses callable = new CallableAddresses(TestSettings.allowing());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:2::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsNotCalled(String address) throws UnknownHostException {
        assertThat(callable.contain(InetAddress.getByName(address))).isFalse();
    }

    /** As libraries that write addresses in their own ways do, and attackers with them. */
    @ParameterizedTest
    @ValueSource(strings = {"127.1", "2130706433", "0177.0.0.1", "[::ffff:7f00:1]"})
    void whateverItIsWrittenLike(String address) {
        try {
            assertThat(InetAddress.getAllByName(address))
                    .noneMatch(it -> callable.contain(it) && it.isLoopbackAddress());
        } catch (UnknownHostException e) {
            // This Java does not read it at all.
            assertThat(e).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.255.255",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700:4700::1111",
                "2a00:1450::1",
                "::ffff:1.1.1.1"
            })
    void whatIsPublicIs(String address) throws UnknownHostException {
        assertThat(callable.contain(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void whatIsAllowedIsAndNothingBesides() throws UnknownHostException {
        CallableAddresses some =
                new CallableAddresses(
                        TestSettings.allowing("10.1.0.0/16", "192.168.7.7", "fd00:1::/32"));

        for (String address :
                new String[] {"10.1.0.0", "10.1.255.255", "192.168.7.7", "fd00:1::9"}) {
            assertThat(some.contain(InetAddress.getByName(address))).as(address).isTrue();
        }
        for (String address :
                new String[] {"10.0.255.255", "10.2.0.0", "192.168.7.8", "fd00:2::9"}) {
            assertThat(some.contain(InetAddress.getByName(address))).as(address).isFalse();
        }
    }

    @Test
    void allNetworksAreTwo() throws UnknownHostException {
        CallableAddresses all = new CallableAddresses(TestSettings.allowing("0.0.0.0/0", "::/0"));

        assertThat(all.contain(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(all.contain(InetAddress.getByName("::1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "10.0.0.0/", "10.0.0.0/33", "::/129", "10/-1", "1.1.1.1/x"})
    void whatIsNoNetworkIsNone(String text) {
        assertThatThrownBy(() -> Network.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "' is no network");
    }
}
