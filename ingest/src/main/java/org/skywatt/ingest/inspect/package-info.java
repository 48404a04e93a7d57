/** What is in a file, field by field, for people: {@code skywatt inspect}. */
package org.skywatt.ingest.inspect;
