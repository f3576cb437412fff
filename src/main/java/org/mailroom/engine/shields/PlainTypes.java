package org.mailroom.engine.shields;

import java.util.Set;
import org.camunda.bpm.engine.runtime.DeserializationTypeValidator;

/**
 * The classes that the engine may make objects of when it reads a stored variable: plain values, and lists and maps of
 * them, which a model may keep. The engine's own list has all of {@code java.lang} on it.
 */
class PlainTypes implements DeserializationTypeValidator {

    private static final Set<String> PLAIN = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Boolean",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.math.BigInteger",
            "java.math.BigDecimal",
            "java.util.Date",
            "java.util.ArrayList",
            "java.util.Arrays$ArrayList",
            "java.util.HashMap",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.LinkedList",
            "java.util.TreeMap",
            "java.util.TreeSet");

    @Override
    public boolean validate(String type) {
        return PLAIN.contains(type);
    }
}
