/** One way to read any file of fields: the format is told by content, never by name. */
package org.skywatt.ingest.reader;
