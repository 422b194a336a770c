import Alerting
import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of margin accounts says.
struct MarginPresentation {
  /// The accounts after filter and sort.
  let rows: [AccountFigures]
  /// Every account.
  let accounts: [AccountFigures]
  /// How figures are written.
  let format: FigureFormat
  private let benchmark: String
  private let nearest: [AccountID: LegFigures]
  private let policy: AlertPolicy
  let reconciliations: [AccountID: Reconciliation]

  /// Names of the sort columns.
  static let sortColumns = ["Account", "Way to liquidation", "Benchmark move", "Equity"]

  /// What to say of the accounts of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    accounts = snapshot.figures.accounts
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.benchmarkName
    policy = snapshot.alertPolicy
    reconciliations = Dictionary(
      snapshot.reconciliations.filter { $0.agrees || !$0.differences.isEmpty }.map { ($0.account, $0) }
    ) { $1 }
    nearest = Self.nearestLegs(snapshot.figures.strategies)
    rows = RowOrder.arrange(
      accounts, context, text: { "\($0.id) \($0.convention.rawValue)" }, key: Self.key)
  }

  /// The account nearest to liquidation, by its ratio or by the benchmark's move, whichever is worse.
  var summary: PanelSummary {
    guard !accounts.isEmpty else { return PanelSummary("none", role: .unknown) }
    let known = accounts.filter { $0.normalisedRatio.value?.ifFinite != nil }
    guard let worst = known.max(by: { danger($0) < danger($1) }), let ratio = worst.normalisedRatio.value else {
      return PanelSummary(format.glyphs.unknown, role: .unknown)
    }
    let level = level(worst)
    let missing = known.count < accounts.count ? ", \(accounts.count - known.count) unknown" : ""
    let name = accounts.count > 1 ? " \(worst.id.name)" : ""
    let byMove = level.map { $0 > DangerLevel(normalisedRatio: ratio, policy) } ?? false
    let figure = byMove ? "\(benchmark) \(movePercentage(worst))" : format.percentage(ratio)
    let text = "\(level?.word ?? Self.moveUnknown) \(figure)\(name)\(missing)"
    if let age = format.staleAge(worst.normalisedRatio.provenance) {
      return PanelSummary("STALE \(format.shortDuration(age)) \(text)", role: .stale)
    }
    guard let level, missing.isEmpty || level > .safe else { return PanelSummary(text, role: .unknown) }
    return PanelSummary(text, role: level.role)
  }

  /// What stands where a level would: the ratio is calm, and how far the market may move nobody knows.
  private static let moveUnknown = "move unknown"

  private func movePercentage(_ account: AccountFigures) -> String {
    format.phrase(account.liquidatingBenchmarkMove) { format.percentage($0, sign: .both) }.text
  }

  /// An unknown level is worse than a safe one, and better than a warning.
  private func danger(_ account: AccountFigures) -> (Double, Double) {
    (level(account).map { Double($0.rawValue) } ?? 0.5, account.normalisedRatio.value ?? 0)
  }

  /// How near an account is to liquidation, as the alerts see it: by its ratio or by the benchmark's move, whichever
  /// is worse. Nil when the ratio is unknown, and when it is calm and the move is not known: the account is not known to
  /// be safe then.
  func level(_ account: AccountFigures) -> DangerLevel? {
    guard let ratio = account.normalisedRatio.value?.ifFinite else { return nil }
    let byRatio = DangerLevel(normalisedRatio: ratio, policy)
    let move = account.liquidatingBenchmarkMove
    if move.value?.ifFinite != nil || move.unknownReason?.kind == .undefined { return max(byRatio, level(move: move)) }
    return byRatio > .safe ? byRatio : nil
  }

  func level(move: Reading<Double>) -> DangerLevel {
    move.value?.ifFinite.map { DangerLevel(liquidationDistance: $0, policy) } ?? .safe
  }

  /// Normalised ratios at which the level turns.
  var marks: [Double] { [policy.marginWarning.enter, policy.marginCritical.enter] }

  /// `safe`, `WARN`, `CRITICAL`, or that it is not known.
  func word(_ account: AccountFigures) -> Phrase {
    guard let level = level(account) else {
      return Phrase(account.normalisedRatio.value?.ifFinite == nil ? "unknown" : Self.moveUnknown, .unknown)
    }
    guard !account.normalisedRatio.isStale else { return Phrase("\(level.word) (stale)", .stale) }
    return level.phrase
  }

  /// Name and venue's ratio under its own name, and the end that is dangerous where it is wanted here:
  /// `main`, `Margin ratio 23.1 % (liq. ≥ 100 %)`.
  func title(_ account: AccountFigures, name role: ThemeRole = .title, withLimit: Bool) -> [[Phrase]] {
    var ratio = [
      Phrase(account.ratio.name + " ", .label), format.agedPhrase(account.ratio.value) { format.percentage($0) },
    ]
    if withLimit { ratio.append(Phrase(" (liq. \(limit(account.ratio)))", .label)) }
    return [[Phrase(account.id.name, role)], ratio]
  }

  /// Whether the dangerous end fits into the titles of all accounts, so that it is in the same place for each.
  func titlesHoldLimit(columns: Int) -> Bool {
    rows.allSatisfy {
      let title = title($0, withLimit: true)
      return ClauseFlow(title).lines(columns: columns, glyphs: format.glyphs).count == 1
    }
  }

  /// `≥ 100 %`: where, and on which side, the venue liquidates.
  func limit(_ ratio: MarginRatio) -> String {
    let sign = ratio.direction == .highIsBad ? format.glyphs.atLeast : format.glyphs.atMost
    return "\(sign) \(format.percentage(ratio.liquidatesAt, decimals: 0))"
  }

  /// The share of the way to liquidation, for the end of the bar.
  func share(_ account: AccountFigures) -> Phrase {
    format.phrase(account.normalisedRatio) { format.percentage($0) }
  }

  /// The figures below an account's bar, most important first; the same for every account.
  func facts(_ account: AccountFigures, withLimit: Bool) -> [Fact] {
    func amount(_ reading: Reading<Double>, _ sign: SignRule = .negative) -> Phrase {
      format.phrase(reading) { format.money($0, sign: sign) }
    }
    let limit = withLimit ? [Fact("Liquidates", Phrase(limit(account.ratio)))] : []
    let venue = reconciliations.isEmpty ? [] : [Fact("Venue", agreement(account))]
    return [Fact("\(benchmark) to liq.", move(account.liquidatingBenchmarkMove))] + limit + [
      Fact("Nearest", nearestLeg(account))
    ] + venue + [
      Fact("Add for \(format.percentage(account.survivalMove, decimals: 0, sign: .both))", survival(account)),
      Fact("Bar is of", barSubject(account)),
      Fact("Equity", amount(account.equity)),
      Fact("Maintenance", amount(account.maintenanceMargin)),
      Fact("Initial", amount(account.initialMargin)),
      Fact("Wallet", amount(account.walletBalance)),
      Fact(
        "Unrealised P&L",
        format.phrase(account.unrealisedProfit, role: FigureFormat.profitRole) { format.money($0, sign: .both) }),
      Fact("Rules", Phrase(account.convention.rawValue, .label)),
    ]
  }

  /// What the normalised ratio is of: the venue's own ratio leaves isolated positions out.
  private func barSubject(_ account: AccountFigures) -> Phrase {
    Phrase(account.worstIsolatedLeg.map { "\($0.symbol) isolated" } ?? "cross wallet", .text)
  }

  /// Collateral to add; nothing needed is said in words.
  func survival(_ account: AccountFigures) -> Phrase {
    format.phrase(account.collateralToSurvive, role: { $0 > 0 ? .warning : .text }) {
      $0 > 0 ? format.money($0) : "nothing"
    }
  }

  /// The benchmark's move that liquidates, with a mark when it is short; that none does is said in words.
  func move(_ reading: Reading<Double>) -> Phrase {
    if reading.unknownReason?.kind == .undefined { return Phrase("none", .text) }
    return marked(reading, level(move: reading)) { format.percentage($0, sign: .both) }
  }

  func marked(_ reading: Reading<Double>, _ level: DangerLevel, _ write: (Double) -> String) -> Phrase {
    var phrase = format.phrase(reading, level > .safe ? level.role : .text, write)
    if level > .safe { phrase.text = "\(format.glyphs.warning) \(phrase.text)" }
    return phrase
  }

  /// The leg of an account that is nearest to its liquidation price: `BTC-PERP +19.4 %`.
  func nearestLeg(_ account: AccountFigures) -> Phrase {
    guard let leg = nearest[account.id], let level = leg.danger(policy) else {
      return Phrase(format.glyphs.unknown, .unknown)
    }
    return marked(leg.liquidationDistance, level) { _ in
      "\(leg.id.instrument.symbol) \(leg.moveToLiquidation(format))"
    }
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows {
      notes.note(row.normalisedRatio.unknownReason)
      if let reason = row.liquidatingBenchmarkMove.unknownReason, reason.kind != .undefined { notes.note(reason) }
    }
    return notes.phrases(format)
  }

  private static func nearestLegs(_ strategies: [StrategyFigures]) -> [AccountID: LegFigures] {
    var nearest: [AccountID: LegFigures] = [:]
    for leg in strategies.lazy.flatMap(\.legs) {
      guard let distance = leg.moveLeft?.magnitude else { continue }
      let known = nearest[leg.id.account]?.moveLeft?.magnitude ?? .infinity
      if distance < known { nearest[leg.id.account] = leg }
    }
    return nearest
  }

  private static func key(_ row: AccountFigures, _ column: Int) -> SortKey {
    switch column {
    case 0: .text(row.id.name)
    case 1: .number(row.normalisedRatio.value)
    case 2: .number(row.liquidatingBenchmarkMove.value?.magnitude)
    default: .number(row.equity.value)
    }
  }
}
