import TerminalCells

extension Theme {
  /// A theme of attributes only, for terminals without colours and readers who want none.
  ///
  /// A breach is bold on reversed video, a warning bold and underlined; nothing is told by brightness alone.
  public static func monochrome(name: String) -> Theme {
    let attributes: [ThemeRole: Attributes] = [
      .label: .dim, .title: .bold, .key: .bold, .selected: .reverse, .inactive: .dim, .divider: .dim,
      .warning: [.bold, .underline], .breach: [.bold, .reverse], .stale: [.dim, .underline], .unknown: .dim,
      .notLive: [.bold, .reverse], .band: .dim, .target: .bold,
    ]
    let styles = ThemeRole.allCases.map { ($0, Style(attributes: attributes[$0] ?? [])) }
    return Theme(name: name, styles: Dictionary(uniqueKeysWithValues: styles), gradients: [:])
  }

  /// The theme as a terminal of that depth can tell it: on one without colours the attributes of
  /// ``monochrome(name:)``, for colours that are merely dropped would take the breach with them.
  public func adapted(to depth: ColourDepth) -> Theme {
    depth == .none ? .monochrome(name: name) : self
  }
}
