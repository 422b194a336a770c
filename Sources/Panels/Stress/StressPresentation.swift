import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of scenarios says.
struct StressPresentation {
  /// What the scenarios would do; nil while nobody has looked.
  let study: StressTable?
  /// The scenarios after filter and sort.
  let rows: [StressOutcome]
  /// How figures are written.
  let format: FigureFormat
  /// The benchmark in a few letters.
  let benchmark: String
  /// The scenario that loses most, hedged; nil when none loses.
  let worst: StressOutcome?
  private let policy: AlertPolicy

  /// Names of the sort columns.
  static let sortColumns = [
    "Scenario", "Benchmark", "Unhedged", "Hedge", "Funding", "Hedged", "Net beta", "Margin", "Liquidation",
  ]

  /// What to say of the scenarios of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    study = snapshot.studies.stress
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.benchmarkName
    policy = snapshot.alertPolicy
    worst = study?.worst.flatMap { ($0.profit.hedged.value ?? 0) < 0 ? $0 : nil }
    rows = RowOrder.arrange(
      study?.outcomes ?? [], context, text: { "\($0.scenario.name) \($0.scenario.kind.rawValue)" }, key: Self.key)
  }

  /// Who would be liquidated in how many scenarios, or the worst loss.
  var summary: PanelSummary {
    guard let outcomes = study?.outcomes else { return RiskWords.computing(format).summary }
    guard !outcomes.isEmpty else { return PanelSummary("no scenario", role: .unknown) }
    let fatal = outcomes.count { ($0.firstLiquidation.value ?? nil) != nil }
    let unknown = outcomes.count { $0.profit.hedged.value == nil || $0.firstLiquidation.value == nil }
    guard unknown < outcomes.count else {
      return PanelSummary("\(format.glyphs.unknown) \(unknown) of \(outcomes.count) unknown", role: .unknown)
    }
    let missing = unknown > 0 ? [", \(unknown) unknown"] : []
    let mark = fatal > 0 ? "\(format.glyphs.warning) liquidated in \(fatal) of \(outcomes.count)" : nil
    let words = ([mark ?? "\(loss), nobody liquidated"] + missing).joined()
    let ages = outcomes.flatMap { [$0.profit.hedged.provenance, $0.firstLiquidation.provenance] }
    if let age = ages.compactMap({ format.staleAge($0) }).max() {
      return PanelSummary("STALE \(format.shortDuration(age)) \(words)", role: .stale)
    }
    return PanelSummary(words, role: fatal > 0 ? .warning : unknown > 0 ? .unknown : .calm)
  }

  private var loss: String {
    guard let worst else { return "no loss" }
    return "worst " + format.phrase(worst.profit.hedged) { format.compactMoney($0, sign: .both) }.text
  }

  /// The account that is worst off afterwards; unknown as soon as one cannot be told; nil without accounts.
  static func worstAccount(_ outcome: StressOutcome) -> Reading<StressAccountOutcome>? {
    guard let first = outcome.accounts.first else { return nil }
    return outcome.accounts.dropFirst().reduce(first.marginAfter.map { ($0, first) }) { worst, account in
      worst.combined(with: account.marginAfter) { $1 > $0.0 ? ($1, account) : $0 }
    }.map(\.1)
  }

  /// Its normalised ratio afterwards.
  static func margin(_ outcome: StressOutcome) -> Reading<Double>? {
    worstAccount(outcome).map { $0.flatMap(\.marginAfter) }
  }

  /// A margin ratio with a mark where it is high; `none` without accounts.
  func margin(_ reading: Reading<Double>?) -> Phrase {
    guard let reading else { return Phrase("none", .label) }
    let level = reading.value?.ifFinite.map { DangerLevel(normalisedRatio: $0, policy) } ?? .safe
    var phrase = format.phrase(reading, level > .safe ? .warning : .text) { ratio in
      // Beyond ten times its equity the number says no more than that.
      ratio > 9.995 ? ">999" : format.percent(ratio, decimals: 0)
    }
    if level > .safe { phrase.text = "\(format.glyphs.warning) \(phrase.text)" }
    return phrase
  }

  /// `nobody`, `⚠ at 45 % main`, `⚠ already main SOL-PERP`: how far on the way first, for a name may be cut.
  func liquidation(_ reading: Reading<StressLiquidation?>) -> Phrase {
    format.phrase(reading, role: { $0 == nil ? .label : .warning }) { liquidation in
      guard let liquidation else { return "nobody" }
      let name = [liquidation.account.name, liquidation.isolatedLeg?.symbol].compactMap { $0 }.joined(separator: " ")
      let place = liquidation.fraction == 0 ? "already" : "at \(format.percentage(liquidation.fraction, decimals: 0))"
      return "\(format.glyphs.warning) \(place) \(name)"
    }
  }

  /// Whether a row is the worst one.
  func isWorst(_ outcome: StressOutcome) -> Bool { outcome.scenario.name == worst?.scenario.name }

  /// The worst row in words, and what liquidates soonest.
  var footer: [[Phrase]] {
    guard let study else { return [] }
    var clauses: [[Phrase]] = []
    if let worst {
      clauses.append([
        Phrase("\(format.glyphs.down) worst: ", .label), Phrase("\(worst.scenario.name) "),
        format.agedPhrase(worst.profit.hedged, role: FigureFormat.profitRole) { format.money($0, sign: .both) },
      ])
    }
    let fatal = study.outcomes.filter { ($0.firstLiquidation.value ?? nil) != nil }
    clauses.append(
      fatal.isEmpty ? [] : [Phrase("liquidated: figures beyond that point are of the book as it stood", .label)])
    return clauses
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for outcome in study?.outcomes ?? [] {
      for reason in outcome.unknowns { notes.note(reason) }
    }
    return notes.phrases(format)
  }

  private static func key(_ outcome: StressOutcome, _ column: Int) -> SortKey {
    switch column {
    case 1: .number(outcome.benchmarkMove.value)
    case 2: .number(outcome.profit.unhedged.value)
    case 3: .number(outcome.profit.hedge.value)
    case 4: .number(outcome.profit.funding.value)
    case 5: .number(outcome.profit.hedged.value)
    case 6: .number(outcome.netBetaAfter.value)
    case 7: .number(margin(outcome)?.value)
    case 8: .number((outcome.firstLiquidation.value ?? nil)?.fraction)
    default: .text(outcome.scenario.name)
    }
  }
}
