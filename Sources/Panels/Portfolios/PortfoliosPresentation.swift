import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the overview of portfolios says.
struct PortfoliosPresentation {
  let choice: PortfolioChoice
  let glyphs: GlyphSet
  let hidesBalances: Bool

  var portfolios: [PortfolioSummary] { choice.overview.portfolios }

  /// How the figures of a portfolio are written: each in its own currency and by its own clock.
  func format(_ portfolio: PortfolioSummary) -> FigureFormat {
    FigureFormat(glyphs: glyphs, hidesBalances: hidesBalances, now: portfolio.now, currency: portfolio.currency)
  }

  /// The verdicts in a word, of several strategies with how many it is true of.
  func verdict(_ portfolio: PortfolioSummary) -> Phrase {
    let verdicts = portfolio.verdicts
    func of(_ count: Int) -> String { verdicts.count > 1 ? " \(count)/\(verdicts.count)" : "" }
    if verdicts.breach > 0 {
      return Phrase("\(glyphs.warning) BREACH\(of(verdicts.breach))", .breach, emphasis: .bold)
    }
    if verdicts.stale > 0 {
      let format = format(portfolio)
      let age = format.staleAge(portfolio.drift.provenance).map { " \(format.shortDuration($0))" } ?? ""
      return Phrase("STALE\(age)\(of(verdicts.stale))", .stale)
    }
    if verdicts.unknown > 0 { return Phrase("\(glyphs.unknown) unknown\(of(verdicts.unknown))", .unknown) }
    return verdicts.count == 0 ? Phrase("no strategy", .unknown) : Phrase("in band", .calm)
  }

  /// The worst ratio, with a mark where it is high.
  func margin(_ portfolio: PortfolioSummary) -> Phrase {
    danger(portfolio.marginRatio, portfolio) {
      DangerLevel(normalisedRatio: $0, portfolio.alertPolicy)
    } write: {
      format(portfolio).percent($0)
    }
  }

  /// The nearest liquidation, with a mark where it is near; a word where no move does it.
  func liquidation(_ portfolio: PortfolioSummary) -> Phrase {
    if portfolio.liquidatingMove.unknownReason?.kind == .undefined { return Phrase("none", .label) }
    return danger(portfolio.liquidatingMove, portfolio) {
      DangerLevel(liquidationDistance: $0, portfolio.alertPolicy)
    } write: {
      format(portfolio).percent($0, sign: .both)
    }
  }

  private func danger(
    _ reading: Reading<Double>, _ portfolio: PortfolioSummary, level: (Double) -> DangerLevel,
    write: (Double) -> String
  ) -> Phrase {
    let level = reading.value?.ifFinite.map(level) ?? .safe
    var phrase = format(portfolio).phrase(reading, level > .safe ? level.role : .text, write)
    if level == .critical { phrase.emphasis = .bold }
    if level > .safe { phrase.text = "\(glyphs.warning) \(phrase.text)" }
    return phrase
  }

  /// `2 CRITICAL 1 WARNING`, `1 acknowledged`, `none`.
  func alerts(_ portfolio: PortfolioSummary) -> Phrase {
    let words = Alert.Severity.allCases.reversed().compactMap { severity -> String? in
      let count = portfolio.openAlerts.count { $0.severity == severity }
      return count > 0 ? "\(count) \(severity.word)" : nil
    }
    guard let worst = portfolio.openAlerts.first else {
      return portfolio.acknowledgedAlerts == 0
        ? Phrase("none", .label) : Phrase("\(portfolio.acknowledgedAlerts) acknowledged", .warning)
    }
    return Phrase(
      words.joined(separator: " "), AlertBar.role(of: worst.severity),
      emphasis: worst.severity == .critical ? .bold : [])
  }

  /// `live 2/2 1s`, or how many are and the worst of the others.
  func feeds(_ portfolio: PortfolioSummary) -> Phrase {
    let format = format(portfolio)
    let healthy = portfolio.feeds.count(where: \.isHealthy)
    guard let first = portfolio.feeds.first else { return Phrase("none", .unknown) }
    let off = portfolio.feeds.filter { !$0.isHealthy }
    let oldest = portfolio.feeds.compactMap(\.lastEventAt).min()
    let age = oldest.map { " \(format.shortDuration(portfolio.now - $0))" } ?? ""
    guard let worst = off.first else {
      let label = first.isLive ? "live" : first.label
      let count = portfolio.feeds.count > 1 ? " \(healthy)/\(portfolio.feeds.count)" : ""
      return Phrase("\(label)\(count)\(age)", portfolio.feeds.allSatisfy(\.isLive) ? .calm : .notLive)
    }
    return Phrase("\(glyphs.warning) \(worst.name) \(worst.words)", .warning)
  }

  /// The sums, and what stands in the way of one.
  var totals: [[Phrase]] {
    let totals = choice.overview.totals
    let format = FigureFormat(
      glyphs: glyphs, hidesBalances: hidesBalances, now: portfolios.first?.now ?? Timestamp(milliseconds: 0),
      currency: totals.currency)
    func clause(
      _ label: String, _ reading: Reading<Double>, _ role: (Double) -> ThemeRole = { _ in .text },
      sign: SignRule = .negative
    ) -> [Phrase] {
      [Phrase("\(label) ", .label), format.phrase(reading, role: role) { format.money($0, sign: sign) }]
    }
    return [
      clause("All: spot", totals.spotValue), clause("short", totals.shortNotional),
      clause("P&L today", totals.profitToday, FigureFormat.profitRole, sign: .both),
      clause("funding a day", totals.fundingPerDay, FigureFormat.profitRole, sign: .both),
    ]
  }

  /// Why sums or figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    let totals = choice.overview.totals
    for reading in [totals.spotValue, totals.shortNotional, totals.profitToday, totals.fundingPerDay] {
      notes.note(reading.unknownReason)
    }
    for portfolio in portfolios { notes.note(portfolio.netBeta.unknownReason) }
    return notes.phrases(FigureFormat(glyphs: glyphs, now: Timestamp(milliseconds: 0)))
  }
}
