package org.skywatt.features.job;

import java.time.Instant;

/**
 * A row of the features table as Spark takes it: a bean, for Spark's generated code copies an array
 * of primitive numbers at once, where each number of a generic row is an object.
 */
public final class FeatureRow {
  private String dataset;
  private String schemaHash;
  private String siteId;
  private Instant issueTime;
  private Instant validTime;
  private String inputTier;
  private boolean sunDown;
  private float[] features;

  /** An empty row, for Spark to fill. */
  public FeatureRow() {}

  /**
   * @param validTime end of the step
   * @param features in the order of the schema; NaN where not known
   */
  FeatureRow(
      String dataset,
      String schemaHash,
      String siteId,
      Instant issueTime,
      Instant validTime,
      String inputTier,
      boolean sunDown,
      float[] features) {
    this.dataset = dataset;
    this.schemaHash = schemaHash;
    this.siteId = siteId;
    this.issueTime = issueTime;
    this.validTime = validTime;
    this.inputTier = inputTier;
    this.sunDown = sunDown;
    this.features = features;
  }

  public String getDataset() {
    return dataset;
  }

  public void setDataset(String dataset) {
    this.dataset = dataset;
  }

  public String getSchemaHash() {
    return schemaHash;
  }

  public void setSchemaHash(String schemaHash) {
    this.schemaHash = schemaHash;
  }

  public String getSiteId() {
    return siteId;
  }

  public void setSiteId(String siteId) {
    this.siteId = siteId;
  }

  public Instant getIssueTime() {
    return issueTime;
  }

  public void setIssueTime(Instant issueTime) {
    this.issueTime = issueTime;
  }

  public Instant getValidTime() {
    return validTime;
  }

  public void setValidTime(Instant validTime) {
    this.validTime = validTime;
  }

  public String getInputTier() {
    return inputTier;
  }

  public void setInputTier(String inputTier) {
    this.inputTier = inputTier;
  }

  public boolean isSunDown() {
    return sunDown;
  }

  public void setSunDown(boolean sunDown) {
    this.sunDown = sunDown;
  }

  public float[] getFeatures() {
    return features;
  }

  public void setFeatures(float[] features) {
    this.features = features;
  }
}
