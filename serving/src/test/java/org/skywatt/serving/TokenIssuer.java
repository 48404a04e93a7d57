package org.skywatt.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** A small OpenID Connect provider on loopback that signs real tokens (RS256). */
final class TokenIssuer implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair keys = newKeys();

  TokenIssuer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    RSAPublicKey key = (RSAPublicKey) keys.getPublic();
    answer(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/keys\",\"token_endpoint\":\"%s/token\"}"
            .formatted(url(), url(), url()));
    answer(
        "/keys",
        "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"one\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(
                BASE64.encodeToString(positive(key.getModulus().toByteArray())),
                BASE64.encodeToString(key.getPublicExponent().toByteArray())));
    server.start();
  }

  static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] positive(byte[] bytes) {
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private void answer(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, json.getBytes(UTF_8).length);
          exchange.getResponseBody().write(json.getBytes(UTF_8));
          exchange.close();
        });
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The key that the provider tells of. */
  KeyPair keyPair() {
    return keys;
  }

  /** A good token with these claims besides. */
  String token(String claims) {
    return token(claims, url(), "skywatt", Instant.now().plusSeconds(300), keys);
  }

  /** A token of any issuer, audience, expiry and key. */
  String token(String claims, String issuer, String audience, Instant expires, KeyPair signer) {
    String body =
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"ada\",\"iat\":%d,\"exp\":%d%s}"
            .formatted(
                issuer,
                audience,
                expires.minusSeconds(600).getEpochSecond(),
                expires.getEpochSecond(),
                claims.isEmpty() ? "" : "," + claims);
    String text =
        BASE64.encodeToString("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}".getBytes(UTF_8))
            + "."
            + BASE64.encodeToString(body.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(signer.getPrivate());
      signature.update(text.getBytes(UTF_8));
      return text + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
