/// What a screen may do with the session it shows.
struct ScreenRole: Hashable, Sendable {
  /// Whether the session lives for this screen: it begins and ends with it, and refreshes at its pace. Others are guests
  /// of a session that goes on without them.
  let ownsSession: Bool
  /// Why it may try and decide nothing; nil where it may.
  let refusal: String?

  /// The screen of a program that shows its own session.
  static let owner = ScreenRole(ownsSession: true, refusal: nil)
  /// A guest that decides.
  static let controller = ScreenRole(ownsSession: false, refusal: nil)

  /// A guest that only looks.
  ///
  /// - Parameter reason: what it is told when it wants to decide.
  static func viewer(because reason: String) -> ScreenRole { ScreenRole(ownsSession: false, refusal: reason) }
}
