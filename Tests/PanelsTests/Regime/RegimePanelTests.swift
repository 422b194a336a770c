import HedgeAnalytics
import HedgeModel
import HedgeStore
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("The panel of the regime")
struct RegimePanelTests {
  private func text(_ sample: RiskSample, columns: Int = 98, rows: Int = 26) -> String {
    drawn(RegimePanel.self, sample, columns: columns, rows: rows).text.joined(separator: "\n")
  }

  @Test("It looks as recorded", arguments: [(38, 7), (58, 18), (98, 26)])
  func frames(columns: Int, rows: Int) {
    expectFrame(drawn(RegimePanel.self, RiskSample(), columns: columns, rows: rows), matches: "calm-\(columns)x\(rows)")
    expectFrame(
      drawn(RegimePanel.self, RiskSample(market: .stress), columns: columns, rows: rows),
      matches: "stress-\(columns)x\(rows)")
    expectFrame(
      drawn(RegimePanel.self, RiskSample(market: .decoupling), columns: columns, rows: rows),
      matches: "decoupling-\(columns)x\(rows)")
  }

  @Test("The word is said in letters, with the rule and its numbers, and with a mark unless it is calm")
  func words() throws {
    for (market, word) in [
      (RiskSample.Market.calm, "CALM"), (.stress, "⚠ STRESS"), (.decoupling, "⚠ DECOUPLING"),
    ] {
      for (columns, rows) in [(36, 4), (48, 10), (98, 26)] {
        let text = text(RiskSample(market: market), columns: columns, rows: rows)
        #expect(text.contains(word), "\(columns)x\(rows)\n\(text)")
        #expect(text.contains("Rule average correlation "), "\(text)")
      }
    }
    #expect(text(RiskSample(market: .stress)).contains("what was diversified no longer is"))
    #expect(text(RiskSample(market: .decoupling)).contains("a hedge in BTC covers less"))
    let summary = RegimePanel.summary(RiskSample(market: .stress).snapshot, PanelContext(theme: .roles))
    #expect(summary.text.hasPrefix("⚠ stress, ρ 0.9") && summary.role == .warning)
  }

  @Test("Each rule says its limit beside the number it was held against")
  func rules() throws {
    let cases: [(MarketRegime.Rule, RegimeEvidence, [String])] = [
      (.correlationsNearOne, evidence(0.912), ["average correlation 0.91 ≥ 0.85"]),
      (.correlationsLow, evidence(0.217), ["average correlation 0.22 ≤ 0.30"]),
      (
        .highAndAgitated, evidence(0.8, ratio: 1.84),
        ["average correlation 0.80", "above 100 % of its history (≥ 90 %)", "BTC moves 1.8× as usual (≥ 1.5×)"]
      ),
      (
        .lowForItsHistory, evidence(0.41),
        ["average correlation 0.41", "above 0 % of its history (≤ 10 %)", "0.19 below its median (≥ 0.10)"]
      ),
      (
        .nothingUnusual, evidence(0.62, ratio: 0.9),
        [
          "average correlation 0.62", "between 0.30 and 0.85", "above 67 % of its history", "BTC moves 0.9× as usual",
        ]
      ),
    ]
    let presentation = RegimePresentation(RiskSample().snapshot, PanelContext(theme: .roles))
    for (rule, evidence, words) in cases {
      let regime = try #require(MarketRegime.judge(evidence).value)
      #expect(regime.rule == rule)
      #expect(
        presentation.rule(of: regime).map(\.text).joined(separator: "|") == "Rule " + words.joined(separator: "|"))
    }
  }

  private func evidence(_ average: Double, ratio: Double? = nil) -> RegimeEvidence {
    RegimeEvidence(average: average, history: [0.58, 0.6, 0.63], volatilityRatio: ratio, minimumHistory: 1)
  }

  @Test(
    "Volatilities: each book hedged and unhedged, then the coins, the most volatile first; effectiveness is 1 − Var/Var"
  )
  func volatilities() throws {
    let snapshot = RiskSample().snapshot
    let rows = RegimePresentation(snapshot, PanelContext(theme: .roles)).rows
    #expect(rows.prefix(2).map(\.name) == ["Main, hedged", "Main, unhedged"])
    let coins = rows.dropFirst(2).compactMap(\.volatility.value)
    #expect(coins.count == 6 && coins == coins.sorted(by: >))
    let hedge = try #require(rows[0].effectiveness?.value)
    let (hedged, unhedged) = try (#require(rows[0].volatility.value), #require(rows[1].volatility.value))
    #expect(abs(hedge.effectiveness - (1 - hedged * hedged / unhedged / unhedged)) < 1e-12)
    #expect(rows[1].effectiveness == nil)
    var context = PanelContext(theme: .roles)
    context.filter = "main"
    #expect(RegimePresentation(snapshot, context).rows.count == 2)
    context.filter = ""
    context.sortColumn = 1
    let sorted = RegimePresentation(snapshot, context).rows.compactMap(\.volatility.value)
    #expect(sorted.count == 8 && sorted == sorted.sorted(by: >))
  }

  @Test("A hedge that adds risk is marked as one")
  func bad() {
    let presentation = RegimePresentation(RiskSample().snapshot, PanelContext(theme: .roles))
    let worse = HedgeEffectiveness.measure(
      BookReturns(
        valuesBefore: Array(repeating: 1, count: 20), spotProfits: (0..<20).map { Double($0 % 2) / 100 },
        hedgeProfits: (0..<20).map { Double($0 % 2) / 200 }), .day)
    #expect(presentation.effectiveness(worse) == Phrase("⚠ −125.0", .warning))
  }

  @Test("Too little history: unknown with the reason, and no number for it")
  func short() {
    let text = text(RiskSample(market: .short))
    #expect(text.contains("Regime — ") && !text.contains("CALM") && !text.contains("Rule"))
    #expect(!text.lowercased().contains("nan"))
    let summary = RegimePanel.summary(RiskSample(market: .short).snapshot, PanelContext(theme: .roles))
    #expect(summary.text.hasPrefix("— unknown") && summary.role == .unknown)
  }

  @Test("The chart holds the average between its limits where there is room; else there is a line of it")
  func chart() {
    #expect(text(RiskSample()).contains("limits 0.30, 0.85"))
    let small = text(RiskSample(), columns: 48, rows: 8)
    #expect(small.contains("Average correlation 30 d") && !small.contains("limits"))
  }

  @Test("Details of a book tell both volatilities and the returns they rest on")
  func details() {
    let snapshot = RiskSample().snapshot
    let context = PanelContext(theme: .roles)
    let lines = RegimePanel.details(of: "Main, hedged", snapshot, context).map(\.text)
    #expect(
      lines.count == 4 && lines[2].hasPrefix("1 - Var(hedged)/Var(unhedged): ") && lines[3].hasPrefix("Returns: 90"))
    #expect(RegimePanel.details(of: "", snapshot, context).map(\.text).contains { $0.hasPrefix("Regime: calm") })
  }
}

@Suite("Words in large letters")
struct LargeWordTests {
  @Test("Every regime's word has its letters, three rows high", arguments: MarketRegime.Word.allCases)
  func letters(word: MarketRegime.Word) {
    var grid = Grid(size: Size(columns: 60, rows: 4))
    let context = PanelContext(theme: .roles)
    #expect(LargeWord(word.rawValue, role: .calm).draw(context, in: grid.bounds, on: &grid) == 3)
    #expect(grid.text[0].contains("▄") || grid.text[0].contains("▀") || grid.text[0].contains("█"))
    #expect(grid.text[3].allSatisfy { $0 == " " })
  }

  @Test("Where it does not fit, in ASCII, and of letters without a picture nothing is drawn")
  func refused() {
    var grid = Grid(size: Size(columns: 20, rows: 3))
    var context = PanelContext(theme: .roles)
    #expect(LargeWord("decoupling", role: .calm).draw(context, in: grid.bounds, on: &grid) == 0)
    #expect(LargeWord("x", role: .calm).draw(context, in: grid.bounds, on: &grid) == 0)
    context.glyphs = .ascii
    #expect(LargeWord("calm", role: .calm).draw(context, in: grid.bounds, on: &grid) == 0)
    #expect(grid == Grid(size: Size(columns: 20, rows: 3)))
  }
}
