package org.skywatt.serving.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.skywatt.core.run.RunFile;
import org.skywatt.core.run.RunHeader;
import org.skywatt.serving.access.Caller;
import org.skywatt.serving.availability.Caps;
import org.skywatt.serving.forecast.EntityTags;
import org.skywatt.serving.forecast.ForecastAnswer;
import org.skywatt.serving.forecast.ForecastQuery;
import org.skywatt.serving.forecast.ForecastSource;
import org.skywatt.serving.forecast.Forecasts;
import org.skywatt.serving.forecast.RunSearch;
import org.skywatt.serving.forecast.Subject;
import org.skywatt.serving.forecast.TimeRange;
import org.skywatt.serving.format.AnswerFormat;
import org.skywatt.serving.problem.ProblemException;
import org.skywatt.serving.run.Runs;
import org.skywatt.serving.site.SiteIndex;

/** Forecasts of portfolios and regions. */
@ApplicationScoped
class GroupForecasts {
  private static final int MOST_MEMBER_HOURS = 2000;

  private final Groups groups;
  private final SiteIndex index;
  private final Caps caps;
  private final GroupSums sums;
  private final Forecasts forecasts;
  private final RunSearch search;
  private final Runs runs;

  GroupForecasts(
      Groups groups,
      SiteIndex index,
      Caps caps,
      GroupSums sums,
      Forecasts forecasts,
      RunSearch search,
      Runs runs) {
    this.groups = groups;
    this.index = index;
    this.caps = caps;
    this.sums = sums;
    this.forecasts = forecasts;
    this.search = search;
    this.runs = runs;
  }

  /**
   * @throws ProblemException (400, 404, 503) if there is none
   */
  ForecastAnswer get(GroupKind kind, String id, Caller caller, ForecastQuery query) {
    Group group = group(kind, id, caller);
    requireAffordable(group, query);
    return search.get(source(group), query);
  }

  /** The answer, or 304 if the caller has it already. */
  Response respond(
      GroupKind kind,
      String id,
      Caller caller,
      ForecastQuery query,
      String ifNoneMatch,
      AnswerFormat format) {
    Group group = group(kind, id, caller);
    requireAffordable(group, query);
    ForecastSource source = source(group);
    if (!query.isOfNewest()) {
      return EntityTags.fresh(format, search.get(source, query).write(format));
    }
    Group.Members members = group.members(index);
    int version = Objects.hash(caps.version(), members.siteIds(), members.unknown());
    return runs.read(
        run ->
            EntityTags.answer(
                EntityTags.of(run, runs.isStale(run.header()), version, format),
                ifNoneMatch,
                format,
                () ->
                    source
                        .find(run, query)
                        .orElseThrow(() -> source.absent(run.header()))
                        .write(format)));
  }

  /** With a horizon every hour of the window may be of another run, whose sum is made for it. */
  private void requireAffordable(Group group, ForecastQuery query) {
    if (query.horizonMinutes() == null) {
      return;
    }
    TimeRange window = query.range();
    long hours = Duration.between(window.from(), window.to()).plusMinutes(59).toHours();
    int members = group.members(index).siteIds().size();
    if (members * hours > MOST_MEMBER_HOURS) {
      throw ProblemException.badRequest(
          "invalid-range",
          "horizon_minutes over "
              + hours
              + " hours of "
              + members
              + " sites is more than "
              + MOST_MEMBER_HOURS
              + " hours of sites together; ask for less at a time");
    }
  }

  private Group group(GroupKind kind, String id, Caller caller) {
    String checked = kind.parse(id);
    return groups.find(kind, checked, caller).orElseThrow(() -> kind.unknown(checked));
  }

  private ForecastSource source(Group group) {
    return new ForecastSource() {
      @Override
      public Optional<ForecastAnswer> find(RunFile run, ForecastQuery query) {
        return GroupForecasts.this.find(group, run, query);
      }

      @Override
      public ProblemException absent(RunHeader newest) {
        return ProblemException.notFound(
            "no-forecast",
            "run "
                + newest.runId()
                + " has no site of "
                + group.kind().text()
                + " "
                + group.told().id());
      }
    };
  }

  private Optional<ForecastAnswer> find(Group group, RunFile run, ForecastQuery query) {
    return sums.of(group, run, query.limits())
        .map(
            sum -> {
              Subject subject =
                  new Subject(group.kind().field(), group.told().id(), sum.sites(), sum.missing());
              return forecasts.answer(subject, sum.ensemble(), query, runs.isStale(run.header()));
            });
  }
}
