import FoundationEssentials
import HedgeModel

/// The specification of an instrument, for people and programs.
struct InstrumentReport: Encodable {
  let name: String
  let kind: String
  @Nullable var expiry: String?
  @Nullable var fundingIntervalHours: Double?
  let convention: String
  let underlying: String
  let quote: String
  let settlement: String
  let multiplier: String
  let tick: String
  let lot: String
  let minimumQuantity: String
  let minimumNotional: String

  init(_ instrument: Instrument) {
    name = instrument.id.description
    kind = Self.kindWord(instrument)
    if case .dated(let end) = instrument.kind { expiry = end.iso8601 }
    if case .perpetual(let interval) = instrument.kind { fundingIntervalHours = interval / .hours(1) }
    convention = instrument.convention.rawValue
    underlying = instrument.underlying.symbol
    quote = instrument.quote.symbol
    settlement = instrument.settlement.symbol
    multiplier = instrument.multiplier.description
    tick = instrument.tickSize.description
    lot = instrument.lotStep.description
    minimumQuantity = instrument.minimumQuantity.description
    minimumNotional = instrument.minimumNotional.description
  }

  /// `spot`, `perpetual` or `dated`.
  static func kindWord(_ instrument: Instrument) -> String {
    switch instrument.kind {
    case .spot: "spot"
    case .perpetual: "perpetual"
    case .dated: "dated"
    }
  }

  /// One line an instrument.
  static func table(_ reports: [InstrumentReport]) -> TextTable {
    var table = TextTable([
      .init("Instrument", .words), .init("Kind", .words), .init("Convention", .words), .init("Coin", .words),
      .init("Quote", .words), .init("Settled in", .words), .init("Multiplier"), .init("Tick"), .init("Lot"),
      .init("Least quantity"), .init("Least value"), .init("Funding or expiry", .words),
    ])
    for report in reports {
      let end = report.expiry.map { String($0.prefix(10)) }
      let funding = report.fundingIntervalHours.map { "every \($0) h" }
      table.add([
        report.name, report.kind, report.kind == "spot" ? "" : report.convention, report.underlying, report.quote,
        report.settlement, report.multiplier, report.tick, report.lot, report.minimumQuantity, report.minimumNotional,
        end ?? funding ?? "",
      ])
    }
    return table
  }
}
