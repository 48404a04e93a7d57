/** What every reader shares: how a file is refused, and what one gave. */
package org.skywatt.ingest.file;
