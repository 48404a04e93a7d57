package org.skywatt.serving.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.skywatt.green.promise.PromiseCalibration;

/** The table {@code green_calibration}: one calibration an organisation and probability. */
@ApplicationScoped
class Calibrations {
  PromiseCalibration get(Connection connection, long organisationId, double probability)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT level FROM green_calibration WHERE organisation_id = ? AND probability = ?")) {
      select.setLong(1, organisationId);
      select.setDouble(2, probability);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new PromiseCalibration(probability, row.getDouble(1))
            : new PromiseCalibration(probability);
      }
    }
  }

  void settle(Connection connection, long organisationId, double probability, boolean kept)
      throws SQLException {
    PromiseCalibration calibration = get(connection, organisationId, probability);
    calibration.settle(kept);
    try (PreparedStatement upsert =
        connection.prepareStatement(
            "INSERT INTO green_calibration (organisation_id, probability, level) VALUES (?, ?, ?)"
                + " ON CONFLICT (organisation_id, probability) DO UPDATE SET level ="
                + " excluded.level")) {
      upsert.setLong(1, organisationId);
      upsert.setDouble(2, probability);
      upsert.setDouble(3, calibration.level());
      upsert.executeUpdate();
    }
  }
}
