import HedgeAnalytics
import HedgeModel

/// An account's figures beside its venue's own as JSON.
struct ReconciliationReport: Encodable {
  /// A figure of ours and of the venue.
  struct Line: Encodable {
    let subject: String
    @Nullable var instrument: String?
    let ours: FigureReport<Double>
    let venue: FigureReport<Double>
    let difference: FigureReport<Double>
    @Nullable var cause: String?
  }

  let account: String
  let agrees: Bool
  let lines: [Line]

  init(_ reconciliation: Reconciliation, now: Timestamp) {
    func figure(_ reading: Reading<Double>) -> FigureReport<Double> { FigureReport(reading: reading, now: now) }
    account = reconciliation.account.name
    agrees = reconciliation.agrees
    lines = reconciliation.lines.map {
      Line(
        subject: $0.subject.key, instrument: $0.instrument?.description, ours: figure($0.ours),
        venue: figure($0.venue), difference: figure($0.difference), cause: $0.cause)
    }
  }
}

extension Reconciliation.Line.Subject {
  /// Its name in JSON.
  fileprivate var key: String {
    switch self {
    case .liquidationPrice: "liquidation_price"
    case .maintenanceMargin: "maintenance_margin"
    case .equity: "equity"
    case .position: "position"
    case .accountMaintenanceMargin: "account_maintenance_margin"
    }
  }
}
