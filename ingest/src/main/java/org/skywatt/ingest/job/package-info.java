/** Spark jobs that fill the Iceberg tables: idempotent, all or nothing a batch. */
package org.skywatt.ingest.job;
