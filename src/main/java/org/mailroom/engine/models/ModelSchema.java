package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Finds the line on which a model breaks the schema of its language: what the engine's own reader says has none. */
final class ModelSchema {

    private ModelSchema() {}

    /** The first violation with its line; empty if the schema finds nothing. */
    static Optional<String> violationOfBpmn(byte[] bytes) {
        return violation(Bpmn.class, "org/camunda/bpm/model/bpmn/schema/BPMN20.xsd", bytes);
    }

    /** The first violation with its line; empty if the schema finds nothing. */
    static Optional<String> violationOfDmn(byte[] bytes) {
        return violation(Dmn.class, "org/camunda/bpm/model/dmn/schema/DMN13.xsd", bytes);
    }

    private static Optional<String> violation(Class<?> near, String resource, byte[] bytes) {
        try {
            Validator validator = schema(near, resource).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
            return Optional.empty();
        } catch (SAXParseException at) {
            return Optional.of(words(at) + " (line " + at.getLineNumber() + ")");
        } catch (SAXException unsaid) {
            return Optional.of(String.valueOf(unsaid.getMessage()));
        } catch (IOException impossible) {
            throw new IllegalStateException("Bytes in memory can always be read", impossible);
        }
    }

    private static Schema schema(Class<?> near, String resource) throws SAXException {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "all"); // the parts of the schema itself, beside it
        return factory.newSchema(near.getClassLoader().getResource(resource));
    }

    /** Without the number of the rule, which says nothing to an analyst. */
    private static String words(SAXParseException violation) {
        return String.valueOf(violation.getMessage()).replaceFirst("^cvc-[\\w.-]+: ", "");
    }
}
