import HedgeAnalytics

extension NetBetaFigures.Verdict {
  /// The verdict without its reason, which may hold an age that grows.
  var logWord: String {
    switch self {
    case .inBand: "in band"
    case .breach: "BREACH"
    case .stale: "STALE"
    case .unknown: "UNKNOWN"
    }
  }
}
