import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@testable import HedgeStore

@Suite("An account compared with its venue's own figures")
@MainActor
struct ReconcilingTests {
  private let fixture: StoreFixture

  init() throws {
    fixture = try StoreFixture()
    fixture.priceAll()
  }

  private func snapshot(
    contracts: Decimal? = -2, entry: Decimal? = 50_000, mark: Double? = 50_000, liquidation: Double?,
    maintenance: Double?, margin: AccountMargin = AccountMargin()
  ) -> AccountSnapshot {
    AccountSnapshot(
      at: Book.start, balances: ["USD": 40_000],
      positions: [
        AccountPosition(
          instrument: Book.perpetual, contracts: contracts, entryPrice: entry,
          venue: .init(markPrice: mark, liquidationPrice: liquidation, maintenanceMargin: maintenance))
      ], margin: margin)
  }

  private func reconcile(_ snapshot: AccountSnapshot) -> Reconciliation {
    Reconciling.reconcile(snapshot, of: Book.account, in: fixture.snapshot.figures)
  }

  private var liquidation: Double { fixture.strategy.legs[0].liquidationPrice.value ?? 0 }

  @Test("agrees where the figures do: 2 coins at 50,000 need 0.4 % = 400")
  func agreement() {
    let margin = AccountMargin(equity: 40_000, maintenanceMargin: 400, unit: "USD")
    let result = reconcile(snapshot(liquidation: liquidation, maintenance: 400, margin: margin))
    #expect(result.lines.count == 4)
    #expect(result.differences.isEmpty)
    #expect(result.lines.allSatisfy { abs($0.difference.value ?? 1) < 1e-12 })
  }

  @Test("a leg that the venue does not list, closed or liquidated there, differs, and an alert says so")
  func gone() {
    let flat = AccountSnapshot(at: Book.start, balances: ["USD": 40_000], positions: [])
    let difference = reconcile(flat).differences.first
    #expect(difference?.subject == .position && difference?.instrument == Book.perpetual)
    #expect(difference?.ours.value == -2 && difference?.venue.value == 0)
    #expect(difference?.cause == "-2 here, and the venue lists no such position")
  }

  @Test(
    "names the input that differs",
    arguments: [
      (-3 as Decimal?, 50_000 as Decimal?, 50_000.0, "the size: -2 here, -3 there"),
      (-2, 49_000, 50_000, "the entry price: 50000 here, 49000 there"),
      (-2, 50_000, 52_000, "the mark price: 50000.0 here, 52000.0 there"),
      (-2, 50_000, 50_000, "the margin table"),
    ])
  func causes(contracts: Decimal?, entry: Decimal?, mark: Double, words: String) {
    let result = reconcile(
      snapshot(contracts: contracts, entry: entry, mark: mark, liquidation: liquidation, maintenance: 500))
    #expect(result.differences.map(\.cause) == [words])
    #expect(abs((result.differences.first?.difference.value ?? 0) + 0.2) < 1e-12)
  }

  @Test("finds a liquidation price off by more than a hundredth, and lets less pass")
  func tolerance() {
    #expect(reconcile(snapshot(liquidation: liquidation * 1.009, maintenance: 400)).differences.isEmpty)
    let off = reconcile(snapshot(liquidation: liquidation * 1.012, maintenance: 400))
    #expect(off.differences.map(\.subject) == [.liquidationPrice])
  }

  @Test("takes what the venue does not tell for unknown, not for a difference")
  func untold() {
    let result = reconcile(snapshot(liquidation: nil, maintenance: nil))
    #expect(result.lines.allSatisfy { $0.venue.unknownReason != nil && $0.difference.unknownReason != nil })
    #expect(result.differences.isEmpty)
  }

  @Test("compares nothing that is stale")
  func stale() {
    fixture.pass(.seconds(60))
    #expect(reconcile(snapshot(liquidation: 1, maintenance: 1)).differences.isEmpty)
  }

  @Test("leaves amounts in another unit alone")
  func units() {
    let margin = AccountMargin(equity: 1, maintenanceMargin: 1, unit: "BTC")
    #expect(reconcile(snapshot(liquidation: liquidation, maintenance: 400, margin: margin)).lines.count == 2)
  }
}
