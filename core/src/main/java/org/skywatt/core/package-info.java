/** The vocabulary of Skywatt. Depends on the JDK, and on Arrow for the run-file codec alone. */
package org.skywatt.core;
