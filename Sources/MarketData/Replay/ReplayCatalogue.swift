import FoundationEssentials
import HedgeModel

/// Finds the instruments of a recording and the columns each is told from.
struct ReplayCatalogue {
  static let venue = "replay"
  private static let perpetualSuffix = "_PERP"
  private static let markSuffix = "_MARK"
  /// Where the recording does not tell the payments of a perpetual.
  private static let usualFundingInterval = Duration.hours(8)

  private let recording: ReplayRecording
  private let configuration: ReplayConfiguration
  /// Every column by its name, the first table of each interval taking precedence.
  private var columns: [String: [BetaPolicy.BarInterval: ReplayColumn]] = [:]
  /// Names in the order of the files.
  private var order: [String] = []

  init(_ recording: ReplayRecording, _ configuration: ReplayConfiguration) {
    self.recording = recording
    self.configuration = configuration
    for (table, prices) in recording.prices.enumerated() {
      for (column, name) in prices.names.enumerated() {
        if columns[name] == nil { order.append(name) }
        if columns[name]?[prices.interval] != nil { continue }
        columns[name, default: [:]][prices.interval] =
          ReplayColumn(table: table, column: column, interval: prices.interval)
      }
    }
  }

  /// All instruments, in the order of the files. A column of mark prices is not an instrument of its own.
  func listings() -> [ReplayListing] {
    order.compactMap { name in
      if name.hasSuffix(Self.markSuffix) { return nil }
      guard name.hasSuffix(Self.perpetualSuffix) else { return spot(name) }
      return perpetual(name, of: String(name.dropLast(Self.perpetualSuffix.count)))
    }
  }

  private func spot(_ name: String) -> ReplayListing {
    ReplayListing(
      instrument: specification(symbol: name, kind: .spot, underlying: name), bars: columns[name] ?? [:], mark: nil,
      index: nil, funding: [])
  }

  private func perpetual(_ name: String, of base: String) -> ReplayListing {
    let bars = columns[name] ?? [:]
    let funding = funding(of: base)
    let interval = funding.last?.interval ?? Self.usualFundingInterval
    let finest: BetaPolicy.BarInterval = bars[.hour] == nil ? .day : .hour
    return ReplayListing(
      instrument: specification(
        symbol: "\(base)-PERP", kind: .perpetual(fundingInterval: interval), underlying: base),
      bars: bars, mark: columns[base + Self.markSuffix]?[finest], index: columns[base]?[finest], funding: funding)
  }

  private func funding(of base: String) -> [FundingTable.Event] {
    for table in recording.funding {
      if let symbol = table.symbols.first(where: { QuoteSuffix.base(of: $0) == base }) {
        return table.events[symbol] ?? []
      }
    }
    return []
  }

  private func specification(symbol: String, kind: Instrument.Kind, underlying: String) -> Instrument {
    let id = InstrumentID(venue: Self.venue, symbol: symbol)
    if let stated = configuration.specifications.first(where: { $0.id == id }) { return stated }
    let lot = Decimal(sign: .plus, exponent: kind == .spot ? -8 : -3, significand: 1)
    return Instrument(
      id: id, kind: kind, underlying: Asset(underlying), quote: configuration.quote, settlement: configuration.quote,
      tickSize: Decimal(sign: .plus, exponent: -8, significand: 1), lotStep: lot)
  }
}
