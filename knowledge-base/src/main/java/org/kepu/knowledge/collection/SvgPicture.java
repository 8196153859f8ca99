package org.kepu.knowledge.collection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** A picture's SVG, as far as its rules ask about it. */
final class SvgPicture {

  private static final Set<String> ACTIVE = Set.of("script", "foreignobject", "image", "iframe");
  private static final Pattern FETCHES =
      Pattern.compile("(?i)url\\(\\s*['\"]?(?!#)|@import|javascript:");
  private static final Pattern FONT_SIZE = Pattern.compile("font-size\\s*:\\s*(\\d+(?:\\.\\d+)?)");
  private static final Pattern SIZE = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)(?:px)?\\s*");

  private final Element root;

  private SvgPicture(Element root) {
    this.root = root;
  }

  /**
   * Reads a picture without a look at anything outside of it: a document type is refused.
   *
   * @throws SAXException if it is no well-formed XML
   */
  static SvgPicture parse(byte[] svg) throws SAXException {
    try {
      DocumentBuilder parser = hardened().newDocumentBuilder();
      // The default handler prints to the console what the exception says again.
      parser.setErrorHandler(new DefaultHandler());
      return new SvgPicture(parser.parse(new ByteArrayInputStream(svg)).getDocumentElement());
    } catch (ParserConfigurationException | IOException e) {
      throw new SAXException(e);
    }
  }

  private static DocumentBuilderFactory hardened() throws ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setXIncludeAware(false);
    factory.setExpandEntityReferences(false);
    return factory;
  }

  boolean isSvg() {
    return root.getLocalName().equals("svg");
  }

  /** Empty if there is none. */
  String viewBox() {
    return root.getAttribute("viewBox");
  }

  /** The text of the root's child of this name; empty if there is none. */
  String text(String child) {
    for (Node node = root.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (child.equals(node.getLocalName())) {
        return node.getTextContent().strip();
      }
    }
    return "";
  }

  /** What would run or fetch something, in the order of the picture. */
  List<String> intrusions() {
    List<String> found = new ArrayList<>();
    for (Element element : elements()) {
      String name = element.getLocalName();
      if (ACTIVE.contains(name.toLowerCase(Locale.ROOT))) {
        found.add("<" + name + ">");
      }
      if (name.equals("style") && FETCHES.matcher(element.getTextContent()).find()) {
        found.add("<style> that fetches");
      }
      for (Attr attribute : attributes(element)) {
        if (intrudes(attribute)) {
          found.add(attribute.getName() + "=\"" + attribute.getValue() + "\"");
        }
      }
    }
    return found;
  }

  /** The sizes of letters, in the units of the view box; a size in other units counts as 0. */
  List<Double> fontSizes() {
    List<Double> sizes = new ArrayList<>();
    for (Element element : elements()) {
      if (element.hasAttribute("font-size")) {
        var size = SIZE.matcher(element.getAttribute("font-size"));
        sizes.add(size.matches() ? Double.parseDouble(size.group(1)) : 0);
      }
      String styles =
          element.getAttribute("style")
              + (element.getLocalName().equals("style") ? element.getTextContent() : "");
      FONT_SIZE.matcher(styles).results().forEach(s -> sizes.add(Double.valueOf(s.group(1))));
    }
    return sizes;
  }

  private static boolean intrudes(Attr attribute) {
    String name = attribute.getName();
    if (name.startsWith("xmlns")) {
      return false;
    }
    boolean leaves = name.endsWith("href") && !attribute.getValue().startsWith("#");
    return leaves || name.startsWith("on") || FETCHES.matcher(attribute.getValue()).find();
  }

  private List<Element> elements() {
    List<Element> elements = new ArrayList<>(List.of(root));
    NodeList below = root.getElementsByTagName("*");
    for (int i = 0; i < below.getLength(); i++) {
      elements.add((Element) below.item(i));
    }
    return elements;
  }

  private static List<Attr> attributes(Element element) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      attributes.add((Attr) element.getAttributes().item(i));
    }
    return attributes;
  }
}
