package org.skywatt.ingest.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Listings of what the server has, as nginx and S3 write them. */
final class Listings {
  private static final DateTimeFormatter NGINX =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final int KEYS_A_PAGE = 3;

  private Listings() {}

  static byte[] html(String folder, SortedMap<String, Stored> objects) {
    StringBuilder page =
        new StringBuilder("<html><head><title>Index</title></head><body><pre>")
            .append("<a href=\"../\">../</a>\n");
    objects.forEach(
        (path, stored) -> {
          String name = path.substring(folder.length());
          if (path.startsWith(folder) && !name.contains("/")) {
            String link = String.format("<a href=\"%s\">%.40s..&gt;</a>", name, name);
            page.append(link).append("    ").append(NGINX.format(stored.modified()));
            page.append("    ").append(stored.bytes().length).append('\n');
          }
        });
    return page.append("</pre></body></html>").toString().getBytes(UTF_8);
  }

  /**
   * ListObjectsV2, a few keys a page.
   *
   * @param bucket its path, with a slash at the end
   */
  static byte[] s3(String bucket, String query, SortedMap<String, Stored> objects) {
    String prefix = parameter(query, "prefix");
    String token = parameter(query, "continuation-token");
    List<Map.Entry<String, Stored>> found =
        objects.entrySet().stream()
            .filter(each -> each.getKey().startsWith(bucket + prefix))
            .filter(each -> each.getKey().compareTo(token) > 0)
            .limit(KEYS_A_PAGE + 1)
            .toList();
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
    for (Map.Entry<String, Stored> each : found.subList(0, Math.min(KEYS_A_PAGE, found.size()))) {
      xml.append("<Contents><Key>")
          .append(each.getKey().substring(bucket.length()))
          .append("</Key>");
      xml.append("<LastModified>").append(each.getValue().modified()).append("</LastModified>");
      xml.append("<Size>").append(each.getValue().bytes().length).append("</Size></Contents>");
    }
    if (found.size() > KEYS_A_PAGE) {
      String last = found.get(KEYS_A_PAGE - 1).getKey();
      xml.append("<NextContinuationToken>").append(last).append("</NextContinuationToken>");
    }
    return xml.append("</ListBucketResult>").toString().getBytes(UTF_8);
  }

  private static String parameter(String query, String name) {
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return URLDecoder.decode(pair.substring(name.length() + 1), UTF_8);
      }
    }
    return "";
  }
}
