package org.skywatt.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/**
 * What a job used; energies in kWh, CO2 in grams. NaN where the service does not know.
 *
 * @param greenKwh metered energy matched with green energy of the same step
 * @param promisedGreen share that the first plan promised
 * @param oracleGreenKwh the most that any plan could have matched
 * @param atOnceGreenKwh what running at once would have matched
 * @param locationBasedGrams all its energy at the grid's intensity
 * @param marketBasedGrams only what no green energy matches
 */
public record JobSettlement(
    double plannedKwh,
    double actualKwh,
    double greenKwh,
    double promisedGreen,
    double oracleGreenKwh,
    double atOnceGreenKwh,
    double locationBasedGrams,
    double marketBasedGrams) {
  static JobSettlement of(JsonNode node) throws IOException {
    return new JobSettlement(
        Answers.number(node, "plannedKwh"),
        Answers.number(node, "actualKwh"),
        Answers.number(node, "greenKwh"),
        Answers.number(node, "promisedGreen"),
        Answers.number(node, "oracleGreenKwh"),
        Answers.number(node, "atOnceGreenKwh"),
        Answers.number(node, "locationBasedGrams"),
        Answers.number(node, "marketBasedGrams"));
  }
}
