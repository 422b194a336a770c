import HedgeAnalytics
import HedgeStore

/// A snapshot as plain text.
public struct StatusText {
  public let text: String
  public init(_ snapshot: HedgeSnapshot) {
    text = snapshot.figures.strategies.map { VerdictLine.text($0, at: snapshot.now) }.joined(separator: "\n") + "\n"
  }
}
