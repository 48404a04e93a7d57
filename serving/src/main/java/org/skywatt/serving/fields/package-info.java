/** The published weather that sites without a run are forecast from. */
package org.skywatt.serving.fields;
