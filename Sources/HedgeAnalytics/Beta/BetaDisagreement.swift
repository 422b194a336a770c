/// Two windows' betas held against each other, with the numbers that decided.
public struct BetaDisagreement: Hashable, Sendable {
  /// What the rule found.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// The difference is within its error, or too small to matter.
    case agree
    /// The difference exceeds its error and matters.
    case significant
    /// The difference is large whatever its error.
    case large
  }

  /// Lengths of the two windows, in days.
  public let firstDays: Int
  /// See ``firstDays``.
  public let secondDays: Int
  /// First beta less second.
  public let difference: Double
  /// √(se₁² + se₂²) of the Newey–West errors, classical where there are none; nil when a beta has no error.
  public let combinedError: Double?
  /// What the rule found.
  public let verdict: Verdict

  /// True unless the betas agree.
  public var isFlagged: Bool { verdict != .agree }

  /// Holds two betas against each other by `rule`.
  public init(days: (Int, Int), betas: (BetaEstimate, BetaEstimate), _ rule: DisagreementRule) {
    (firstDays, secondDays) = days
    let difference = betas.0.beta - betas.1.beta
    let errors = [betas.0, betas.1].compactMap { $0.neweyWestError ?? $0.standardError }
    let combined = errors.count == 2 ? (errors[0] * errors[0] + errors[1] * errors[1]).squareRoot() : nil
    self.difference = difference
    combinedError = combined
    let size = abs(difference)
    if size > rule.large {
      verdict = .large
    } else if let combined, size > rule.errors * combined, size >= rule.material {
      verdict = .significant
    } else {
      verdict = .agree
    }
  }

  /// A flagged one counts for more than one that is not; then the one with more errors to its difference.
  func isLess(than other: BetaDisagreement) -> Bool {
    if isFlagged != other.isFlagged { return other.isFlagged }
    guard let own = combinedError, let its = other.combinedError else { return abs(difference) < abs(other.difference) }
    return abs(difference) * its < abs(other.difference) * own
  }
}
