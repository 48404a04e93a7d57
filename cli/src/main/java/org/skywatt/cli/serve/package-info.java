/** {@code skywatt serve}: the database and the service as processes of their own. */
package org.skywatt.cli.serve;
