import FoundationEssentials
import HedgeModel

/// Reads instruments, margin tables and fees: the same tables in shipped data files and in the user's configuration.
struct CatalogDecoder {
  /// Venue of an instrument named without one.
  let defaultVenue: String
  /// Currency of a price where none is stated.
  let defaultQuote: Asset
  /// Where the figures come from, for tables that do not say.
  let origin: String

  /// The `[[instrument]]` and `[[margin_tiers]]` tables of a file.
  func catalog(_ reader: TableReader) -> Catalog {
    var catalog = Catalog()
    for (name, tiers, place) in reader.each("margin_tiers", namedTiers) {
      if catalog.tiers.updateValue(tiers, forKey: name) != nil {
        reader.issues.error(place, "found \(PrintableText.quoted(name)) again, expected each name once")
      }
    }
    for (entry, place) in reader.each("instrument", instrument) {
      if catalog.instruments.updateValue(entry, forKey: entry.instrument.id) != nil {
        let name = PrintableText.quoted(entry.instrument.id.description)
        reader.issues.error(place, "found \(name) again, expected each instrument once")
      }
    }
    return catalog
  }

  /// Reads a fee schedule; absent fees are the default's, and required where there is none.
  static func fees(_ reader: TableReader, default fallback: FeeSchedule?) -> FeeSchedule? {
    let meaning = "a fraction of the notional, such as 0.0005 for 5 basis points"
    let bounds = Bounds.from(-1 / Decimal(100), to: 1 / Decimal(10))
    let taker = reader.decimal("taker", bounds, of: meaning) ?? fallback?.taker
    let maker = reader.decimal("maker", bounds, of: meaning) ?? fallback?.maker
    guard let taker, let maker else {
      reader.missing(taker == nil ? "taker" : "maker", "state \(meaning)")
      return nil
    }
    return FeeSchedule(taker: taker, maker: maker)
  }
}
