import Alerting
import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import Testing

@testable import HedgeStore

@Suite("Stress")
@MainActor
struct StressTests {
  private let fall = StressScenario(name: "fall", kind: .benchmark, source: "test", prices: .benchmark(-0.1))

  @Test("the table is of the book the snapshot shows, decisions applied, and asking for it changes nothing")
  func sameBook() throws {
    let fixture = try StoreFixture()
    fixture.priceAll()
    fixture.fill(1, at: 50_000, leg: Book.leg)
    let before = fixture.snapshot.figures
    let table = fixture.store.stressTable([fall])
    let outcome = try #require(table.outcomes.first)
    #expect(table.now == fixture.snapshot.now && table.portfolio == "Book")
    #expect(outcome.strategies[0].netBetaBefore == fixture.netBeta.netBeta)
    #expect(outcome.accounts.map(\.marginBefore) == before.accounts.map(\.normalisedRatio))
    // 100,000 fall by 10 %, 50,000 by 12 %; the leg is short one coin after the fill.
    #expect(outcome.profit.unhedged.value.map { abs($0 + 16_000) < 1e-6 } == true)
    #expect(outcome.profit.hedge.value.map { abs($0 - 5_000) < 1e-6 } == true)
    #expect(fixture.snapshot.figures == before)
  }

  @Test("without a choice the scenarios are those of the settings")
  func configured() throws {
    let settings = StoreSettings(
      portfolio: Book.portfolio(), feeds: [], alertPolicy: AlertPolicy(), scenarios: [fall], startedAt: Book.start)
    let state = State(settings: settings)
    #expect(state.stressTable().outcomes.map(\.scenario) == [fall])
    #expect(state.stressTable([]).outcomes.isEmpty)
    // Before any price has come nothing is known, and nothing is zero.
    let outcome = try #require(state.stressTable().outcomes.first)
    #expect(outcome.profit.hedged.value == nil && !outcome.unknowns.isEmpty)
  }
}
