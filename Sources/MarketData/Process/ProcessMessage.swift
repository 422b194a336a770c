import HedgeModel

/// What one line of a program's output means.
enum ProcessMessage: Hashable, Sendable {
  /// A value, a bar or a payment of an instrument that is wanted.
  case event(FeedEvent)
  /// The specification of an instrument.
  case instrument(Instrument)
  /// The program speaks of its own connection.
  case status(FeedSignal)
  /// Well formed, but of an instrument nobody asked for.
  case unwanted
  /// Not understood, and why.
  case warning(String)
}
