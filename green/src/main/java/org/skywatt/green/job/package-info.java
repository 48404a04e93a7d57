/**
 * One job on the green power of chosen sites: what is asked, what can be planned and promised, what
 * is offered instead, and the settlement against the meter.
 */
package org.skywatt.green.job;
