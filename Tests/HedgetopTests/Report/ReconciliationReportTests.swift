import Foundation
import HedgeAnalytics
import HedgeModel
import HedgeTestSupport
import Panels
import Testing

@testable import hedgetop

@Suite struct ReconciliationReportTests {
  private static var builder: SnapshotBuilder {
    let known = Provenance(asOf: SnapshotBuilder.calm.now - .seconds(4), source: "main")
    let future = InstrumentID(venue: "simulated", symbol: "BTC-PERP")
    func line(_ subject: Reconciliation.Line.Subject, _ venue: Double?, cause: String? = nil) -> Reconciliation.Line {
      let told: Reading<Double> = venue.map { .known($0, known) } ?? .unknown(UnknownReason(.notReceived, "not told"))
      return Reconciliation.Line(
        subject: subject, instrument: subject == .equity ? nil : future, ours: .known(100, known), venue: told,
        difference: told.map { 100 / $0 - 1 }, cause: cause)
    }
    var builder = SnapshotBuilder.calm
    builder.reconciliations = [
      Reconciliation(
        account: "main",
        lines: [
          line(.liquidationPrice, 100), line(.maintenanceMargin, 125, cause: "the margin table"), line(.equity, nil),
        ]), Reconciliation(account: "coin", lines: [line(.liquidationPrice, 100)]),
    ]
    builder.accountsReadAt = ["main": builder.now - .seconds(4)]
    return builder
  }

  private static func json(_ builder: SnapshotBuilder) throws -> [String: Any] {
    let text = try JSONOutput.text(SnapshotReport(builder.snapshot))
    return try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
  }

  @Test("each line has subject, instrument, ours, the venue's, difference and cause, null where there is none")
  func lines() throws {
    let all = try #require(try Self.json(Self.builder)["reconciliations"] as? [[String: Any]])
    #expect(all.map { $0["account"] as? String } == ["main", "coin"])
    #expect(all.map { $0["agrees"] as? Bool } == [false, true])
    let lines = try #require(all[0]["lines"] as? [[String: Any]])
    #expect(lines.map { $0["subject"] as? String } == ["liquidation_price", "maintenance_margin", "equity"])
    #expect(lines.map { $0["instrument"] as? String } == ["simulated:BTC-PERP", "simulated:BTC-PERP", nil])
    #expect(lines.map { $0["cause"] as? String } == [nil, "the margin table", nil])
    #expect(lines.allSatisfy { $0.keys.sorted() == ["cause", "difference", "instrument", "ours", "subject", "venue"] })
    let difference = (lines[1]["difference"] as? [String: Any])?["value"] as? Double
    #expect(abs((difference ?? 0) + 0.2) < 1e-12)
    #expect((lines[1]["venue"] as? [String: Any])?["age_seconds"] as? Double == 4)
    #expect((lines[2]["venue"] as? [String: Any])?["reason"] as? String == "not told")
  }

  @Test("an account says when it was read, null when it is written down by hand")
  func readAt() throws {
    let accounts = try #require(try Self.json(Self.builder)["accounts"] as? [[String: Any]])
    #expect(accounts.map { $0["read_at"] as? String } == ["2025-05-19T11:59:56Z", nil])
    #expect(accounts.allSatisfy { $0.keys.contains("read_at") })
    #expect((try Self.json(.calm)["reconciliations"] as? [Any])?.isEmpty == true)
  }

  @Test("the text says it in a line an account, or a line a difference")
  func text() {
    let lines = StatusText(Self.builder.snapshot).text.split(separator: "\n")
    #expect(lines.contains("  coin agrees with the venue"))
    #expect(
      lines.contains(
        "  ⚠ main: maintenance margin of BTC-PERP 100.00 here, 125.00 at the venue (−20.0 %): the margin table"))
    #expect(!StatusText(SnapshotBuilder.calm.snapshot).text.contains("venue ("))
  }

  @Test("positions that have not been read have no contracts, not some number of them")
  func unread() throws {
    let leg = Leg.unread(in: "binance", of: "binance-usdm")
    #expect(leg.isUnread && leg.instrument.symbol == "positions of binance not read yet")
    let unknown = Reading<Double>.unknown(.unread("binance"))
    let never = LegFundingFigures(
      rate: .unknown(.unread("binance")), annualisedRate: unknown, perDay: unknown, accrued: unknown,
      accruedSince: nil, projected: unknown, hasReversed: false)
    let figures = LegFigures(
      id: LegID(strategy: "s", instrument: leg.instrument, account: "binance"), leg: leg,
      instrument: Instrument(
        id: leg.instrument, kind: .spot, underlying: "?", quote: "?", settlement: "?", tickSize: 1, lotStep: 1),
      mark: unknown, notional: unknown, beta: .unknown(.unread("binance")), betaDollars: unknown,
      contribution: unknown, unrealisedProfit: unknown, basis: unknown, annualisedBasis: unknown, funding: never,
      maintenanceMargin: unknown, initialMargin: unknown, liquidationPrice: unknown, liquidationDistance: unknown)
    let text = try JSONOutput.text(LegReport(figures, now: SnapshotBuilder.calm.now))
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect(json?["contracts"] is NSNull && json?["entry_price"] is NSNull)
  }
}
