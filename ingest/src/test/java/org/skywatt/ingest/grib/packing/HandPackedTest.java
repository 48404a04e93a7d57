package org.skywatt.ingest.grib.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Packings that no tool at hand writes, put together by hand after the WMO's tables. */
class HandPackedTest {
  private static final Rows TWO_BY_THREE = Rows.regular(2, 3);

  /**
   * Section 4 of edition 1: second order, reference 0, 8 bits a first-order value, 2 groups of 6.
   */
  private static float[] secondOrder(int flags, String rest) {
    String section =
        "000000"
            + "40"
            + "0000"
            + "00000000"
            + "08"
            + "0000"
            + hex(flags)
            + "0000"
            + "0002"
            + "0006"
            + "00"
            + rest;
    byte[] bytes = HexFormat.of().parseHex(section);
    return new Grib1Data(bytes, -1, 0, bytes.length, 0, TWO_BY_THREE).values();
  }

  private static String hex(int octet) {
    return HexFormat.of().toHexDigits((byte) octet);
  }

  @Test
  void unpacksAGroupByRow() {
    // Widths 2 and 0, first-order values 5 and 9, then 1, 2, 3 in two bits.
    assertThat(secondOrder(0x10, "0200" + "0509" + "6c")).containsExactly(6, 7, 8, 9, 9, 9);
  }

  @Test
  void turnsSecondRowsOfBoustrophedonicOrder() {
    assertThat(secondOrder(0x14, "0202" + "0509" + "6c60")).containsExactly(6, 7, 8, 11, 10, 9);
  }

  @Test
  void unpacksGroupsOfASecondaryBitmap() {
    assertThat(secondOrder(0x30, "0200" + "90" + "0509" + "6c")).containsExactly(6, 7, 8, 9, 9, 9);
  }

  @Test
  void unpacksGroupsOfOneWidth() {
    assertThat(secondOrder(0x20, "02" + "90" + "0509" + "6c60"))
        .containsExactly(6, 7, 8, 9, 10, 11);
  }

  @Test
  void refusesASecondaryBitmapThatStartsNoGroup() {
    assertThatThrownBy(() -> secondOrder(0x20, "02" + "10" + "0509" + "6c60"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no group starts");
  }

  @Test
  void unpacksRunLengths() {
    // Template 5.200: 8 bits, levels up to 2, which stand for 1.0 and 2.5 (decimal scale 1).
    String representation =
        "00000015" + "05" + "00000006" + "00c8" + "08" + "0002" + "0002" + "01" + "000a" + "0019";
    // Level 0 three times (1 + (5 − 2 − 1)), 1 once, 2 twice.
    String data = "0000000a" + "07" + "0005010202";
    byte[] bytes = HexFormat.of().parseHex(representation + data);
    float[] values = new Grib2Data(bytes, 0, -1, 21, TWO_BY_THREE).values();
    assertThat(values).containsExactly(Float.NaN, Float.NaN, Float.NaN, 1f, 2.5f, 2.5f);
  }

  @Test
  void refusesAnInterlacedOrForeignImage() {
    String representation =
        "00000015" + "05" + "00000006" + "0029" + "00000000" + "0000" + "0000" + "08" + "00";
    String data =
        "0000001f"
            + "07"
            + "89504e470d0a1a0a"
            + "0000000d"
            + "49484452"
            + "00000003"
            + "00000002"
            + "08"
            + "00"
            + "0000"
            + "01"
            + "00000000";
    byte[] bytes = HexFormat.of().parseHex(representation + data);
    bytes[24] = 38;
    assertThatThrownBy(() -> new Grib2Data(bytes, 0, -1, 21, TWO_BY_THREE).values())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("interlaced PNG image is not supported");
  }
}
