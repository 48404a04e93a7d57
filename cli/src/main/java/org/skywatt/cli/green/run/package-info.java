/** Commands that wait for green hours: started, suspended and resumed as a service plans. */
package org.skywatt.cli.green.run;
