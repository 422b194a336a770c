import FoundationEssentials
import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of scenarios")
struct StressPanelTests {
  private static let poor = RiskSample(wallet: 40_000)

  @Test("It looks as recorded", arguments: [(38, 7), (58, 12), (98, 20)])
  func frames(columns: Int, rows: Int) {
    func frame(_ sample: RiskSample, _ name: String, ascii: Bool = false) {
      expectFrame(
        drawn(StressPanel.self, sample, columns: columns, rows: rows) { $0.glyphs = ascii ? .ascii : .unicode },
        matches: "\(name)-\(columns)x\(rows)")
    }
    frame(RiskSample(), "calm")
    frame(Self.poor, "liquidated")
    frame(Self.poor, "ascii", ascii: true)
    frame(RiskSample(builder: .stale), "stale")
    frame(RiskSample(builder: .unknown), "unknown")
  }

  @Test("A row a scenario with the figures of its outcome")
  func rows() throws {
    let snapshot = RiskSample().snapshot
    let study = try #require(snapshot.studies.stress)
    let format = FigureFormat(snapshot, PanelContext(theme: .roles))
    let lines = drawn(StressPanel.self, RiskSample(), columns: 130, rows: 14).text
    for outcome in study.outcomes {
      let line = try #require(lines.first { $0.contains(outcome.scenario.name) })
      for reading in [outcome.profit.unhedged, outcome.profit.hedge, outcome.profit.hedged] {
        let value = try #require(reading.value)
        #expect(line.contains(format.amount(value, sign: .both)), "\(line)")
      }
      let beta = try #require(outcome.netBetaAfter.value)
      #expect(line.contains(format.fixed(beta, decimals: 3, sign: .both)), "\(line)")
    }
  }

  @Test("The worst row carries a mark and is named below; the mark stays when rows are sorted")
  func worst() throws {
    let worst = try #require(RiskSample().snapshot.studies.stress?.worst).scenario.name
    for sort in [nil, 0, 5, 7] {
      let lines = drawn(StressPanel.self, RiskSample(), columns: 118, rows: 14) { $0.sortColumn = sort }.text
      #expect(lines.filter { $0.hasPrefix("▼ ") && $0.contains(worst) }.count == 2, "\(lines)")
      #expect(lines.contains { $0.contains("worst: \(worst)") })
    }
  }

  @Test("Who is liquidated first is named with how far on the way, with a mark; else nobody is")
  func liquidation() throws {
    let calm = StressPanel.summary(RiskSample().snapshot, PanelContext(theme: .roles))
    #expect(calm.text.hasPrefix("worst −$") && calm.text.hasSuffix("nobody liquidated") && calm.role == .calm)
    let study = try #require(Self.poor.snapshot.studies.stress)
    let fatal = study.outcomes.filter { ($0.firstLiquidation.value ?? nil) != nil }
    #expect(!fatal.isEmpty && fatal.count < study.outcomes.count)
    let summary = StressPanel.summary(Self.poor.snapshot, PanelContext(theme: .roles))
    #expect(summary == PanelSummary("⚠ liquidated in \(fatal.count) of \(study.outcomes.count)", role: .warning))
    let lines = drawn(StressPanel.self, Self.poor, columns: 130, rows: 14).text
    for outcome in study.outcomes {
      let line = try #require(lines.first { $0.contains(outcome.scenario.name) })
      let isFatal = fatal.contains { $0.scenario.name == outcome.scenario.name }
      #expect(line.contains("⚠ at ") == isFatal && line.contains("nobody") != isFatal, "\(line)")
    }
  }

  @Test("An account already past liquidation is said to be, an isolated leg is named, an unknown one is a dash")
  func liquidationWords() {
    let presentation = StressPresentation(RiskSample().snapshot, PanelContext(theme: .roles))
    let leg = InstrumentID(venue: "simulated", symbol: "SOL-PERP")
    func words(_ liquidation: StressLiquidation?) -> String { presentation.liquidation(.stated(liquidation)).text }
    #expect(words(nil) == "nobody")
    #expect(words(StressLiquidation(account: "main", isolatedLeg: nil, fraction: 0)) == "⚠ already main")
    #expect(words(StressLiquidation(account: "main", isolatedLeg: leg, fraction: 0.456)) == "⚠ at 46 % main SOL-PERP")
    #expect(presentation.liquidation(.unknown(UnknownReason(.notReceived, "no mark"))) == Phrase("—", .unknown))
  }

  @Test("The margin shown is the worst account's, a dash when one of them is unknown, none without accounts")
  func margin() {
    func account(_ name: String, _ after: Reading<Double>) -> StressAccountOutcome {
      StressAccountOutcome(
        id: AccountID(name), marginBefore: .stated(0), marginAfter: after, equityAfter: .stated(1),
        liquidation: .stated(nil))
    }
    func outcome(_ accounts: [StressAccountOutcome]) -> StressOutcome {
      StressOutcome(
        scenario: RiskSample.scenarios[0], benchmarkMove: .stated(0), moves: [], strategies: [],
        profit: StressProfit(unhedged: .stated(0), hedge: .stated(0), funding: .stated(0)), netBetaBefore: .stated(0),
        netBetaAfter: .stated(0), accounts: accounts)
    }
    let unknown = account("third", .unknown(UnknownReason(.notReceived, "no mark")))
    let two = [account("first", .stated(0.2)), account("second", .stated(0.7))]
    #expect(StressPresentation.worstAccount(outcome(two))?.value?.id == "second")
    #expect(StressPresentation.margin(outcome(two))?.value == 0.7)
    #expect(StressPresentation.margin(outcome(two + [unknown]))?.unknownReason?.detail == "no mark")
    #expect(StressPresentation.margin(outcome([])) == nil)
    let presentation = StressPresentation(RiskSample().snapshot, PanelContext(theme: .roles))
    #expect(presentation.margin(nil).text == "none")
    #expect(presentation.margin(.stated(0.2)).text == "20")
    #expect(presentation.margin(.stated(0.97)) == Phrase("⚠ 97", .warning))
    #expect(
      presentation.margin(.stated(.infinity)).text == "—" || presentation.margin(.stated(.infinity)).text == ">999")
  }

  @Test("Hidden balances: no amount in the table, the summary or the footer")
  func hidden() {
    let snapshot = RiskSample().snapshot
    let text = drawn(StressPanel.self, RiskSample(), columns: 150, rows: 14) { $0.hidesBalances = true }.text.joined()
    var context = PanelContext(theme: .roles)
    context.hidesBalances = true
    let summary = StressPanel.summary(snapshot, context).text
    #expect(text.contains("•••") && !text.contains(","), "\(text)")
    #expect(summary.contains("•••"))
  }

  @Test("Before the first price every figure is a dash, with one reason below; stale ones are drawn as stale")
  func unknown() {
    let unknown = drawn(StressPanel.self, RiskSample(builder: .unknown), columns: 118, rows: 14).text
    #expect(unknown.joined().contains("— no ") && !unknown.joined().contains("nobody"), "\(unknown)")
    let grid = drawn(StressPanel.self, RiskSample(builder: .stale), columns: 118, rows: 14)
    let roles = grid.styleRows.joined().map { Theme.role(of: $0) }
    #expect(roles.contains(.stale) && !roles.contains(.gain) && !roles.contains(.loss))
  }

  @Test("Details: the source, the strategies, the accounts and every coin with the rule it moves by")
  func details() {
    let snapshot = RiskSample().snapshot
    let lines = StressPanel.details(of: "March 2020", snapshot, PanelContext(theme: .roles)).map(\.text)
    for start in [
      "Source: closes of 2020-03-07", "Profit hedged: ", "Main, unhedged: ", "main, margin now: ", "First liquidated: ",
      "BTC moves, as stated: −46.0 %", "SOL moves, by beta: ",
    ] {
      #expect(lines.contains { $0.hasPrefix(start) }, "\(start)\n\(lines)")
    }
  }
}
