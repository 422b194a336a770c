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

  /// Names of the sort columns.
  static let sortColumns = ["Account", "Way to liquidation", "Benchmark move", "Equity"]

  /// What to say of the accounts of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    accounts = snapshot.figures.accounts
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.benchmarkName
    nearest = Self.nearestLegs(snapshot.figures.strategies)
    rows = RowOrder.arrange(
      accounts, context, text: { "\($0.id) \($0.convention.rawValue)" }, key: Self.key)
  }

  /// The account nearest to liquidation.
  var summary: PanelSummary {
    guard !accounts.isEmpty else { return PanelSummary("none", role: .unknown) }
    let known = accounts.filter { $0.normalisedRatio.value?.ifFinite != nil }
    guard let worst = known.max(by: { ($0.normalisedRatio.value ?? 0) < ($1.normalisedRatio.value ?? 0) }),
      let ratio = worst.normalisedRatio.value
    else { return PanelSummary(format.glyphs.unknown, role: .unknown) }
    let level = DangerLevel(normalisedRatio: ratio)
    let missing = known.count < accounts.count ? ", \(accounts.count - known.count) unknown" : ""
    let name = accounts.count > 1 ? " \(worst.id.name)" : ""
    let text = "\(format.percentage(ratio)) \(level.word)\(name)\(missing)"
    if let age = format.staleAge(worst.normalisedRatio.provenance) {
      return PanelSummary("\(text) stale \(format.shortDuration(age))", role: .stale)
    }
    return PanelSummary(text, role: missing.isEmpty || level > .safe ? level.role : .unknown)
  }

  /// How near an account is to liquidation; nil when unknown.
  func level(_ account: AccountFigures) -> DangerLevel? {
    account.normalisedRatio.value?.ifFinite.map { DangerLevel(normalisedRatio: $0) }
  }

  /// `safe`, `WARN`, `CRITICAL`, or that it is not known.
  func word(_ account: AccountFigures) -> Phrase {
    guard let level = level(account) else { return Phrase("unknown", .unknown) }
    guard !account.normalisedRatio.isStale else { return Phrase("\(level.word) (stale)", .stale) }
    return level.phrase
  }

  /// The venue's ratio under its own name, and the end that is dangerous: `Margin ratio 23.1 %`, `liquidates ≥ 100 %`.
  func venueRatio(_ account: AccountFigures) -> [[Phrase]] {
    [
      [
        Phrase(account.ratio.name + " ", .label),
        format.agedPhrase(account.ratio.value) { format.percentage($0) },
      ],
      [Phrase("liquidates \(limit(account.ratio))", .label)],
    ]
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

  /// The figures below an account's bar, most important first.
  func facts(_ account: AccountFigures) -> [Fact] {
    func amount(_ reading: Reading<Double>, _ sign: SignRule = .negative) -> Phrase {
      format.phrase(reading) { format.money($0, sign: sign) }
    }
    return [
      Fact("\(benchmark) move to liq.", move(account.liquidatingBenchmarkMove)),
      Fact("Nearest", nearestLeg(account)),
      Fact("Equity", amount(account.equity)),
      Fact("Maintenance margin", amount(account.maintenanceMargin)),
      Fact("To survive \(format.percentage(account.survivalMove, decimals: 0, sign: .both))", survival(account)),
      Fact("Initial margin", amount(account.initialMargin)),
      Fact("Wallet", amount(account.walletBalance)),
      Fact(
        "Unrealised P&L",
        format.phrase(account.unrealisedProfit, role: FigureFormat.profitRole) { format.money($0, sign: .both) }),
    ]
  }

  /// Collateral to add; nothing needed is said in words.
  func survival(_ account: AccountFigures) -> Phrase {
    format.phrase(account.collateralToSurvive, role: { $0 > 0 ? .warning : .text }) {
      $0 > 0 ? format.money($0) : "nothing"
    }
  }

  /// The benchmark's move that liquidates; that none does is said in words.
  func move(_ reading: Reading<Double>) -> Phrase {
    if reading.unknownReason?.kind == .undefined { return Phrase("none", .text) }
    return format.phrase(reading) { format.percentage($0, sign: .both) }
  }

  /// The leg of an account that is nearest to its liquidation price: `BTC-PERP +19.4 %`.
  func nearestLeg(_ account: AccountFigures) -> Phrase {
    guard let leg = nearest[account.id], let distance = leg.liquidationDistance.value else {
      return Phrase(format.glyphs.unknown, .unknown)
    }
    let level = DangerLevel(liquidationDistance: distance)
    let mark = level > .safe ? "\(format.glyphs.warning) " : ""
    let role = leg.liquidationDistance.isStale ? .stale : level > .safe ? level.role : ThemeRole.text
    return Phrase("\(mark)\(leg.id.instrument.symbol) \(format.percentage(distance, sign: .both))", role)
  }

  /// Why figures are missing.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for row in rows { notes.note(row.normalisedRatio.unknownReason) }
    return notes.phrases(format)
  }

  private static func nearestLegs(_ strategies: [StrategyFigures]) -> [AccountID: LegFigures] {
    var nearest: [AccountID: LegFigures] = [:]
    for leg in strategies.lazy.flatMap(\.legs) {
      guard let distance = leg.liquidationDistance.value?.ifFinite?.magnitude else { continue }
      let known = nearest[leg.id.account]?.liquidationDistance.value?.magnitude ?? .infinity
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
