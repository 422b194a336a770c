/// Something done with the mouse over a cell.
public struct MouseEvent: Hashable, Sendable {
  /// What was done.
  public enum Action: Hashable, Sendable {
    /// A button went down.
    case press(Button)
    /// A button went up.
    case release(Button)
    /// The wheel turned away from the hand.
    case scrollUp
    /// The wheel turned towards the hand.
    case scrollDown
  }

  /// A button of the mouse.
  public enum Button: Hashable, Sendable {
    /// The main button.
    case left
    /// The wheel, pressed.
    case middle
    /// The other button.
    case right
  }

  /// What was done.
  public var action: Action
  /// Over which cell.
  public var position: Point
  /// What was held down on the keyboard.
  public var modifiers: Modifiers

  /// An action over a cell.
  public init(_ action: Action, at position: Point, modifiers: Modifiers = []) {
    self.action = action
    self.position = position
    self.modifiers = modifiers
  }
}
