/** What this machine has and lacks for Skywatt, and how to mend it. */
package org.skywatt.cli.doctor;
