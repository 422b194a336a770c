import Alerting
import HedgeModel
import HedgeTestSupport
import TerminalCells
import Testing

@testable import Panels

@Suite("What the panel of margin accounts says")
struct MarginPresentationTests {
  private func text(_ builder: SnapshotBuilder, columns: Int = 60, rows: Int = 14) -> String {
    drawn(MarginPanel.self, builder, columns: columns, rows: rows).text.joined(separator: "\n")
  }

  @Test("The venue's ratio stands under its own name, with the end that is dangerous")
  func directions() {
    #expect(text(.calm).contains("Margin ratio 23.1 % (liq. ≥ 100 %)"))
    #expect(text(.calm).contains("(liq. ≤ 100 %)"))
    var builder = SnapshotBuilder.calm
    builder.accounts[0].convention = .binancePortfolio
    #expect(text(builder).contains("uniMMR") && text(builder).contains("≤ 105 %"))
  }

  @Test("Where the title has no room for it, the dangerous end is among the figures")
  func narrow() {
    let narrow = text(.calm, columns: 38, rows: 10)
    #expect(narrow.contains("≥ 100 %") && narrow.contains("≤ 100 %"))
  }

  @Test(
    "The level is a word",
    arguments: [(0.0, "safe"), (0.5, "safe"), (0.51, "WARN"), (0.8, "WARN"), (0.81, "CRITICAL"), (1.7, "CRITICAL")])
  func levels(ratio: Double, word: String) {
    #expect(DangerLevel(normalisedRatio: ratio, AlertPolicy()).word == word)
  }

  @Test(
    "A short distance is a warning on either side", arguments: [(0.2, 0), (-0.19, 1), (0.1, 1), (-0.09, 2), (0.0, 2)])
  func distances(distance: Double, level: Int) {
    #expect(DangerLevel(liquidationDistance: distance, AlertPolicy()).rawValue == level)
  }

  @Test("Levels turn where the user's alerts do, by the ratio or by the benchmark's move, whichever is worse")
  func policy() throws {
    var policy = AlertPolicy()
    policy.marginWarning = AlertPolicy.Threshold(enter: 0.2, clear: 0.1)
    #expect(DangerLevel(normalisedRatio: 0.23, policy) == .warning)
    var builder = SnapshotBuilder.calm
    builder.accounts[0].liquidatingMove = -0.15
    let summary = MarginPanel.summary(builder.snapshot, PanelContext(theme: .roles))
    #expect(summary == PanelSummary("WARN BTC −15.0 % main", role: .warning))
    #expect(text(builder).contains("⚠ −15.0 %"))
  }

  @Test("A calm ratio with an unknown move to liquidation is not called safe; a bad one is bad all the same")
  func unknownMove() {
    let account = AccountSample("main", wallet: 120_000, maintenance: 27_000, liquidatingMove: nil)
    var builder = SnapshotBuilder.calm
    builder.accounts = [account]
    builder.unknownMove = UnknownReason(.tooFewObservations, "no beta of ETH")
    #expect(MarginPanel.summary(builder.snapshot, PanelContext(theme: .roles)).role == .unknown)
    #expect(MarginPanel.summary(builder.snapshot, PanelContext(theme: .roles)).text.hasPrefix("move unknown "))
    #expect(!text(builder).contains("safe") && text(builder).contains("move unknown"))
    #expect(text(builder).contains("no beta of ETH"))
    builder.accounts[0].maintenance = 100_000
    #expect(text(builder).contains("CRITICAL"))
  }

  @Test("Both accounts say the same in the same places", arguments: [38, 54, 60, 100])
  func sameFacts(columns: Int) {
    let lines = drawn(MarginPanel.self, .calm, columns: columns, rows: 14).text
    for label in ["BTC to liq.", "Nearest", "Bar is of"] {
      let places = lines.compactMap { line in
        let letters = Array(line)
        return letters.indices.first { letters[$0...].starts(with: label) }
      }
      #expect(places.count == 2 && Set(places).count == 1, "\(label): \(lines.joined(separator: "\n"))")
    }
  }

  @Test("The summary is of the worst account and names it")
  func worst() {
    let context = PanelContext(theme: .roles)
    let calm = MarginPanel.summary(SnapshotBuilder.calm.snapshot, context)
    #expect(calm == PanelSummary("safe 23.1 % main", role: .calm))
    let breach = MarginPanel.summary(SnapshotBuilder.breach.snapshot, context)
    #expect(breach == PanelSummary("CRITICAL 84.6 % main", role: .breach))
  }

  @Test("That no move of the benchmark liquidates is a word, not a dash")
  func noMove() {
    #expect(text(.calm).contains("BTC to liq.") && text(.calm).contains(" none"))
    #expect(text(.calm).contains("+38.2 %"))
  }

  @Test("The collateral to survive is an amount, or nothing in a word")
  func survival() {
    #expect(text(.calm).contains("Add for +20 %  nothing"))
    #expect(text(.breach).contains("Add for +20 %  $48,200"))
  }

  @Test("The nearest leg of each account is named with its distance")
  func nearest() {
    #expect(text(.calm).contains("BTC-PERP +34.4 %"))
    #expect(text(.breach).contains("⚠ BTC-PERP +4.5 %"))
  }

  @Test("Where cards do not fit there is a row an account, the level still in words")
  func table() {
    let small = text(.breach, columns: 60, rows: 4)
    #expect(small.contains("CRITICAL") && small.contains("coin") && small.contains("84.6"))
  }

  @Test("Past liquidation the bar is full and the word is critical")
  func beyond() {
    var builder = SnapshotBuilder.breach
    builder.accounts[0].wallet = -5
    #expect(text(builder).contains("200.0 % CRITICAL"))
  }
}
