/// Something that lies on the panels and gets the keys.
public enum ScreenOverlay: Hashable, Sendable {
  /// The list of keys, scrolled by so many lines.
  case help(scroll: Int)
  /// What has happened, scrolled by so many lines.
  case log(scroll: Int)
  /// Everything known of one thing, scrolled by so many lines.
  case details(DetailSubject, scroll: Int)
  /// All portfolios, one row selected.
  case portfolios(selected: Int)
  /// The filter of a panel being typed; `before` comes back when it is cancelled.
  case filter(PanelID, LineEditor, before: String)
  /// A command being typed.
  case command(LineEditor)
  /// The hedge-ratio dialog.
  case ratio(HedgeRatioDialog)
  /// The dialog that records a trade.
  case fill(FillDialog)
  /// A question with two buttons.
  case question(ConfirmationQuestion)

  var keyContext: KeyContext {
    switch self {
    case .help, .details: .reading
    case .log: .log
    case .portfolios: .portfolios
    case .filter, .command: .typing
    case .ratio: .ratio
    case .fill: .fill
    case .question: .question
    }
  }
}
