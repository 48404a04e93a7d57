package org.skywatt.cli.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;

/** The rules that ArchUnit checks. Maven's Enforcer keeps the same table for jars. */
final class Rules {
  private static final String[] SPARK = {"org.apache.spark..", "scala.."};
  private static final String[] ICEBERG = {"org.apache.iceberg.."};
  private static final String[] XGBOOST = {"ml.dmlc.."};
  private static final String[] ARROW = {"org.apache.arrow..", "com.google.flatbuffers.."};
  private static final String[] JSON = {"com.fasterxml.."};
  private static final String[] NETCDF_JAVA = {"ucar..", "thredds.."};
  private static final String[] GEOTOOLS = {
    "org.geotools..",
    "org.opengis..",
    "it.geosolutions..",
    "org.locationtech..",
    "javax.media.jai.."
  };
  private static final String[] FORMULAS = {
    "org.skywatt.features.schema..",
    "org.skywatt.features.view..",
    "org.skywatt.core.solar..",
    "org.skywatt.core.irradiance..",
    "org.skywatt.core.photovoltaic..",
    "org.skywatt.core.wind..",
    "org.skywatt.features.quality.."
  };

  /** Each module, and those it may depend on. */
  static final ArchRule ONE_DIRECTION =
      table(
          module("core"),
          module("ingest", "core"),
          module("features", "core"),
          module("models", "core", "features"),
          module("green", "core"),
          module("client"),
          module("cli", "core", "ingest", "features", "models", "green", "client"),
          module("serving", "core", "features", "models", "green"));

  static final ArchRule NO_CYCLES = slices().matching("org.skywatt.(**)").should().beFreeOfCycles();

  static final ArchRule CORE_IS_JDK_AND_ARROW =
      classes()
          .that()
          .resideInAPackage("org.skywatt.core..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("org.skywatt.core..", "java..").or(in(ARROW)));

  static final ArchRule ARROW_ONLY_IN_THE_CODEC =
      only(
          in(ARROW),
          "Arrow",
          "org.skywatt.core.arrow..",
          "org.skywatt.core.run..",
          "org.skywatt.core.field..",
          "org.skywatt.serving.format..",
          "org.skywatt.serving.flight..");

  static final ArchRule NETCDF_JAVA_ONLY_IN_INGEST =
      only(in(NETCDF_JAVA), "NetCDF-Java", "org.skywatt.ingest..");

  static final ArchRule GEOTOOLS_ONLY_IN_INGEST =
      only(in(GEOTOOLS), "GeoTools", "org.skywatt.ingest..");

  static final ArchRule SPARK_ONLY_IN_JOBS =
      only(
          in(SPARK).or(in(ICEBERG)), "Spark or Iceberg", "org.skywatt..job..", "org.skywatt.cli..");

  static final ArchRule XGBOOST_ONLY_IN_TRAINING =
      only(in(XGBOOST), "XGBoost", "org.skywatt.models.train..", "org.skywatt.cli.doctor..");

  /** To any depth: a formula does not see them through a class of ours either. */
  static final ArchRule FORMULAS_ARE_PURE =
      noClasses()
          .that()
          .resideInAnyPackage(FORMULAS)
          .should()
          .transitivelyDependOnClassesThat(
              in(SPARK).or(in(ICEBERG)).or(in(XGBOOST)).or(in(ARROW)).or(in(JSON)));

  static final ArchRule GREEN_HAS_NO_FRAMEWORK =
      classes()
          .that()
          .resideInAPackage("org.skywatt.green..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.skywatt.green..", "org.skywatt.core..", "java..");

  static final ArchRule CLIENT_IS_JDK_AND_JSON =
      classes()
          .that()
          .resideInAPackage("org.skywatt.client..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("org.skywatt.client..", "java..", "javax.net.ssl..").or(in(JSON)));

  /**
   * Of models, serving uses what reads published files and models, physics, scenarios and scores.
   */
  static final ArchRule SERVING_TRAINS_NOTHING =
      noClasses()
          .that()
          .resideInAPackage("org.skywatt.serving..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("org.skywatt.models..")
                  .and(resideOutsideOfPackage("org.skywatt.models.publish.."))
                  .and(resideOutsideOfPackage("org.skywatt.models.physical.."))
                  .and(resideOutsideOfPackage("org.skywatt.models.predict.."))
                  .and(resideOutsideOfPackage("org.skywatt.models.nano.."))
                  .and(resideOutsideOfPackage("org.skywatt.models.scenario.."))
                  .and(resideOutsideOfPackage("org.skywatt.models.score..")));

  /** To any depth: what serving loads, and what that loads. */
  static final ArchRule SERVING_LOADS_NO_HEAVY_LIBRARY =
      noClasses()
          .that()
          .resideInAPackage("org.skywatt.serving..")
          .should()
          .transitivelyDependOnClassesThat(
              in(SPARK).or(in(ICEBERG)).or(in(XGBOOST)).or(in(NETCDF_JAVA)).or(in(GEOTOOLS)));

  /**
   * Whoever can read when a sample became available could filter by it. Those named here write it
   * down, or hand it to {@code AsOf}.
   */
  static final ArchRule ONLY_AS_OF_COMPARES_AVAILABILITY =
      noClasses()
          .that(
              resideOutsideOfPackage("org.skywatt.core.sample..")
                  .and(resideOutsideOfPackage("org.skywatt.core.time.."))
                  .and(resideOutsideOfPackage("org.skywatt.ingest.."))
                  .and(
                      DescribedPredicate.not(
                          name("org.skywatt.features.view.SiteHistory")
                              .or(name("org.skywatt.features.view.NwpRuns"))
                              .or(name("org.skywatt.features.view.EffectiveCapacity"))
                              .or(name("org.skywatt.features.job.CapacityChangeJob"))
                              .or(name("org.skywatt.models.job.SiteRows")))))
          .should()
          .accessTargetWhere(readsAvailability());

  private Rules() {}

  private record Module(String name, String... mayDependOn) {}

  private static Module module(String name, String... mayDependOn) {
    return new Module(name, mayDependOn);
  }

  private static ArchRule table(Module... modules) {
    LayeredArchitecture table = layeredArchitecture().consideringOnlyDependenciesInLayers();
    for (Module each : modules) {
      table = table.layer(each.name).definedBy("org.skywatt." + each.name + "..");
    }
    for (Module each : modules) {
      LayeredArchitecture.LayerDependencySpecification row = table.whereLayer(each.name);
      table =
          each.mayDependOn.length == 0
              ? row.mayNotAccessAnyLayer()
              : row.mayOnlyAccessLayers(each.mayDependOn);
    }
    return table;
  }

  private static DescribedPredicate<JavaAccess<?>> readsAvailability() {
    return JavaAccess.Predicates.target(name("availableAt"))
        .and(JavaAccess.Predicates.target(owner(resideInAPackage("org.skywatt.core.sample.."))))
        .as("a sample's availableAt is read");
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return resideInAnyPackage(packages);
  }

  private static ArchRule only(
      DescribedPredicate<JavaClass> library, String called, String... packages) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(packages)
        .should()
        .dependOnClassesThat(library)
        .as("only " + String.join(", ", packages) + " may know " + called);
  }
}
