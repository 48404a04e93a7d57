package org.skywatt.serving.web;

import io.netty.handler.codec.compression.StandardCompressionOptions;
import io.netty.handler.codec.compression.Zstd;
import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Offers zstd (RFC 8878) beside gzip and deflate to callers whose Accept-Encoding names it. */
@ApplicationScoped
class Compression implements HttpServerOptionsCustomizer {
  private static final Logger LOG = Logger.getLogger(Compression.class);

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    add(options);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    add(options);
  }

  private static void add(HttpServerOptions options) {
    if (Zstd.isAvailable()) {
      options.addCompressor(StandardCompressionOptions.gzip());
      options.addCompressor(StandardCompressionOptions.deflate());
      options.addCompressor(StandardCompressionOptions.zstd());
    } else {
      LOG.warn("answers are not compressed by zstd: it has no library for this machine");
    }
  }
}
