package org.mailroom.engine.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Reads a model as plain XML: on which line each element is, and what is wrong already at this level (empty, cut off, wrong
 * encoding, an id twice, a flow to nowhere). Reads no DOCTYPE and nothing from outside the file.
 */
final class ModelXml extends DefaultHandler2 {

    private static final String STANDARDS = "www.omg.org/spec/";
    private static final Map<String, String> REFERENCES = Map.of(
            "sourceRef", "comes from",
            "targetRef", "leads to",
            "attachedToRef", "is attached to",
            "default", "has as default flow",
            "bpmnElement", "draws",
            "messageRef", "waits for");

    private final String language;
    private final byte[] bytes;
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();
    private final List<Finding> problems = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Deque<String> ids = new ArrayDeque<>();
    private @Nullable Locator at;
    private String root = "";
    private boolean rootIsOurs;

    private record Reference(String element, String id, String kind, String target, int line) {}

    private ModelXml(String language, byte[] bytes) {
        this.language = language;
        this.bytes = bytes;
    }

    /** @param language BPMN or DMN */
    static ModelXml read(String language, byte[] bytes) {
        var read = new ModelXml(language, bytes);
        read.parse();
        return read;
    }

    /** The line on which the element begins; null if there is no such element. */
    @Nullable
    Integer line(@Nullable String element) {
        return element == null ? null : lines.get(element);
    }

    List<Finding> problems() {
        return problems;
    }

    private void parse() {
        if (new String(bytes, StandardCharsets.ISO_8859_1).isBlank()) {
            refuse("the file is empty; save it again, or delete it");
            return;
        }
        Optional<String> undecodable = ModelEncoding.problem(bytes);
        if (undecodable.isPresent()) {
            refuse(undecodable.get());
            return;
        }
        try {
            parser().parse(new InputSource(new ByteArrayInputStream(bytes)), this);
            lookAtTheWhole();
        } catch (SAXParseException broken) {
            refuse(brokenXml(broken));
        } catch (SAXException stopped) {
            refuse(String.valueOf(stopped.getMessage()));
        } catch (IOException | ParserConfigurationException impossible) {
            throw new IllegalStateException("Bytes in memory can always be read", impossible);
        }
    }

    private SAXParser parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty("http://xml.org/sax/properties/lexical-handler", this);
        return parser;
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        at = locator;
    }

    @Override
    public void startDTD(String name, @Nullable String publicId, @Nullable String systemId) throws SAXException {
        throw new SAXException("the file has a DOCTYPE (line " + line() + "); models may not have one, remove it");
    }

    @Override
    public void startElement(String uri, String name, String prefixed, Attributes attributes) {
        if (root.isEmpty()) {
            root = prefixed;
            rootIsOurs = name.equals("definitions") && uri.contains(STANDARDS + language + "/");
        }
        String id = attributes.getValue("id");
        open.push("<" + name + ">" + (id == null ? "" : " " + id));
        ids.push(id == null ? Objects.requireNonNullElse(ids.peek(), "") : id);
        if (uri.contains(STANDARDS)) {
            noteId(id);
            noteReferences(name, attributes);
        }
    }

    @Override
    public void endElement(String uri, String name, String prefixed) {
        open.pop();
        ids.pop();
    }

    private void noteId(@Nullable String id) {
        Integer before = id == null ? null : lines.putIfAbsent(id, line());
        if (before != null) {
            refuse("two elements have the id " + id + " (lines " + before + " and " + line()
                    + "); give one of them another id");
        }
    }

    private void noteReferences(String element, Attributes attributes) {
        if (!language.equals("BPMN") || element.equals("association")) {
            return;
        }
        String named = element.endsWith("EventDefinition") ? "event" : element;
        REFERENCES.forEach((attribute, kind) -> {
            String target = attributes.getValue("", attribute);
            if (target != null) {
                references.add(new Reference(named, ids.element(), kind, target, line()));
            }
        });
    }

    private void lookAtTheWhole() {
        if (!rootIsOurs) {
            refuse("is not " + language + ": its outermost element is <" + root + ">, not the <definitions> of "
                    + language);
            return;
        }
        references.stream()
                .filter(reference -> !lines.containsKey(withoutPrefix(reference.target())))
                .forEach(reference -> refuse(reference.element() + " " + reference.id() + " " + reference.kind() + " "
                        + reference.target() + ", which is not in the model; connect it again or delete it (line "
                        + reference.line() + ")"));
    }

    private static String withoutPrefix(String reference) {
        return reference.substring(reference.indexOf(':') + 1);
    }

    private String brokenXml(SAXParseException broken) {
        String place = " (line " + broken.getLineNumber() + ", column " + broken.getColumnNumber() + ")";
        if (root.isEmpty()) {
            return "is not " + language + ", not even XML: " + broken.getMessage() + place;
        }
        boolean isCut =
                !new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing().endsWith("</" + root + ">");
        return isCut
                ? "the file ends inside " + open.peek() + place + ", so it was saved only in part; save it again"
                : "is not well-formed XML, near " + open.peek() + ": " + broken.getMessage() + place;
    }

    private void refuse(String sentence) {
        problems.add(Finding.refusal(null, sentence));
    }

    private int line() {
        return at == null ? 1 : Math.max(1, at.getLineNumber());
    }
}
