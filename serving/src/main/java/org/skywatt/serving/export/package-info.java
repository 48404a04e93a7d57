/**
 * Rows that the pipeline published for analysts: a folder an organisation under {@code exports},
 * and in it Parquet and Arrow files. What is in another organisation's folder does not exist.
 */
package org.skywatt.serving.export;
