import TerminalCells

/// How near a position is to its end, in a word and a look, so that it is never told by colour alone.
enum DangerLevel: Int, Hashable, Sendable, Comparable {
  /// Far.
  case safe
  /// Near.
  case warning
  /// Very near, or beyond.
  case critical

  /// The level of a normalised margin ratio: 0 is safe, 1 is liquidation.
  init(normalisedRatio: Double) {
    self = normalisedRatio >= Self.criticalRatio ? .critical : normalisedRatio >= Self.warningRatio ? .warning : .safe
  }

  /// The level of a distance to the liquidation price, a fraction of the mark.
  init(liquidationDistance: Double) {
    let distance = liquidationDistance.magnitude
    self = distance <= 0.05 ? .critical : distance <= 0.1 ? .warning : .safe
  }

  /// Share of the way to liquidation at which a margin account is to be watched.
  static let warningRatio = 0.5
  /// Share of the way to liquidation at which a margin account is to be acted on.
  static let criticalRatio = 0.8

  /// `safe`, `WARN` or `CRITICAL`.
  var word: String {
    switch self {
    case .safe: "safe"
    case .warning: "WARN"
    case .critical: "CRITICAL"
    }
  }

  /// Its look.
  var role: ThemeRole {
    switch self {
    case .safe: .calm
    case .warning: .warning
    case .critical: .breach
    }
  }

  /// The word in its look; the worst is also reversed.
  var phrase: Phrase { Phrase(word, role, emphasis: self == .critical ? [.bold, .reverse] : []) }

  /// Orders by danger.
  static func < (left: DangerLevel, right: DangerLevel) -> Bool { left.rawValue < right.rawValue }
}
