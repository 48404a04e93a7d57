package org.skywatt.cli.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skywatt.cli.wrong.one.One;
import org.skywatt.cli.wrong.two.Two;
import org.skywatt.client.wrong.DependsOnGreen;
import org.skywatt.core.sample.GenerationSample;
import org.skywatt.core.wrong.SeesJson;
import org.skywatt.features.view.wrong.SeesSparkThroughAnother;
import org.skywatt.features.wrong.ComparesAvailability;
import org.skywatt.features.wrong.SeesSpark;
import org.skywatt.green.job.JobPlan;
import org.skywatt.green.wrong.DependsOnModels;
import org.skywatt.models.score.LeadScore;
import org.skywatt.models.train.QuantileBooster;
import org.skywatt.models.train.SiteModel;
import org.skywatt.models.wrong.ReadsNetcdf;
import org.skywatt.serving.wrong.LoadsTraining;

/** Each rule against a class that breaks it on purpose: a rule that cannot fail keeps nothing. */
class RulesCanFailTest {
  @Test
  void coreMaySeeNoJson() {
    assertReports(Rules.CORE_IS_JDK_AND_ARROW, "JsonNode", SeesJson.class);
  }

  @Test
  void greenMayNotDependOnModels() {
    Class<?>[] both = {DependsOnModels.class, LeadScore.class};
    assertReports(Rules.ONE_DIRECTION, "LeadScore", both);
    assertReports(Rules.GREEN_HAS_NO_FRAMEWORK, "LeadScore", both);
  }

  @Test
  void theClientMayNotDependOnGreen() {
    Class<?>[] both = {DependsOnGreen.class, JobPlan.class};
    assertReports(Rules.ONE_DIRECTION, "JobPlan", both);
    assertReports(Rules.CLIENT_IS_JDK_AND_JSON, "JobPlan", both);
  }

  @Test
  void sparkMayNotLeaveJobs() {
    assertReports(Rules.SPARK_ONLY_IN_JOBS, "org.apache.spark.sql.Row", SeesSpark.class);
  }

  @Test
  void formulasMayNotSeeSparkEvenThroughAnother() {
    assertReports(
        Rules.FORMULAS_ARE_PURE,
        "org.apache.spark.sql.Row",
        SeesSparkThroughAnother.class,
        SeesSpark.class);
  }

  @Test
  void availabilityMayBeReadNeitherByCallNorByReference() {
    List<String> found =
        violations(
            Rules.ONLY_AS_OF_COMPARES_AVAILABILITY,
            ComparesAvailability.class,
            GenerationSample.class);

    assertThat(found).hasSize(2);
    assertThat(found).anySatisfy(line -> assertThat(line).contains("ComparesAvailability.known"));
    assertThat(found).anySatisfy(line -> assertThat(line).contains("ComparesAvailability.sort"));
  }

  @Test
  void servingMayNotLoadXgboost() {
    Class<?>[] chain = {LoadsTraining.class, SiteModel.class, QuantileBooster.class};
    assertReports(Rules.SERVING_TRAINS_NOTHING, "SiteModel", chain);
    assertReports(Rules.SERVING_LOADS_NO_HEAVY_LIBRARY, "ml.dmlc", chain);
  }

  @Test
  void netcdfJavaMayNotLeaveIngest() {
    assertReports(Rules.NETCDF_JAVA_ONLY_IN_INGEST, "ucar.nc2.NetcdfFile", ReadsNetcdf.class);
  }

  @Test
  void packagesMayNotFormACycle() {
    assertReports(Rules.NO_CYCLES, "Cycle detected", One.class, Two.class);
  }

  private static void assertReports(ArchRule rule, String what, Class<?>... wrong) {
    assertThat(violations(rule, wrong)).anySatisfy(line -> assertThat(line).contains(what));
  }

  private static List<String> violations(ArchRule rule, Class<?>... wrong) {
    JavaClasses classes = new ClassFileImporter().importClasses(wrong);
    EvaluationResult result = rule.evaluate(classes);
    return result.getFailureReport().getDetails();
  }
}
