import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeTestSupport
import Testing

@testable import HedgeStore

@Suite("Portfolios beside each other")
struct OverviewTests {
  private func summary(
    _ builder: SnapshotBuilder = .calm, name: String = "Core", _ change: (inout SnapshotBuilder) -> Void = { _ in }
  ) -> PortfolioSummary {
    var builder = builder
    builder.name = name
    change(&builder)
    return PortfolioSummary(builder.snapshot)
  }

  @Test("A summary says what the snapshot says")
  func figures() {
    let snapshot = SnapshotBuilder.breach.snapshot
    let summary = PortfolioSummary(snapshot)
    let strategy = snapshot.figures.strategies[0]
    #expect(summary.spotValue == strategy.spotValue && summary.fundingPerDay == strategy.funding.perDay)
    #expect(summary.shortNotional.value == strategy.legNotional.value)
    for (ours, theirs) in [
      (summary.netBeta, strategy.netBeta.netBeta), (summary.target, strategy.netBeta.target),
      (summary.drift, strategy.netBeta.drift),
    ] {
      #expect(abs((ours.value ?? .nan) - (theirs.value ?? .nan)) < 1e-12)
    }
    #expect(summary.verdicts.breach == 1 && summary.verdicts.count == 1)
    #expect(summary.openAlerts.map(\.id) == ["drift/Main"] && summary.acknowledgedAlerts == 0)
  }

  @Test("The worst margin ratio and the nearest liquidation are those of any account")
  func accounts() {
    let breach = summary(.breach)
    let ratios = SnapshotBuilder.breach.snapshot.figures.accounts.compactMap(\.normalisedRatio.value)
    #expect(breach.marginRatio.value == ratios.max() && ratios.count == 2)
    #expect(breach.liquidatingMove.value == 0.041)
    let safe = summary { $0.accounts[0].liquidatingMove = nil }
    #expect(safe.liquidatingMove.unknownReason?.kind == .undefined)
    let downwards = summary {
      $0.accounts[0].liquidatingMove = 0.3
      $0.accounts[1].liquidatingMove = -0.2
    }
    #expect(downwards.liquidatingMove.value == -0.2)
  }

  @Test("An account of which nothing is known makes the worst unknown: it may be worse than any other")
  func unknownAccounts() {
    #expect(summary(.unknown).marginRatio.unknownReason?.kind == .notReceived)
    #expect(summary(.unknown).liquidatingMove.unknownReason?.kind == .notReceived)
    #expect(summary { $0.accounts = [] }.marginRatio.unknownReason?.kind == .undefined)
  }

  @Test("What calls for a look is the worst there is; an acknowledged alert does not, a breach goes on to")
  func concerns() {
    #expect(summary().concern == nil)
    #expect(summary(.breach).concern == .critical)
    let acknowledged = summary(.breach) { builder in builder.alerts[0].acknowledgedAt = builder.now }
    #expect(acknowledged.concern == .breach && acknowledged.acknowledgedAlerts == 1)
    #expect(summary(.stale).concern == .stale)
    #expect(summary(.unknown).concern == .unknown)
    let silent = summary { builder in
      builder.feeds = [
        FeedStatus(
          name: "okx", label: "OKX", isLive: true, isHealthy: false, words: "stale 40 s",
          lastEventAt: builder.now - .seconds(40))
      ]
    }
    #expect(silent.concern == .stale, "a feed that has fallen silent, though no figure is stale yet")
  }

  @Test("Sums of one currency are sums")
  func sums() {
    let portfolios = [summary(), summary(.breach, name: "Alts")]
    let totals = PortfoliosOverview(portfolios).totals
    #expect(totals.currency == "USD")
    let spot = portfolios.compactMap(\.spotValue.value)
    #expect(totals.spotValue.value == spot[0] + spot[1])
    #expect(PortfoliosOverview([]).totals.spotValue.value == 0)
  }

  @Test("Another currency counts at the stated rate, either way round, and never at 1")
  func rates() throws {
    let euro = summary(name: "Euro") { $0.currency = "EUR" }
    let portfolios = [summary(), euro]
    let spot = try #require(euro.spotValue.value)
    let without = PortfoliosOverview(portfolios).totals.spotValue
    #expect(without.unknownReason?.kind == .notConfigured)
    #expect(without.unknownReason?.detail == "no rate of EUR in USD: add it to a table conversion")
    var direct = StatedRates()
    direct.add(["EUR": 1.1], in: "USD")
    direct.add(["EUR": 5], in: "USD")
    let sum = try #require(PortfoliosOverview(portfolios, rates: direct).totals.spotValue.value)
    #expect(abs(sum - 2.1 * spot) < 1e-6)
    var inverse = StatedRates()
    inverse.add(["USD": 0.8], in: "EUR")
    let other = try #require(PortfoliosOverview(portfolios, rates: inverse).totals.spotValue.value)
    #expect(abs(other - 2.25 * spot) < 1e-6)
    var zero = StatedRates()
    zero.add(["USD": 0], in: "EUR")
    #expect(PortfoliosOverview(portfolios, rates: zero).totals.spotValue.value == nil)
  }

  @Test("What is unknown or stale of one is unknown or stale of the sum")
  func unknowns() {
    #expect(PortfoliosOverview([summary(), summary(.unknown)]).totals.spotValue.value == nil)
    #expect(PortfoliosOverview([summary(), summary(.stale)]).totals.spotValue.isStale)
  }
}
