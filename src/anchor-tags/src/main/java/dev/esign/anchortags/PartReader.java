package dev.esign.anchortags;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the XML of a part, event by event. Office documents have no document type, so none is taken: neither entities nor
 * anything outside of the part are ever resolved.
 */
final class PartReader implements Closeable {

    private static final int DEEPEST = 512;
    /** The parser keeps every name it has seen; Office has some hundreds of them. */
    private static final int MOST_NAMES = 20_000;

    /**
     * Java 24 made its limits so low that documents reach them: for "&amp;" and the like, which count as entities, and for
     * nesting. There are no other entities here, and nesting is counted here.
     */
    private static final Map<String, String> LIMITS_OF_JAVA = Map.of("jdk.xml.totalEntitySizeLimit", "0",
            "jdk.xml.maxGeneralEntitySizeLimit", "0", "jdk.xml.maxElementDepth", "0");

    private final XMLStreamReader xml;
    private final InputStream stream;
    private final Set<String> names = new HashSet<>();
    private int event;
    private int depth;

    private PartReader(XMLStreamReader xml, InputStream stream) {
        this.xml = xml;
        this.stream = stream;
    }

    static PartReader open(InputStream part, Budget budget) throws IOException {
        InputStream stream = new BufferedInputStream(new CountedStream(part, budget));
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        LIMITS_OF_JAVA.forEach(factory::setProperty);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside is read");
        });
        try {
            Reader characters = new MarkupGuard(new InputStreamReader(stream, charset(stream)));
            return new PartReader(factory.createXMLStreamReader(characters), stream);
        } catch (XMLStreamException e) {
            stream.close();
            throw notXml();
        }
    }

    /** Goes on to the next event. */
    boolean next() {
        try {
            if (!xml.hasNext()) {
                return false;
            }
            event = xml.next();
        } catch (XMLStreamException e) {
            throw notXml();
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > DEEPEST) {
                    throw UnreadableDocumentException.broken("is nested too deeply");
                }
                remember();
            }
            case XMLStreamConstants.END_ELEMENT -> depth--;
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw UnreadableDocumentException.broken("has a document type or entities, which no Office document has");
            default -> {
                return true;
            }
        }
        return true;
    }

    boolean isStart() {
        return event == XMLStreamConstants.START_ELEMENT;
    }

    boolean isEnd() {
        return event == XMLStreamConstants.END_ELEMENT;
    }

    boolean isText() {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA
                || event == XMLStreamConstants.SPACE;
    }

    boolean starts(String name) {
        return isStart() && name().equals(name);
    }

    boolean ends(String name) {
        return isEnd() && name().equals(name);
    }

    /** The name of the element without its prefix. */
    String name() {
        return xml.getLocalName();
    }

    String text() {
        return xml.getText();
    }

    /** An attribute by its name without prefix; empty when it isn't there. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Goes to the end of the element that has just started. */
    void skip() {
        int outer = depth - 1;
        while (depth > outer && next()) {
            continue;
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
            stream.close();
        } catch (XMLStreamException | IOException e) {
            throw notXml();
        }
    }

    private void remember() {
        names.add(xml.getLocalName());
        names.add(xml.getPrefix());
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            names.add(xml.getAttributeLocalName(i));
            names.add(xml.getAttributePrefix(i));
        }
        for (int i = 0; i < xml.getNamespaceCount(); i++) {
            names.add(xml.getNamespacePrefix(i));
        }
        if (names.size() > MOST_NAMES) {
            throw UnreadableDocumentException.broken("has too many different names in its XML");
        }
    }

    /** UTF-8, or UTF-16 when it begins so; Office documents have no others. */
    private static Charset charset(InputStream stream) throws IOException {
        stream.mark(2);
        int first = stream.read();
        int second = stream.read();
        stream.reset();
        boolean wide = first == 0xFE && second == 0xFF || first == 0xFF && second == 0xFE;
        if (!wide && first == 0xEF && second == 0xBB) {
            stream.skipNBytes(3);
        }
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static UnreadableDocumentException notXml() {
        return UnreadableDocumentException.broken("has a part that is no well-formed XML or can't be inflated");
    }
}
