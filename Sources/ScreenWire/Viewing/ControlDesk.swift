/// Who may decide: one viewer at a time, until it goes.
public struct ControlDesk<Viewer: Hashable & Sendable>: Sendable {
  private var holder: (viewer: Viewer, words: String)?

  /// A desk at which nobody sits.
  public init() {}

  /// Asks for the desk.
  ///
  /// - Parameter words: who the viewer is, for others to be told.
  /// - Returns: nil when it is the viewer's from now on; who has it when it is not.
  public mutating func take(_ viewer: Viewer, words: String) -> String? {
    if let holder, holder.viewer != viewer { return holder.words }
    holder = (viewer, words)
    return nil
  }

  /// The viewer has gone.
  public mutating func leave(_ viewer: Viewer) {
    if holder?.viewer == viewer { holder = nil }
  }

  /// Whether the viewer may decide.
  public func holds(_ viewer: Viewer) -> Bool { holder?.viewer == viewer }
}
