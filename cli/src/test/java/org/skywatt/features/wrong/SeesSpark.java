package org.skywatt.features.wrong;

import org.apache.spark.sql.Row;

/** Wrong on purpose: a Spark type outside a job package. */
public record SeesSpark(Row row) {}
