package org.skywatt.core.satellite;

import java.util.Optional;

/**
 * SEVIRI's bands on Meteosat-8 to -11, for radiances in mW m⁻² sr⁻¹ (cm⁻¹)⁻¹.
 *
 * <p>Irradiances at 1 au: EUM/MSG/TEN/12/0332, <i>Conversion from radiances to reflectances for
 * SEVIRI warm channels</i>, table 1. Wavenumbers, α and β: EUM/MET/TEN/11/0569, for effective
 * radiances, which level 1.5 images hold since 2008-05-05.
 */
public final class SeviriBands {
  private static final int FIRST_SPACECRAFT = 321;
  private static final int SOLAR = 3;
  private static final String[] CHANNELS = {
    "VIS006", "VIS008", "IR_016", "IR_039", "WV_062", "WV_073", "IR_087", "IR_097", "IR_108",
    "IR_120", "IR_134", "HRV"
  };

  /** By satellite: VIS006, VIS008, IR_016, HRV; mW m⁻² (cm⁻¹)⁻¹. */
  private static final double[][] IRRADIANCE = {
    {65.2296, 73.0127, 62.3715, 78.7599},
    {65.2065, 73.1869, 61.9923, 79.0113},
    {65.5148, 73.1807, 62.0208, 78.9416},
    {65.2656, 73.1692, 61.9416, 79.0035},
  };

  /** By satellite and channel from IR_039: wavenumber, alpha, beta. */
  private static final double[][][] THERMAL = {
    {
      {2567.330, 0.9956, 3.410},
      {1598.103, 0.9962, 2.218},
      {1362.081, 0.9991, 0.478},
      {1149.069, 0.9996, 0.179},
      {1034.343, 0.9999, 0.060},
      {930.647, 0.9983, 0.625},
      {839.660, 0.9988, 0.397},
      {752.387, 0.9981, 0.578},
    },
    {
      {2568.832, 0.9954, 3.438},
      {1600.548, 0.9963, 2.185},
      {1360.330, 0.9991, 0.470},
      {1148.620, 0.9996, 0.179},
      {1035.289, 0.9999, 0.056},
      {931.700, 0.9983, 0.640},
      {836.445, 0.9988, 0.408},
      {751.792, 0.9981, 0.561},
    },
    {
      {2547.771, 0.9915, 2.9002},
      {1595.621, 0.9960, 2.0337},
      {1360.337, 0.9991, 0.4340},
      {1148.130, 0.9996, 0.1714},
      {1034.715, 0.9999, 0.0527},
      {929.842, 0.9983, 0.6084},
      {838.659, 0.9988, 0.3882},
      {750.653, 0.9982, 0.5390},
    },
    {
      {2555.280, 0.9916, 2.9438},
      {1596.080, 0.9959, 2.0780},
      {1361.748, 0.9990, 0.4929},
      {1147.433, 0.9996, 0.1731},
      {1034.851, 0.9998, 0.0597},
      {931.122, 0.9983, 0.6256},
      {839.113, 0.9988, 0.4002},
      {748.585, 0.9981, 0.5635},
    },
  };

  private final int satellite;

  private SeviriBands(int satellite) {
    this.satellite = satellite;
  }

  /**
   * The bands of a spacecraft.
   *
   * @param spacecraft CGMS number in HRIT headers: 321 for Meteosat-8 to 324 for Meteosat-11
   */
  public static Optional<SeviriBands> find(int spacecraft) {
    int satellite = spacecraft - FIRST_SPACECRAFT;
    return satellite >= 0 && satellite < THERMAL.length
        ? Optional.of(new SeviriBands(satellite))
        : Optional.empty();
  }

  /** Such as {@code Meteosat-10}. */
  public String satelliteName() {
    return "Meteosat-" + (satellite + 8);
  }

  /**
   * Name of a channel.
   *
   * @param channel number in headers, 1 to 12
   */
  public static String channelName(int channel) {
    if (channel < 1 || channel > CHANNELS.length) {
      throw new IllegalArgumentException("SEVIRI has no channel " + channel);
    }
    return CHANNELS[channel - 1];
  }

  /**
   * The solar band of a channel; empty for infrared ones.
   *
   * @param channel 1 to 12
   * @param distanceAu from sun to earth, au
   */
  public Optional<SolarBand> solar(int channel, double distanceAu) {
    boolean highResolution = channel == CHANNELS.length;
    if (channel > SOLAR && !highResolution) {
      return Optional.empty();
    }
    double irradiance = IRRADIANCE[satellite][highResolution ? SOLAR : channel - 1];
    return Optional.of(SolarBand.ofIrradiance(irradiance, distanceAu));
  }

  /** The infrared band of a channel; empty for solar ones. */
  public Optional<ThermalBand> thermal(int channel) {
    if (channel <= SOLAR || channel >= CHANNELS.length) {
      return Optional.empty();
    }
    double[] band = THERMAL[satellite][channel - SOLAR - 1];
    return Optional.of(ThermalBand.ofWavenumber(band[0], band[1], band[2]));
  }
}
