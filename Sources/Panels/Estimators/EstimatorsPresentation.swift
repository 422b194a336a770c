import HedgeAnalytics
import HedgeModel
import HedgeStore
import TerminalCells

/// What the panel of estimators says.
struct EstimatorsPresentation {
  /// How the coins move; nil while nobody has looked.
  let study: Reading<MarketStudy>?
  /// The coins after filter and sort.
  let rows: [Asset]
  /// How figures are written.
  let format: FigureFormat
  /// The asset that is the benchmark; nil for a composite.
  let benchmark: Asset?

  /// The methods, in the order of their columns.
  static let methods = BetaMethod.Name.allCases
  /// Lengths of the windows held beside each other, in days.
  static let days = BetaHorizons.customaryDays
  /// Names of the sort columns.
  static let sortColumns =
    ["Coin"] + methods.map(title) + days.map { "\($0) d" } + ["Windows", "CUSUM"]

  /// What to say of the betas of a snapshot.
  init(_ snapshot: HedgeSnapshot, _ context: PanelContext) {
    study = snapshot.studies.market
    format = FigureFormat(snapshot, context)
    benchmark = snapshot.figures.benchmark.singleAsset
    let study = study?.value
    let format = format
    rows = RowOrder.arrange(
      study?.assets ?? [], context,
      text: { asset in study.map { Self.text(asset, $0, format) } ?? asset.symbol },
      key: { asset, column in study.map { Self.key(asset, column, $0) } ?? .text(asset.symbol) })
  }

  /// What a method is called.
  static func title(_ method: BetaMethod.Name) -> String {
    switch method {
    case .ordinaryLeastSquares: "OLS"
    case .exponential: "EWMA"
    case .vasicek: "Vasicek"
    case .blume: "Blume"
    case .kalman: "Kalman"
    case .twoFactor: "2-factor"
    }
  }

  /// How many betas disagree or did not hold.
  var summary: PanelSummary {
    if let missing = RiskWords.missing(study, format) { return missing.summary }
    guard let study = study?.value else { return .nothing }
    let differing = study.assets.count { study.horizons[$0]?.disagreement.value?.isFlagged ?? false }
    let broken = study.assets.count { study.stability[$0]?.value.map { !$0.isStable } ?? false }
    guard differing + broken > 0 else { return PanelSummary("all agree, all stable", role: .calm) }
    let words = [differing > 0 ? "\(differing) differ" : nil, broken > 0 ? "\(broken) crossed" : nil]
    let all = "of \(study.assets.count)"
    return PanelSummary(
      "\(format.glyphs.warning) \(words.compactMap { $0 }.joined(separator: ", ")) \(all)", role: .warning)
  }

  /// The estimate of one method.
  func estimate(_ asset: Asset, _ method: BetaMethod.Name) -> Reading<BetaEstimate>? {
    study?.value.flatMap { Self.estimate(asset, method, $0) }
  }

  private static func estimate(
    _ asset: Asset, _ method: BetaMethod.Name, _ study: MarketStudy
  ) -> Reading<BetaEstimate>? {
    study.betas[asset]?.rows.first { $0.method.name == method }?.estimate
  }

  /// The estimate over some days.
  func estimate(_ asset: Asset, days: Int) -> Reading<BetaEstimate>? {
    study?.value?.horizons[asset]?.rows.first { $0.days == days }?.estimate
  }

  /// `agree`, `⚠ differ`, `⚠ far apart`.
  func disagreement(_ asset: Asset) -> Phrase {
    guard let reading = study?.value?.horizons[asset]?.disagreement else {
      return Phrase(format.glyphs.unknown, .unknown)
    }
    return format.phrase(reading, role: { $0.isFlagged ? .warning : .text }) { Self.words($0.verdict, format) }
  }

  private static func words(_ verdict: BetaDisagreement.Verdict, _ format: FigureFormat) -> String {
    switch verdict {
    case .agree: "agree"
    case .significant: "\(format.glyphs.warning) differ"
    case .large: "\(format.glyphs.warning) far apart"
    }
  }

  /// `stable`, `⚠ crossed`; of the benchmark, which is its own line, that it is the benchmark.
  func stability(_ asset: Asset) -> Phrase {
    guard asset != benchmark else { return Phrase("benchmark", .label) }
    guard let study = study?.value, let reading = study.stability[asset] else {
      return Phrase(format.glyphs.unknown, .unknown)
    }
    return format.phrase(reading, role: { $0.isStable ? .text : .warning }) {
      Self.words($0, format)
    }
  }

  /// The day on which the CUSUM crossed its bound; empty while it has not.
  func crossing(_ asset: Asset) -> Phrase {
    Phrase(asset == benchmark ? "" : study?.value?.crossings[asset]?.isoDay ?? "", .warning)
  }

  private static func words(_ test: CusumTest, _ format: FigureFormat) -> String {
    test.isStable ? "stable" : "\(format.glyphs.warning) crossed"
  }

  private static func text(_ asset: Asset, _ study: MarketStudy, _ format: FigureFormat) -> String {
    let verdict = study.horizons[asset]?.disagreement.value.map { words($0.verdict, format) } ?? ""
    let stability = study.stability[asset]?.value.map { words($0, format) } ?? ""
    return "\(asset.symbol) \(verdict) \(stability)"
  }

  private static func key(_ asset: Asset, _ column: Int, _ study: MarketStudy) -> SortKey {
    let (methods, days) = (methods.count, days.count)
    switch column {
    case 1..<1 + methods: return .number(estimate(asset, self.methods[column - 1], study)?.value?.beta)
    case 1 + methods..<1 + methods + days:
      return .number(study.horizons[asset]?.rows.element(column - 1 - methods)?.estimate.value?.beta)
    case 1 + methods + days: return .number(study.horizons[asset]?.disagreement.value?.difference.magnitude)
    case 2 + methods + days: return .number(study.stability[asset]?.value?.reach)
    default: return .text(asset.symbol)
    }
  }

  /// Why figures are missing; that the benchmark cannot be tested against itself needs no saying.
  var notes: [Phrase] {
    var notes = UnknownNotes()
    for asset in rows where asset != benchmark {
      for method in Self.methods { notes.note(estimate(asset, method)?.unknownReason) }
      for days in Self.days { notes.note(estimate(asset, days: days)?.unknownReason) }
    }
    return notes.phrases(format)
  }
}
