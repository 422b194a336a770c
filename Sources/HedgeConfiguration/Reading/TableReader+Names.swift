import HedgeModel

extension TableReader {
  /// A name the user gives: at most 64 characters.
  func name(_ key: String, of meaning: String) -> String? {
    guard let text = text(key, expected: meaning) else { return nil }
    guard text.count <= 64 else {
      issues.error(place(key), "found a name of \(text.count) characters, expected at most 64")
      return nil
    }
    return text
  }

  /// A coin or currency by its symbol.
  func asset(_ key: String) -> Asset? {
    text(key, expected: Self.assetWords).flatMap { asset($0, at: place(key)) }
  }

  /// The coin named `symbol`, which may have been written as a key.
  func asset(_ symbol: String, at place: Place) -> Asset? {
    let isSymbol =
      (1...20).contains(symbol.utf8.count)
      && symbol.utf8.allSatisfy { SourceScanner.isBareKeyByte($0) || $0 == UInt8(ascii: ".") }
    guard isSymbol else {
      issues.error(place, "found \(PrintableText.quoted(symbol)), expected \(Self.assetWords)")
      return nil
    }
    return Asset(symbol)
  }

  private static let assetWords = "a coin or currency by its symbol, such as \"BTC\""

  /// An instrument by its name; without a venue it is one of the feed's.
  func instrument(_ key: String, on venue: String) -> InstrumentID? {
    text(key, expected: Self.instrumentWords).flatMap { instrument($0, on: venue, at: place(key)) }
  }

  /// The instrument named `text`, which may have been written as a key.
  func instrument(_ text: String, on venue: String, at place: Place) -> InstrumentID? {
    let qualified = text.contains(":") ? text : "\(venue):\(text)"
    guard let id = InstrumentID(qualified), !qualified.contains(where: \.isWhitespace),
      !qualified.unicodeScalars.contains(where: PrintableText.isForbidden)
    else {
      issues.error(place, "found \(PrintableText.quoted(text)), expected \(Self.instrumentWords)")
      return nil
    }
    return id
  }

  private static let instrumentWords = "an instrument, such as \"BTC-PERP\" or \"simulated:BTC-PERP\""
}
