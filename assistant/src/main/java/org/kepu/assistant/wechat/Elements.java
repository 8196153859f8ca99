package org.kepu.assistant.wechat;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads WeChat's XML, whose elements all stand below one. A document type, and so every entity, is
 * refused.
 */
final class Elements {

  private Elements() {}

  /**
   * The texts of the elements by their names; of several with one name the first.
   *
   * @throws UnreadableMessageException if it is not such an XML
   */
  static Map<String, String> of(String xml) {
    try {
      Map<String, String> elements = new LinkedHashMap<>();
      Node root = parser().parse(new InputSource(new StringReader(xml))).getDocumentElement();
      for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
        if (child.getNodeType() == Node.ELEMENT_NODE) {
          elements.putIfAbsent(child.getNodeName(), child.getTextContent());
        }
      }
      return elements;
    } catch (SAXException | IOException e) {
      // The parser's words may quote the message.
      throw new UnreadableMessageException("A message is well-formed XML without a document type");
    }
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder parser = factory.newDocumentBuilder();
      // Without one it prints what it does not like.
      parser.setErrorHandler(new DefaultHandler());
      return parser;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The JDK's parser can refuse document types", e);
    }
  }
}
