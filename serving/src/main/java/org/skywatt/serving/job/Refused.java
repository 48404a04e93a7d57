package org.skywatt.serving.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.skywatt.green.job.JobOffer;

/** A problem (RFC 9457) with what could be offered instead. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "GreenJobRefused")
public record Refused(
    String type, String title, int status, String detail, String code, JobOffer offer) {
  static Refused of(JobBody asked, JobOffer offer) {
    StringBuilder detail =
        new StringBuilder("no hours before the deadline, within the organisation's limits, allow");
    detail.append(" the promise that ").append(asked.green() == null ? 0 : asked.green());
    detail.append(" of the energy is green; what can be promised is ");
    detail.append(offer.green());
    if (offer.deadline() != null) {
      detail.append(", or all that was asked with the deadline ").append(offer.deadline());
    }
    if (offer.probability() != null) {
      detail.append(", or with probability ").append(offer.probability());
    }
    return new Refused(
        "urn:skywatt:problem:no-green-hours",
        "Conflict",
        409,
        detail.toString(),
        "no-green-hours",
        offer);
  }
}
