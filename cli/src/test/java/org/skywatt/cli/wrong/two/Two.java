package org.skywatt.cli.wrong.two;

import org.skywatt.cli.wrong.one.One;

/** Wrong on purpose: half of a cycle. */
public record Two(One one) {}
