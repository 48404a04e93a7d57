package org.skywatt.serving.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.skywatt.serving.config.SkywattConfig;

class TargetTest {
  private record Rules(boolean privateAddresses, boolean plainHttp)
      implements SkywattConfig.Webhooks {
    @Override
    public int mostFailures() {
      return 15;
    }

    @Override
    public Duration firstPause() {
      return Duration.ofSeconds(5);
    }

    @Override
    public Optional<Path> certificateAuthority() {
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd12::1",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:0a00:0001::1",
        "2001::1",
        "2001:db8::1",
      })
  void addressesOfTheInsideAreClosed(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "100.128.0.1",
        "172.32.0.1",
        "192.0.64.1",
        "192.0.127.255",
        "192.88.98.1",
        "198.20.0.1",
        "198.51.101.1",
        "203.0.114.1",
        "8.8.8.8",
        "2606:4700::1111",
        "64:ff9b::808:808",
        "2002:0808:0808::1",
        "2a00:1450::1",
      })
  void thoseOfTheInternetAreOpen(String address) throws UnknownHostException {
    assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://1.1.1.1/",
        "ftp://1.1.1.1/",
        "https://",
        "https:///x",
        "nothing",
        "",
        "https://user:pass@1.1.1.1/",
        "https://1.1.1.1/#x",
        "https://127.0.0.1/",
        "https://localhost/",
        "https://[::1]/",
        "https://169.254.169.254/latest/meta-data",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://no.such.host.invalid/",
        "file:///etc/passwd",
      })
  void nothingIsSentThere(String url) {
    assertThatThrownBy(() -> Target.of(url, new Rules(false, false)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** So that nobody learns which names the inside has. */
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "no.such.host.invalid", "10.0.0.1"})
  void closedAndUnknownHostsAreToldAlike(String host) {
    assertThatThrownBy(() -> Target.of("https://" + host + "/", new Rules(false, false)))
        .hasMessage("the host " + host + " has no public address");
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8,32,8.8.8.8,true",
    "8.8.8.8,32,8.8.8.9,false",
    "8.8.8.8,20,8.8.15.255,true",
    "8.8.8.8,20,8.8.16.0,false",
    "8.8.8.8,0,8.8.8.8,true",
    "8.8.8.8,0,1.1.1.1,false",
    "8.8.8.8,-1,1.1.1.1,false",
    "2606:4700::1,64,2606:4700::ffff,true",
    "2606:4700::1,64,2606:4700:0:1::1,false",
    "2606:4700::1,0,2a00:1450::1,false",
    "8.8.8.8,20,2606:4700::1,false",
  })
  void ownNetworksAreNear(String own, int prefix, String other, boolean near)
      throws UnknownHostException {
    assertThat(OwnNetworks.isNear(InetAddress.getByName(own), prefix, InetAddress.getByName(other)))
        .isEqualTo(near);
  }

  @Test
  void thisMachinesAddressesAreItsOwn() throws SocketException, UnknownHostException {
    assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
        .isNotEmpty()
        .allMatch(OwnNetworks::contain);
    assertThat(OwnNetworks.contain(InetAddress.getByName("1.1.1.1"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "https://1.1.1.1,443,/",
    "https://1.1.1.1:8443/a/b?c=d%20e,8443,/a/b?c=d%20e",
    "https://1.1.1.1/?x=1,443,/?x=1",
  })
  void aTargetIsAnAddressPortAndPath(String url, int port, String path) {
    Target target = Target.of(url, new Rules(false, false));
    assertThat(target.address().getHostAddress()).isEqualTo("1.1.1.1");
    assertThat(target.port()).isEqualTo(port);
    assertThat(target.path()).isEqualTo(path);
    assertThat(target.isTls()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/x", "http://localhost/"})
  void settingsOpenTheInside(String url) {
    assertThat(Target.of(url, new Rules(true, true)).address().isLoopbackAddress()).isTrue();
  }
}
