import FoundationEssentials
import HedgeAnalytics
import HedgeModel

/// A ticket as JSON and text.
struct TicketReport: Encodable {
  /// One trade.
  struct Line: Encodable {
    let rank: Int
    let side: String
    let instrument: String
    @Nullable var account: String?
    let contracts: Decimal
    let exactContracts: Double
    let price: Double
    let notional: Double
    let betaValue: Double
    @Nullable var fee: Double?
    @Nullable var slippage: Double?
    @Nullable var impactBps: Double?
    @Nullable var fillable: Decimal?
  }

  /// A warning for programs and for people.
  struct Warning: Encodable {
    let kind: String
    let detail: String
  }

  let ticket: TradeTicket
  let before: ResidualReport
  let after: ResidualReport
  let without: ResidualReport?

  init(_ ticket: TradeTicket, without: Set<TradeTicket.LineID> = []) {
    self.ticket = ticket
    before = ResidualReport(TicketResidual(book: ticket.book))
    after = ResidualReport(ticket.residual)
    self.without = without.isEmpty ? nil : ResidualReport(ticket.residual(withoutFillOf: without))
  }

  private enum CodingKeys: String, CodingKey {
    case schema, id, at, strategy, currency, lines, orderedBy, fees, slippage, roundingResidual, band, before, after
    case without, warnings
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("hedgetop.ticket.v1", forKey: .schema)
    try container.encode(ticket.id, forKey: .id)
    try container.encode(ticket.at.iso8601, forKey: .at)
    try container.encode(ticket.strategy, forKey: .strategy)
    try container.encode(ticket.currency.symbol, forKey: .currency)
    try container.encode(ticket.lines.map(Line.init), forKey: .lines)
    try container.encode(ticket.orderedBy.rawValue, forKey: .orderedBy)
    try container.encode(Nullable(wrappedValue: ticket.fees), forKey: .fees)
    try container.encode(Nullable(wrappedValue: ticket.slippage.value), forKey: .slippage)
    try container.encode(ticket.roundingResidual, forKey: .roundingResidual)
    try container.encode(ticket.book.band, forKey: .band)
    try container.encode(before, forKey: .before)
    try container.encode(after, forKey: .after)
    try container.encode(Nullable(wrappedValue: without), forKey: .without)
    try container.encode(ticket.warnings.map { Warning(kind: $0.word, detail: $0.words) }, forKey: .warnings)
  }
}

extension TicketReport.Line {
  init(_ line: TradeTicket.Line) {
    self.init(
      rank: line.liquidityRank, side: line.side.rawValue, instrument: line.instrument.id.description,
      account: line.account?.name, contracts: line.contracts, exactContracts: line.exactContracts, price: line.price,
      notional: line.notional, betaValue: line.betaValue, fee: line.fee, slippage: line.slippage.value,
      impactBps: line.impactBasisPoints, fillable: line.fill.isFresh ? line.fill.value?.filled : nil)
  }
}
