package org.skywatt.green.intensity;

/**
 * The usual course of days and weeks, plus what the last value lies off it, fading: the mean of
 * several such forecasts that differ in how far they look back and how fast they forget.
 */
final class ProfileForecast {
  private record Member(int period, int periods, double fadeSlots) {}

  private static final Member[] MEMBERS = {
    new Member(48, 7, 24),
    new Member(48, 7, 48),
    new Member(48, 7, 96),
    new Member(336, 2, 48),
    new Member(336, 4, 48)
  };

  private final Series series;

  ProfileForecast(Series series) {
    this.series = series;
  }

  /** The next {@code slots} values, the first of them the one that comes next. */
  double[] forecast(int slots) {
    double[] forecast = new double[slots];
    int now = series.size();
    for (Member member : MEMBERS) {
      double[] profile = profile(member, now);
      double off = series.get(now - 1) - profile[(now - 1) % member.period];
      double fade = Math.exp(-1 / member.fadeSlots);
      for (int ahead = 0; ahead < slots; ahead++) {
        off *= fade;
        forecast[ahead] += (profile[(now + ahead) % member.period] + off) / MEMBERS.length;
      }
    }
    return forecast;
  }

  /** Mean of the last periods, by slot of the period. */
  private double[] profile(Member member, int now) {
    double[] profile = new double[member.period];
    int count = Math.min(member.periods, now / member.period);
    for (int slot = now - count * member.period; slot < now; slot++) {
      profile[slot % member.period] += series.get(slot) / count;
    }
    return profile;
  }
}
