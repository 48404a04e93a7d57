/** Work that runs when the service says so, and in time for its deadline whatever it says. */
package org.skywatt.client.run;
