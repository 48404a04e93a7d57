package org.skywatt.ingest.meaning;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.skywatt.core.variable.TimeMeaning;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.FieldHeader;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.Member;
import org.skywatt.ingest.field.StepType;

/**
 * What a field means: its quantity, how its numbers become that quantity's unit, and which time
 * they tell of.
 *
 * @param heightM height of wind above ground, m; NaN for all else and on model levels
 * @param modelLevel number of the model level, from 1 at the top; 0 on all other levels
 * @param conversion from the file's unit; a SUM becomes the quantity's unit × seconds
 * @param time INSTANT, MEAN, SUM, MIN or MAX over the period
 * @param start of the period; {@code end} for an instant
 * @param end of the period
 */
public record Meaning(
    Quantity quantity,
    double heightM,
    int modelLevel,
    Units.Conversion conversion,
    TimeMeaning time,
    Instant start,
    Instant end) {
  /** Member number in tables of the mean over an ensemble. */
  public static final int ENSEMBLE_MEAN = -1;

  /**
   * The meaning of a field.
   *
   * @return empty where it is none of the quantities, or gathered over its period in a way that
   *     none of them is (a mean cloud cover, a spread of an ensemble)
   * @throws UnknownUnitException where the quantity is known and the file's unit is not
   */
  public static Optional<Meaning> find(FieldHeader header) throws UnknownUnitException {
    if (findMember(header.member()).isEmpty()) {
      return Optional.empty();
    }
    Optional<CodeTables.Found> found = CodeTables.find(header.code(), header.level());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    CodeTable.Entry entry = found.get().entry();
    Quantity quantity = entry.quantity();
    Optional<Units.Conversion> conversion = Units.find(found.get().unit(), quantity.unit());
    if (conversion.isEmpty()) {
      throw new UnknownUnitException(header.code().parameter(), found.get().unit(), quantity);
    }
    return time(header, quantity, conversion.get(), entry.instantTotal())
        .map(
            time ->
                new Meaning(
                    quantity,
                    quantity.isWind() ? height(entry, header.level()) : Double.NaN,
                    modelLevel(header.level()),
                    conversion.get(),
                    time.kind,
                    time.start,
                    header.validTime()));
  }

  /**
   * Number of a member in tables: 0 deterministic or control, from 1 the perturbed, {@link
   * #ENSEMBLE_MEAN}; empty for other statistics, which are no forecasts of the quantity.
   */
  public static Optional<Integer> findMember(Member member) {
    return switch (member.kind()) {
      case CONTROL -> Optional.of(0);
      case PERTURBED -> Optional.of(member.number());
      case MEAN -> Optional.of(ENSEMBLE_MEAN);
      case SPREAD, OTHER -> Optional.empty();
    };
  }

  private record Time(TimeMeaning kind, Instant start) {}

  private static Optional<Time> time(
      FieldHeader header,
      Quantity quantity,
      Units.Conversion conversion,
      CodeTable.InstantTotal instantTotal) {
    StepType step = header.stepType();
    Instant end = header.validTime();
    Instant start = header.start();
    boolean gathered = quantity.meaning() == TimeMeaning.MEAN;
    if (step == StepType.INSTANT && conversion.total()) {
      return total(header, instantTotal);
    }
    return switch (step) {
      case INSTANT -> Optional.of(new Time(TimeMeaning.INSTANT, end));
      case AVERAGE ->
          when(gathered && !conversion.total() && start.isBefore(end), TimeMeaning.MEAN, start);
      // An accumulated rate is the rate × seconds by WMO's rule, so both kinds of unit give totals.
      case ACCUMULATION -> when(gathered && start.isBefore(end), TimeMeaning.SUM, start);
      case MAXIMUM ->
          when(
              quantity.meaning() == TimeMeaning.MAX && start.isBefore(end), TimeMeaning.MAX, start);
      default -> Optional.empty();
    };
  }

  /** A total that its header calls an instant. */
  private static Optional<Time> total(FieldHeader header, CodeTable.InstantTotal over) {
    Instant end = header.validTime();
    return switch (over) {
      case UNKNOWN -> Optional.empty();
      case HOUR -> Optional.of(new Time(TimeMeaning.SUM, end.minus(Duration.ofHours(1))));
      case SINCE_START -> {
        // Analyses and reanalyses have no lead; what they call a total is of the hour before.
        boolean reanalysis = header.initTime().equals(end) && header.code() instanceof CfCode;
        Instant start = reanalysis ? end.minus(Duration.ofHours(1)) : header.initTime();
        yield when(start.isBefore(end), TimeMeaning.SUM, start);
      }
    };
  }

  private static Optional<Time> when(boolean so, TimeMeaning kind, Instant start) {
    return so ? Optional.of(new Time(kind, start)) : Optional.empty();
  }

  private static double height(CodeTable.Entry entry, FieldLevel level) {
    if (!Double.isNaN(entry.heightM())) {
      return entry.heightM();
    }
    if (modelLevel(level) > 0) {
      return Double.NaN;
    }
    return level.type().equals("heightAboveGroundHighPrecision")
        ? level.value() / 100 // centimetres: GRIB 1, level type 125
        : level.value();
  }

  private static int modelLevel(FieldLevel level) {
    return level.type().startsWith("generalVertical") ? (int) level.value() : 0;
  }
}
