/**
 * What a message says of its field without numbers: sections 1 and 4 of edition 2 and section 1 of
 * edition 1, as a {@code FieldHeader}. WMO Manual on Codes, WMO-No. 306, volume I.2; kinds of level
 * and step are named as ecCodes names them.
 */
package org.skywatt.ingest.grib.product;
