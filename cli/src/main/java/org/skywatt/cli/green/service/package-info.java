/** The service that green commands ask. */
package org.skywatt.cli.green.service;
