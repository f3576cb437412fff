package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Finds where an expression is in a model, because the engine does not say it. */
final class ExpressionPlace extends DefaultHandler {

    private final String expression;
    private final Deque<String> ids = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private @Nullable Locator locator;
    private @Nullable String found;

    private ExpressionPlace(String expression) {
        this.expression = expression;
    }

    /** Returns the first file, element and line that has the expression. */
    static Optional<String> in(List<ModelFile> files, String expression) {
        return files.stream()
                .filter(ModelFile::isProcess)
                .flatMap(file -> in(file, expression).map(place -> file.name() + ": " + place).stream())
                .findFirst();
    }

    private static Optional<String> in(ModelFile file, String expression) {
        var place = new ExpressionPlace(expression);
        try {
            var parsers = SAXParserFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(file.bytes()), place);
        } catch (SAXException | IOException | ParserConfigurationException unreadable) {
            return Optional.empty();
        }
        return Optional.ofNullable(place.found);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        this.locator = locator;
    }

    @Override
    public void startElement(String uri, String local, String name, Attributes attributes) {
        String id = attributes.getValue("id");
        ids.push(id == null ? ids.isEmpty() ? name : ids.peek() : id);
        text.setLength(0);
        for (int at = 0; at < attributes.getLength(); at++) {
            look(attributes.getValue(at));
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    @Override
    public void endElement(String uri, String local, String name) {
        look(text);
        text.setLength(0);
        ids.pop();
    }

    private void look(CharSequence value) {
        if (found == null && value.toString().contains(expression)) {
            found = ids.peek() + (locator == null ? "" : ", line " + locator.getLineNumber());
        }
    }
}
