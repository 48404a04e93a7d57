package org.skywatt.ingest.meaning;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skywatt.ingest.field.CfCode;
import org.skywatt.ingest.field.FieldCode;
import org.skywatt.ingest.field.FieldLevel;
import org.skywatt.ingest.field.GribCode;

/** Which tables hold for a code: a centre's own first, then what all centres share. */
final class CodeTables {
  private static final int NCEP = 7;
  private static final int MET_OFFICE = 74;
  private static final int DWD = 78;
  private static final int ECMWF = 98;

  /**
   * Parameter tables of edition 1 from here on are a centre's own. Seasonal forecasts of many
   * centres use ECMWF's; the offices of the US National Weather Service beside NCEP have their own.
   */
  private static final int OWN_TABLES = 128;

  private static final Set<Integer> WEATHER_SERVICE_OFFICES = Set.of(8, 9);

  private static final int OWN_NUMBERS = 128;

  private static final CodeTable GRIB2 = CodeTable.read("grib2.txt");
  private static final CodeTable GRIB1 = CodeTable.read("grib1.txt");
  private static final CodeTable GRIB1_ECMWF = CodeTable.read("grib1-ecmwf.txt");
  private static final CodeTable CF = CodeTable.read("cf.txt");
  private static final CodeTable CF_ECMWF = CodeTable.read("cf-ecmwf.txt");
  private static final CodeTable CF_MET_OFFICE = CodeTable.read("cf-metoffice.txt");
  private static final Map<Integer, CodeTable> GRIB2_OF_CENTRE =
      Map.of(
          NCEP, CodeTable.read("grib2-ncep.txt"),
          MET_OFFICE, CodeTable.read("grib2-metoffice.txt"),
          DWD, CodeTable.read("grib2-dwd.txt"),
          ECMWF, CodeTable.read("grib2-ecmwf.txt"));
  private static final Map<Integer, CodeTable> GRIB1_OF_CENTRE =
      Map.of(
          NCEP, CodeTable.read("grib1-ncep.txt"),
          MET_OFFICE, CodeTable.read("grib1-metoffice.txt"));

  /**
   * What a code means in its table.
   *
   * @param unit of the values; empty where the file should say it and does not
   */
  record Found(CodeTable.Entry entry, String unit) {}

  private CodeTables() {}

  static Optional<Found> find(FieldCode code, FieldLevel level) {
    return code instanceof GribCode grib ? grib(grib, level) : cf((CfCode) code, level);
  }

  private static Optional<Found> grib(GribCode code, FieldLevel level) {
    Optional<CodeTable.Entry> entry;
    if (code.edition() == 2) {
      entry = inOrder(code.parameter(), level, GRIB2_OF_CENTRE.get(code.centre()), GRIB2);
    } else if (code.category() >= OWN_TABLES) {
      entry =
          WEATHER_SERVICE_OFFICES.contains(code.centre())
              ? Optional.empty()
              : GRIB1_ECMWF.find(code.parameter(), level);
    } else {
      boolean own = code.number() >= OWN_NUMBERS;
      entry =
          inOrder(
              Integer.toString(code.number()),
              level,
              GRIB1_OF_CENTRE.get(code.centre()),
              own ? null : GRIB1);
    }
    return entry.map(found -> new Found(found, found.unit()));
  }

  private static Optional<Found> cf(CfCode code, FieldLevel level) {
    String centre = code.centre().toLowerCase(Locale.ROOT);
    boolean metOffice = centre.contains("met office") || centre.contains("egrr");
    boolean ecmwf =
        centre.contains("ecmwf")
            || centre.contains("ecmf")
            || centre.contains("european centre for medium");
    if (metOffice) {
      Optional<CodeTable.Entry> own = CF_MET_OFFICE.find(code.variable(), level);
      if (own.isPresent()) {
        return Optional.of(new Found(own.get(), unitOr(code, own.get().unit())));
      }
    }
    Optional<CodeTable.Entry> byName = CF_ECMWF.find(code.variable(), level);
    if (byName.isPresent() && !metOffice) {
      return Optional.of(new Found(byName.get(), unitOr(code, ecmwf ? byName.get().unit() : "")));
    }
    return CF.find(code.standardName(), level).map(entry -> new Found(entry, code.units()));
  }

  private static String unitOr(CfCode code, String known) {
    return code.units().isBlank() ? known : code.units();
  }

  private static Optional<CodeTable.Entry> inOrder(
      String parameter, FieldLevel level, CodeTable own, CodeTable shared) {
    for (CodeTable table : new CodeTable[] {own, shared}) {
      Optional<CodeTable.Entry> entry =
          table == null ? Optional.empty() : table.find(parameter, level);
      if (entry.isPresent()) {
        return entry;
      }
    }
    return Optional.empty();
  }
}
