package org.skywatt.features.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.skywatt.core.sample.NwpSample;
import org.skywatt.core.table.Column;
import org.skywatt.core.table.Table;
import org.skywatt.core.variable.Variable;

class RowSamplesTest {
  @Test
  void nothingIsComputedFromWhatCannotBe() {
    Instant time = Instant.parse("2026-11-18T06:00:00Z");
    StructType schema = new StructType();
    Object[] values = new Object[Table.NWP_SAMPLES.columns().size()];
    for (Column column : Table.NWP_SAMPLES.columns()) {
      values[schema.length()] =
          switch (column.name()) {
            case "site_id", "source" -> "a";
            case "member" -> 0;
            case "implausible" -> 1L << Variable.CLOUD_COVER.ordinal();
            case "ghi_wm2" -> 321f;
            case "cloud_cover" -> 55f;
            default -> column.sqlType().equals("TIMESTAMP") ? time : null;
          };
      schema = schema.add(column.name(), column.sqlType());
    }
    NwpSample sample = RowSamples.nwp(Columns.of(new GenericRowWithSchema(values, schema)));
    assertThat(sample.get(Variable.GHI)).isEqualTo(321);
    assertThat(sample.get(Variable.CLOUD_COVER)).isNaN();
    assertThat(sample.get(Variable.TEMPERATURE_2M)).isNaN();
    assertThat(sample.initTime()).isEqualTo(time);
  }
}
