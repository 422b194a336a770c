import HedgeStore

extension PortfolioSummary.Concern {
  /// The concern in a word, in capitals where it wants a look now.
  var word: String {
    switch self {
    case .critical: "CRITICAL"
    case .breach: "BREACH"
    case .stale: "STALE"
    case .unknown: "no figures"
    }
  }

  /// Its look.
  var role: ThemeRole {
    switch self {
    case .critical, .breach: .breach
    case .stale: .warning
    case .unknown: .unknown
    }
  }
}
