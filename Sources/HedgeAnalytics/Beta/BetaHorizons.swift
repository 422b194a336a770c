import HedgeModel

/// Betas of one asset over windows of several lengths, all ending now, and whether they disagree.
public struct BetaHorizons: Hashable, Sendable {
  /// The beta of one window.
  public struct Row: Hashable, Sendable {
    /// Length of the window, in days.
    public let days: Int
    /// Least squares with its Newey–West error; unknown with the reason.
    public let estimate: Reading<BetaEstimate>

    /// A row; see the properties.
    public init(days: Int, estimate: Reading<BetaEstimate>) {
      self.days = days
      self.estimate = estimate
    }
  }

  /// Customary lengths, in days.
  public static let customaryDays = [30, 60, 90]

  /// In the order of the lengths asked for.
  public let rows: [Row]
  /// The two windows that differ most for their errors; unknown when fewer than two have a beta.
  public let disagreement: Reading<BetaDisagreement>

  /// Compares the betas of `rows` by `rule`.
  public init(rows: [Row], rule: DisagreementRule = DisagreementRule()) {
    self.rows = rows
    disagreement = Self.widest(rows, rule)
  }

  /// The betas of the last `days` of two windows of returns, NaN where there is none, oldest first.
  ///
  /// A length the returns do not reach back to is unknown: it would repeat the beta of a shorter one.
  ///
  /// - Parameters:
  ///   - interval: the length of a bar.
  ///   - minimumObservations: fewer pairs make a beta unknown.
  ///   - name: the asset, for the reason.
  public init(
    asset: [Double], benchmark: [Double], days: [Int] = customaryDays, interval: BetaPolicy.BarInterval = .day,
    minimumObservations: Int = 10, rule: DisagreementRule = DisagreementRule(), name: Asset,
    provenance: Provenance = .stated
  ) {
    let rows = days.map { days in
      let bars = interval == .day ? days : days * 24
      guard min(asset.count, benchmark.count) >= bars else {
        return Row(days: days, estimate: .unknown(Self.tooShort(asset.count, bars, name)))
      }
      return Row(
        days: days,
        estimate: BetaEstimator.estimate(
          asset: Array(asset.suffix(bars)), benchmark: Array(benchmark.suffix(bars)),
          minimumObservations: minimumObservations, name: name, provenance: provenance))
    }
    self.init(rows: rows, rule: rule)
  }

  private static func tooShort(_ count: Int, _ bars: Int, _ asset: Asset) -> UnknownReason {
    UnknownReason(.tooFewObservations, "\(count) of \(bars) bars kept for the beta of \(asset)")
  }

  private static func widest(_ rows: [Row], _ rule: DisagreementRule) -> Reading<BetaDisagreement> {
    var found: Reading<BetaDisagreement>?
    for (index, row) in rows.enumerated() {
      for other in rows[(index + 1)...] {
        let reading = row.estimate.combined(with: other.estimate) {
          BetaDisagreement(days: (row.days, other.days), betas: ($0, $1), rule)
        }
        guard let next = reading.value else { continue }
        if found?.value.map({ $0.isLess(than: next) }) ?? true { found = reading }
      }
    }
    return found
      ?? .unknown(UnknownReason(.tooFewObservations, "fewer than two windows have a beta to compare"))
  }
}

extension RollingBetas {
  /// Betas of one asset over the last `days`, as far as the window reaches, and whether they disagree.
  public func horizons(
    of asset: Asset, days: [Int] = BetaHorizons.customaryDays, rule: DisagreementRule = DisagreementRule(),
    source: String = "history"
  ) -> BetaHorizons {
    guard let column = columns[asset], let lastClose else {
      let reason = UnknownReason(.notReceived, "no price history of \(asset) yet")
      return BetaHorizons(rows: days.map { .init(days: $0, estimate: .unknown(reason)) }, rule: rule)
    }
    return BetaHorizons(
      asset: window.returns(of: column), benchmark: window.benchmarkReturns, days: days, interval: policy.interval,
      minimumObservations: policy.minimumObservations, rule: rule, name: asset,
      provenance: Provenance(asOf: lastClose, source: source))
  }
}
