package org.skywatt.serving.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** Against Jackson and the JDK. */
class JsonBytesTest {
  private static final ObjectMapper JACKSON = new ObjectMapper();

  private static JsonNode parse(JsonBytes out) throws IOException {
    return JACKSON.readTree(out.toBytes());
  }

  @Property
  void anyText(@ForAll String text) throws IOException {
    String encodable = new String(text.getBytes(UTF_8), UTF_8);
    assertThat(parse(new JsonBytes(0).text(text)).textValue()).isEqualTo(encodable);
  }

  @Property
  void anyNumber(
      @ForAll @DoubleRange(min = -1e8, max = 1e8) double value,
      @ForAll @IntRange(max = 6) int decimals)
      throws IOException {
    double back = parse(new JsonBytes(0).number(value, decimals)).doubleValue();
    double expected =
        new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
    assertThat(Math.abs(back - expected)).isLessThanOrEqualTo(Math.pow(10, -decimals) * 1.001);
    assertThat(Math.abs(back - value)).isLessThanOrEqualTo(Math.pow(10, -decimals) * 0.5001);
  }

  @Property
  void anyTime(
      @ForAll @LongRange(min = -62_000_000_000L, max = 253_000_000_000L) long second,
      @ForAll @IntRange(min = -840, max = 840) int offsetMinutes)
      throws IOException {
    String text = parse(new JsonBytes(0).time(second, offsetMinutes * 60)).textValue();
    assertThat(OffsetDateTime.parse(text))
        .isEqualTo(
            Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(offsetMinutes * 60)));
  }

  @Test
  void missingIsNullAndZeroIsZero() {
    assertThat(new String(new JsonBytes(0).number(Double.NaN, 3).toBytes(), UTF_8))
        .isEqualTo("null");
    assertThat(new String(new JsonBytes(0).number(-0.0, 3).toBytes(), UTF_8)).isEqualTo("0");
    assertThat(new String(new JsonBytes(0).number(1234.5004, 3).toBytes(), UTF_8))
        .isEqualTo("1234.5");
    assertThat(new String(new JsonBytes(0).text(null).toBytes(), UTF_8)).isEqualTo("null");
  }
}
