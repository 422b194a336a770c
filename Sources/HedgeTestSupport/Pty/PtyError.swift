/// What went wrong with a pseudo-terminal, with the screen as it was.
public struct PtyError: Error, CustomStringConvertible {
  /// What was waited for and what was there instead.
  public let description: String

  init(_ description: String) { self.description = description }
}
