package org.skywatt.cli.wrong.one;

import org.skywatt.cli.wrong.two.Two;

/** Wrong on purpose: half of a cycle. */
public record One(Two two) {}
