import Panels
import TerminalCells

extension Theme {
  /// A theme in which every role has a colour of its own, so that a test can read from a cell what it means.
  static let roles = Theme(
    name: "roles",
    styles: Dictionary(
      uniqueKeysWithValues: ThemeRole.allCases.enumerated().map { ($1, Style(foreground: .palette(UInt8($0 + 1)))) }),
    gradients: Dictionary(
      uniqueKeysWithValues: ThemeGradient.allCases.enumerated().map { index, gradient in
        (gradient, (0...100).map { Colour.rgb(UInt8(index), UInt8($0), 0) })
      }))

  /// The role a cell was drawn in; nil for gradients.
  static func role(of style: Style) -> ThemeRole? {
    guard case .palette(let index) = style.foreground, index > 0 else { return nil }
    let roles = ThemeRole.allCases
    return Int(index) <= roles.count ? roles[Int(index) - 1] : nil
  }
}
