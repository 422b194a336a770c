/// A question before something is kept: a value whose chosen button is Cancel until the user moves to the other.
public struct ConfirmationQuestion: Hashable, Sendable {
  /// What is asked: `Set H to 0.65?`.
  public let title: String
  /// What it would do, line by line.
  public let lines: [String]
  /// The word on the button that does it.
  public let action: String
  /// What it does.
  public let command: ScreenCommand
  /// True when the button that does it is chosen.
  public private(set) var isActionChosen = false

  /// A question with Cancel chosen; see the properties.
  public init(title: String, lines: [String], action: String, command: ScreenCommand) {
    self.title = title
    self.lines = lines
    self.action = action
    self.command = command
  }

  /// What a key makes of it: nil while it stays open, else whether the answer was yes.
  mutating func reduce(_ command: KeyCommand) -> Bool? {
    switch command {
    case .nextField, .previousField:
      isActionChosen.toggle()
      return nil
    case .accept: return isActionChosen
    case .confirm: return true
    case .back: return false
    default: return nil
    }
  }
}
