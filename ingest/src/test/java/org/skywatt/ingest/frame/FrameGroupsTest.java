package org.skywatt.ingest.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FrameGroupsTest {
  private static final String HRV = "H-000-MSG2__-MSG2________-HRV______-000012___-201010111400-__";
  private static final String IR = "H-000-MSG2__-MSG2________-IR_108___-000004___-201010111400-__";
  private static final String PROLOGUE =
      "H-000-MSG2__-MSG2________-_________-PRO______-201010111400-__";
  private static final String NEXT =
      "H-000-MSG2__-MSG2________-HRV______-000012___-201010111415-__";
  private static final String FCI =
      "W_XX-EUMETSAT-Darmstadt_IMG_SAT_MTI1_FCI-1C-RRAD-FDHSI-FD--CHK-BODY--DIS-NC4E_C_EUMT_"
          + "20261128120512_IDPFI_OPE_202611281200%02d_202611281209%02d_N_JLS_T_0073_00%02d.nc";
  private static final String LATER =
      "W_XX-EUMETSAT-Darmstadt_IMG_SAT_MTI1_FCI-1C-RRAD-FDHSI-FD--CHK-BODY--DIS-NC4E_C_EUMT_"
          + "20261128121512_IDPFI_OPE_20261128121007_20261128121917_N_JLS_T_0074_0034.nc";

  private static List<List<String>> groups(String... names) {
    return FrameGroups.of(List.of(names), Function.identity());
  }

  @Test
  void allSegmentsAndThePrologueOfASlotAreOneFrame() {
    assertThat(groups(HRV, NEXT, PROLOGUE, IR))
        .containsExactlyInAnyOrder(List.of(HRV, PROLOGUE, IR), List.of(NEXT));
  }

  @Test
  void anotherSatellitesSlotIsAnotherFrame() {
    String other = HRV.replace("MSG2", "MSG3");
    assertThat(groups(HRV, other)).hasSize(2);
  }

  @Test
  void allChunksOfACycleAreOneFrame() {
    String first = FCI.formatted(7, 17, 34);
    String second = FCI.formatted(21, 40, 35);
    assertThat(groups(first, LATER, second))
        .containsExactlyInAnyOrder(List.of(first, second), List.of(LATER));
  }

  @Test
  void allChannelsOfAScanAreOneFrame() {
    String visible = "OR_ABI-L1b-RadC-M6C02_G19_s20263321501170_e20263321503543_c20263321504021.nc";
    String infrared =
        "OR_ABI-L1b-RadC-M6C13_G19_s20263321501170_e20263321503555_c20263321504037.nc";
    String next = visible.replace("s20263321501170", "s20263321506170");
    assertThat(groups(next, infrared, visible))
        .containsExactly(List.of(infrared, visible), List.of(next));
  }

  @Test
  void anyOtherFileIsByItself() {
    assertThat(groups("a.nc", "b.nc", "OR_ABI-L2-DSRC-M6_G19_s2026332.nc")).hasSize(3);
  }
}
