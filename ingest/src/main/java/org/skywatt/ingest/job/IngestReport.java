package org.skywatt.ingest.job;

import java.util.List;

/**
 * What an ingest did.
 *
 * @param taken files whose rows are now in the table
 * @param skipped files that the log says were taken before
 * @param failed files of which nothing could be used
 * @param rows rows read from the files taken
 * @param refused rows or messages refused in the files taken
 * @param reasons the first refusals and failures, each one line
 */
public record IngestReport(
    int taken, int skipped, int failed, long rows, long refused, List<String> reasons) {}
