package org.skywatt.ingest.source.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.skywatt.ingest.fetch.Addresses;
import org.skywatt.ingest.source.Remote;

/**
 * Lists a bucket by the ListObjectsV2 operation of the S3 API, page by page. The XML is read
 * without document types and entities, so it can name no other file and does not grow.
 */
public final class S3Listing {
  private static final long MOST_BYTES_A_PAGE = 16 << 20;
  private static final int MOST_PAGES = 50;

  private static final XMLInputFactory XML = xml();

  private record Page(List<Listed> entries, Optional<String> next) {}

  private S3Listing() {}

  /**
   * All objects whose key starts with {@code prefix}.
   *
   * @throws IOException if the answer is no such listing, or has no end
   */
  public static List<Listed> list(Remote remote, String prefix) throws IOException {
    List<Listed> all = new ArrayList<>();
    Optional<String> token = Optional.empty();
    for (int page = 0; page < MOST_PAGES; page++) {
      URI address = address(remote, prefix, token);
      byte[] bytes = remote.http().read(address, MOST_BYTES_A_PAGE).bytes();
      Page read;
      try {
        read = parse(bytes);
      } catch (XMLStreamException | IllegalArgumentException | DateTimeException e) {
        throw new IOException(
            Addresses.show(address) + ": is no listing of a bucket: " + firstLine(e), e);
      }
      all.addAll(read.entries());
      if (read.next().isEmpty()) {
        return all;
      }
      token = read.next();
    }
    throw new IOException(
        Addresses.show(remote.base()) + ": its listing has more than " + MOST_PAGES + " pages");
  }

  private static URI address(Remote remote, String prefix, Optional<String> token) {
    String query = "list-type=2&prefix=" + URLEncoder.encode(prefix, UTF_8);
    String next = token.map(each -> "&continuation-token=" + encode(each)).orElse("");
    return Addresses.parse(remote.base().toString().replaceFirst("/+$", "") + "/?" + query + next);
  }

  private static String encode(String token) {
    return URLEncoder.encode(token, UTF_8);
  }

  private static Page parse(byte[] bytes) throws XMLStreamException {
    XMLStreamReader xml = XML.createXMLStreamReader(new ByteArrayInputStream(bytes));
    List<Listed> entries = new ArrayList<>();
    String next = null;
    boolean listing = false;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "ListBucketResult" -> listing = true;
        case "Contents" -> entries.add(entry(xml));
        case "NextContinuationToken" -> next = xml.getElementText();
        default -> {}
      }
    }
    if (!listing) {
      throw new IllegalArgumentException("no ListBucketResult in it");
    }
    return new Page(entries, Optional.ofNullable(next));
  }

  private static Listed entry(XMLStreamReader xml) throws XMLStreamException {
    String key = "";
    long size = -1;
    Optional<Instant> modified = Optional.empty();
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("Contents")) {
        break;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "Key" -> key = xml.getElementText();
          case "Size" -> size = Long.parseLong(xml.getElementText());
          case "LastModified" -> modified = Optional.of(Instant.parse(xml.getElementText()));
          default -> {}
        }
      }
    }
    return new Listed(key, size, modified);
  }

  private static XMLInputFactory xml() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
