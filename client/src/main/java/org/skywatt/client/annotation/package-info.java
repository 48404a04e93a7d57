/** Methods that say of themselves that they wait for green hours. */
package org.skywatt.client.annotation;
