/// Lists that Bybit gives in pages.
enum BybitPages {
  /// More pages than any list has: a venue that goes round in circles is not followed for ever.
  static let most = 200

  /// The rows of all pages of `request`, which is given the cursor of each page; nil for the first.
  static func rows(
    _ client: any VenueClient, _ request: (_ cursor: String?) -> VenueRequest
  ) async throws -> [JSONValue] {
    var rows: [JSONValue] = []
    var cursor: String?
    for _ in 0..<most {
      let result = try await client.read(request(cursor)).need("result")
      let page = try result.need("list").elements
      rows.append(contentsOf: page)
      let next = result.string("nextPageCursor").map(decoded)
      guard let next, next != cursor, page.contains(where: { _ in true }) else { break }
      cursor = next
    }
    return rows
  }

  /// The cursor comes percent-encoded and is sent back so; what encodes requests would encode it twice.
  static func decoded(_ cursor: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(cursor.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
