import HedgeAnalytics
import HedgeModel

/// Betas as `beta --json` prints them.
struct BetaStudyReport: Encodable {
  /// One asset. An unknown beta has null figures and a reason; a known one has no reason.
  struct Row: Encodable {
    let asset: String
    let n: Int
    @Nullable var beta: Double?
    @Nullable var alpha: Double?
    @Nullable var se: Double?
    @Nullable var hacSe: Double?
    @Nullable var r2: Double?
    @Nullable var corr: Double?
    let reason: String?
  }

  let end: String
  let benchmark: String
  let rows: [Row]

  init(_ study: BetaStudy) {
    end = study.end
    benchmark = study.benchmark.label
    rows = study.rows.map { row in
      let estimate = row.estimate.value
      return Row(
        asset: row.asset, n: row.observations, beta: estimate?.beta, alpha: estimate?.alpha,
        se: estimate?.standardError, hacSe: estimate?.neweyWestError, r2: estimate?.rSquared,
        corr: estimate?.correlation, reason: row.estimate.unknownReason?.detail)
    }
  }

  /// The betas for people.
  var text: String {
    var table = TextTable([
      .init("asset", .words), .init("n"), .init("beta"), .init("alpha"), .init("s.e."), .init("HAC s.e."), .init("R2"),
      .init("corr"), .init("", .words),
    ])
    for row in rows {
      func figure(_ value: Double?, _ decimals: Int) -> String { value.map { Figures.fixed($0, decimals) } ?? "-" }
      table.add([
        row.asset, "\(row.n)", figure(row.beta, 6), figure(row.alpha, 6), figure(row.se, 6), figure(row.hacSe, 6),
        figure(row.r2, 4), figure(row.corr, 4), row.reason ?? "",
      ])
    }
    return "beta to \(benchmark), window ending with \(end)\n" + table.text()
  }
}
