/// Where a key is pressed: the same key may mean different things in different places, but only one in each.
public enum KeyContext: String, Hashable, Sendable, CaseIterable {
  /// The panels.
  case panels = "Panels"
  /// Help, details: text on top of the panels.
  case reading = "Help and details"
  /// The log on top of the panels.
  case log = "Log"
  /// All portfolios on top of the panels.
  case portfolios = "Portfolios"
  /// A line being typed: filter or command.
  case typing = "Typing"
  /// The hedge-ratio dialog.
  case ratio = "Hedge-ratio dialog"
  /// The dialog that records a trade.
  case fill = "Recording a trade"
  /// A question with two buttons.
  case question = "Questions"

  /// Contexts in which printable keys nobody is bound to are text.
  var takesText: Bool { self == .typing || self == .ratio || self == .fill }
}
