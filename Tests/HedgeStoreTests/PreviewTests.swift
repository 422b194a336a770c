import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@testable import HedgeStore

@Suite("Previews")
@MainActor
struct PreviewTests {
  private func trying(_ ratio: Decimal, _ fixture: StoreFixture) throws -> HedgePreview {
    fixture.store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: ratio)))
    return try #require(fixture.snapshot.preview?.value)
  }

  @Test("tried at the ratio there is, with nothing to trade, the figures are those of the live book")
  func same() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    let preview = try trying(Book.exactRatio, fixture)
    #expect(preview.trades.isEmpty && preview.fees == 0)
    #expect(preview.after == fixture.strategy)
    #expect(preview.accountsAfter == fixture.snapshot.figures.accounts)
  }

  @Test("the trades tried are those suggested live, and recording them brings the drift that was promised")
  func promise() throws {
    let fixture = try StoreFixture(Book.portfolio(contracts: -1))
    fixture.priceAll()
    #expect(fixture.netBeta.verdict == .breach)
    let preview = try trying(Book.exactRatio, fixture)
    #expect(preview.trades == fixture.strategy.suggestions && !preview.trades.isEmpty)
    for trade in preview.trades { fixture.fill(trade.contracts, at: 50_000, leg: trade.leg) }
    let promised = try #require(preview.after.netBeta.drift.value)
    #expect(fixture.netBeta.drift.value.map { abs($0 - promised) < 1e-12 } == true)
    #expect(fixture.netBeta.verdict == .inBand)
  }

  @Test("trying changes nothing, and setting the ratio ends the trial")
  func harmless() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    let before = fixture.snapshot.figures
    let preview = try trying(1, fixture)
    #expect(preview.currentAim == .hedgeRatio(Book.exactRatio) && preview.aim == .hedgeRatio(1))
    #expect(fixture.snapshot.figures == before)
    #expect(try fixture.journal.decisions().isEmpty)
    fixture.setRatio(1)
    #expect(fixture.snapshot.preview == nil && fixture.hedgeRatio == 1)
    #expect(fixture.strategy.suggestions == preview.trades)
  }

  @Test("a stale or unknown book has no preview, and says why")
  func locked() throws {
    let fixture = try StoreFixture()
    fixture.priceAll(except: [Book.eth])
    fixture.store.send(.preview(HedgeRatioTrial(strategy: Book.strategy, hedgeRatio: 1)))
    #expect(fixture.snapshot.preview?.unknownReason?.detail.contains("fake:ETH") == true)
    fixture.priceAll()
    #expect(fixture.snapshot.preview?.value != nil)
    fixture.pass(.seconds(11))
    #expect(fixture.snapshot.preview?.value == nil)
    #expect(fixture.snapshot.preview?.unknownReason?.detail.contains("stale") == true)
    fixture.store.send(.preview(HedgeRatioTrial(strategy: "Nobody", hedgeRatio: 1)))
    #expect(fixture.snapshot.preview?.unknownReason?.kind == .notConfigured)
    fixture.store.send(.preview(nil))
    #expect(fixture.snapshot.preview == nil)
  }

  @Test("a trial comes with its ticket: the trades of the preview, and what they leave; without one there is none")
  func ticket() throws {
    let fixture = try StoreFixture(Book.portfolio(contracts: -1))
    fixture.priceAll()
    #expect(fixture.snapshot.ticket == nil)
    let preview = try trying(Book.exactRatio, fixture)
    let ticket = try #require(fixture.snapshot.ticket?.value)
    #expect(ticket.lines.map(\.contracts) == preview.trades.map(\.contracts))
    #expect(ticket.at == fixture.snapshot.now && ticket.strategy == Book.strategy)
    #expect(abs((ticket.residual.drift ?? 1) - (preview.after.netBeta.drift.value ?? 0)) < 1e-9)
    fixture.pass(.seconds(11))
    #expect(fixture.snapshot.ticket?.unknownReason?.detail.contains("stale") == true)
    fixture.store.send(.preview(nil))
    #expect(fixture.snapshot.ticket == nil)
  }
}
