package org.skywatt.ingest.source.noaa;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.skywatt.ingest.source.Plan;
import org.skywatt.ingest.source.Remote;
import org.skywatt.ingest.source.RemoteFile;
import org.skywatt.ingest.source.RunTime;
import org.skywatt.ingest.source.Source;
import org.skywatt.ingest.source.listing.Listed;
import org.skywatt.ingest.source.listing.S3Listing;

/**
 * Images of GOES-R's imager as NOAA puts them into its object store: a folder an hour, a file a
 * scan and band, {@code OR_ABI-L1b-RadC-M6C02_G19_s20263321501170_e…_c….nc}, times as year, day of
 * the year, hour, minute and second with a tenth. A run is an hour; its files are those of the
 * bands that are used (0.64 µm by day, 10.3 µm by night) as far as the listing shows them.
 */
public enum GoesAbi implements Source {
  /** GOES-19 at 75.2° W, a scan of the contiguous United States every 5 minutes. */
  EAST("goes-east", "GOES-East", "noaa-goes19", "G19", "ABI-L1b-RadC"),
  /** GOES-19's full disk every 10 minutes: the Americas. */
  EAST_DISK("goes-east-disk", "GOES-East, full disk", "noaa-goes19", "G19", "ABI-L1b-RadF"),
  /** GOES-18 at 137° W, a scan of the Pacific coast every 5 minutes. */
  WEST("goes-west", "GOES-West", "noaa-goes18", "G18", "ABI-L1b-RadC"),
  /** GOES-18's full disk every 10 minutes. */
  WEST_DISK("goes-west-disk", "GOES-West, full disk", "noaa-goes18", "G18", "ABI-L1b-RadF");

  private static final List<String> BANDS = List.of("C02", "C13");
  private static final Duration HOUR = Duration.ofHours(1);

  private final String name;
  private final String title;
  private final String bucket;
  private final String product;
  private final Pattern file;

  GoesAbi(String name, String title, String bucket, String satellite, String product) {
    this.name = name;
    this.title = title;
    this.bucket = bucket;
    this.product = product;
    this.file =
        Pattern.compile(
            "OR_" + product + "-M\\d(C\\d{2})_" + satellite + "_s(\\d{14})_e\\d{14}_c\\d{14}\\.nc");
  }

  @Override
  public String id() {
    return name;
  }

  @Override
  public String title() {
    return "NOAA " + title + ", satellite images at 0.64 µm and 10.3 µm (" + product + ")";
  }

  @Override
  public String licence() {
    return "public domain (NOAA)";
  }

  @Override
  public String base() {
    return "https://" + bucket + ".s3.amazonaws.com";
  }

  @Override
  public Duration cycle() {
    return HOUR;
  }

  @Override
  public Grain grain() {
    return Grain.FILE;
  }

  @Override
  public boolean hidesMissing() {
    return false;
  }

  @Override
  public Plan plan(Instant run, Duration horizon, Remote remote) throws IOException {
    String prefix = product + RunTime.format("'/'yyyy'/'DDD'/'HH'/'", run);
    List<RemoteFile> files = new ArrayList<>();
    long whole = 0;
    for (Listed each : S3Listing.list(remote, prefix)) {
      whole += Math.max(0, each.bytes());
      Matcher matcher = file.matcher(each.path().substring(each.path().lastIndexOf('/') + 1));
      if (each.path().startsWith(prefix) && matcher.matches() && BANDS.contains(matcher.group(1))) {
        files.add(new RemoteFile(each.path(), Optional.empty(), Optional.empty(), each.bytes()));
      }
    }
    return new Plan(files, List.of(), whole);
  }
}
