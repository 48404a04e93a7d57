/** What all readers share: how a file that cannot be read says so. */
package org.skywatt.ingest.file;
