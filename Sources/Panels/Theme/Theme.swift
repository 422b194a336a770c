import TerminalCells

/// How roles and gradients look. Values only; read from a theme file or built in.
public struct Theme: Hashable, Sendable {
  /// The theme's name: its file's without the extension.
  public let name: String
  private let styles: [ThemeRole: Style]
  private let gradients: [ThemeGradient: [Colour]]

  /// A theme.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - styles: the look of each role; a missing one looks like ``ThemeRole/text``, and that plain.
  ///   - gradients: 101 colours each, from 0 to 100 %; a missing or empty one is drawn in text colour.
  public init(name: String, styles: [ThemeRole: Style], gradients: [ThemeGradient: [Colour]]) {
    self.name = name
    self.styles = styles
    self.gradients = gradients
  }

  /// The look of a role.
  public func style(_ role: ThemeRole) -> Style {
    styles[role] ?? styles[.text] ?? .plain
  }

  /// The look of a point on a scale; `share` is clamped to 0…1.
  public func style(_ gradient: ThemeGradient, at share: Double) -> Style {
    guard let steps = gradients[gradient], !steps.isEmpty else { return style(.text) }
    let clamped = share.isFinite ? min(1, max(0, share)) : 0
    return style(.text).foreground(steps[Int((clamped * Double(steps.count - 1)).rounded())])
  }
}
