import Alerting
import TerminalCells

/// How near a position is to its end, in a word and a look, so that it is never told by colour alone.
enum DangerLevel: Int, Hashable, Sendable, Comparable {
  /// Far.
  case safe
  /// Near.
  case warning
  /// Very near, or beyond.
  case critical

  /// The level of a normalised margin ratio: 0 is safe, 1 is liquidation. It turns where the alerts do.
  init(normalisedRatio ratio: Double, _ policy: AlertPolicy) {
    self = ratio > policy.marginCritical.enter ? .critical : ratio > policy.marginWarning.enter ? .warning : .safe
  }

  /// The level of a move to liquidation, of the benchmark or of a leg's own price: a fraction of either sign, zero when
  /// it has been passed.
  init(liquidationDistance: Double, _ policy: AlertPolicy) {
    let distance = liquidationDistance.magnitude
    self =
      distance < policy.liquidationCritical.enter
      ? .critical : distance < policy.liquidationWarning.enter ? .warning : .safe
  }

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
