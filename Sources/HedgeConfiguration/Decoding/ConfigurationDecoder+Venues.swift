import HedgeModel

extension ConfigurationDecoder {
  /// Reads the `[[venue]]` tables.
  func venueHosts(_ reader: TableReader) -> [VenueHosts] {
    var seen: Set<String> = []
    return reader.each("venue") { reader in
      let name = reader.text("name", expected: "a venue: \"okx\"")
      let rest = host("rest", secure: "https", plain: "http", reader)
      let stream = host("stream", secure: "wss", plain: "ws", reader)
      if !reader.states("name") { reader.missing("name", "name the venue: name = \"okx\"") }
      guard let name else { return nil }
      if !live.venues.isEmpty, !live.venues.contains(name) {
        issues.error(
          reader.place("name"), "found \(PrintableText.quoted(name)), expected \(TableReader.oneOf(live.venues))",
          suggestion: Spelling.suggestion(for: name, among: live.venues).map { "\"\($0)\"" })
      }
      if !seen.insert(name).inserted {
        issues.error(reader.place("name"), "found \(PrintableText.quoted(name)) again, expected one table for a venue")
      }
      return VenueHosts(venue: name, rest: rest, stream: stream)
    }
  }

  /// Scheme and host. Without encryption only on this machine: keys go there.
  private func host(_ key: String, secure: String, plain: String, _ reader: TableReader) -> String? {
    let expected = "scheme and host: \"\(secure)://host:port\""
    guard let text = reader.text(key, expected: expected) else { return nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    let host = parts.count == 3 && parts[1].isEmpty ? parts[2] : ""
    let isLocal = ["127.0.0.1", "localhost"].contains(String(host.prefix { $0 != ":" }))
    if !host.isEmpty, parts[0] == "\(secure):" || isLocal && parts[0] == "\(plain):" { return text }
    let reason = parts[0] == "\(plain):" ? "; without encryption only for this machine" : ""
    issues.error(reader.place(key), "found \(PrintableText.quoted(text)), expected \(expected)\(reason)")
    return nil
  }
}
