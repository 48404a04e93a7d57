package org.skywatt.core.wrong;

import com.fasterxml.jackson.databind.JsonNode;

/** Wrong on purpose: core knows JSON. */
public record SeesJson(JsonNode node) {}
