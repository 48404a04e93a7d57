package org.skywatt.ingest.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.skywatt.ingest.field.GribCode;
import ucar.nc2.grib.GribTables;
import ucar.nc2.grib.grib1.tables.Grib1ParamTables;
import ucar.nc2.grib.grib2.table.Grib2Customizer;

/**
 * Names and units of GRIB parameters, from the tables that NetCDF-Java carries: WMO's, and of local
 * codes those of the centre. Units are spelt as ecCodes does. Not safe for threads.
 */
final class ParameterNames {
  private static final int FIRST_LOCAL = 192;
  private static final int FIRST_LOCAL_TABLE = 128;
  private static final int WMO = 0;
  private static final int ECMWF = 98;

  /** An exponent behind a unit, as in {@code m-2} or {@code m^-2}. */
  private static final Pattern EXPONENT = Pattern.compile("(?<=[A-Za-z])\\^?(-?\\d)");

  private static final Pattern DIVISOR = Pattern.compile("/([A-Za-z]+)$");

  private final Grib1ParamTables edition1 = new Grib1ParamTables();
  private final Map<Integer, Grib2Customizer> edition2 = new HashMap<>();

  /**
   * What a parameter is called.
   *
   * @param units spelt like {@code W m**-2}
   */
  record Named(String name, String units) {}

  /** Name and units of a code; empty where no table has it. */
  Optional<Named> find(GribCode code) {
    try {
      return code.edition() == 1 ? edition1(code) : edition2(code);
    } catch (RuntimeException e) {
      return Optional.empty(); // a table that the library lacks: the field has no name then
    }
  }

  private Optional<Named> edition1(GribCode code) {
    GribTables.Parameter found =
        edition1.getParameter(code.centre(), code.subcentre(), code.category(), code.number());
    if (named(found, found == null ? null : found.getDescription()).isEmpty()
        && code.category() >= FIRST_LOCAL_TABLE) {
      // Seasonal and research data of other centres are coded by ECMWF's tables.
      found = edition1.getParameter(ECMWF, 0, code.category(), code.number());
    }
    return named(found, found == null ? null : found.getDescription());
  }

  private Optional<Named> edition2(GribCode code) {
    boolean local =
        code.discipline() >= FIRST_LOCAL
            || code.category() >= FIRST_LOCAL
            || code.number() >= FIRST_LOCAL;
    GribTables.Parameter found =
        edition2
            .computeIfAbsent(
                local ? code.centre() : WMO,
                centre -> Grib2Customizer.factory(centre, code.subcentre(), 0, 0, 0))
            .getParameter(code.discipline(), code.category(), code.number());
    return named(found, found == null ? null : found.getName());
  }

  private static Optional<Named> named(GribTables.Parameter parameter, String name) {
    if (parameter == null || name == null || name.isBlank()) {
      return Optional.empty();
    }
    String unit = parameter.getUnit();
    return Optional.of(
        new Named(
            name, unit == null || unit.isBlank() || unit.contains("table") ? unit : spelt(unit)));
  }

  /** {@code kg.m-2.s-1} and {@code m/s} as {@code kg m**-2 s**-1} and {@code m s**-1}. */
  private static String spelt(String unit) {
    String powers = EXPONENT.matcher(unit.replace('.', ' ')).replaceAll("**$1");
    return DIVISOR.matcher(powers).replaceFirst(" $1**-1").replaceFirst("^1 ", "");
  }
}
