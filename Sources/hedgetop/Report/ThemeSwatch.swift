import Panels
import TerminalCells

/// A line of colour for each theme, for standard output on a terminal.
enum ThemeSwatch {
  private static let columns = 24

  /// The beta and the margin scale and a few words of each theme that can be used.
  static func text(_ checks: [ThemeCheck], depth: ColourDepth) -> String {
    let width = checks.map { TextWidth.columns(of: $0.name.sanitised) }.max() ?? 0
    return checks.compactMap { check in
      check.theme.map { check.name.padded(toColumns: width) + "  " + line($0, depth) + "\n" }
    }.joined()
  }

  private static func line(_ theme: Theme, _ depth: ColourDepth) -> String {
    let scales = [ThemeGradient.beta, .margin].map { gradient in
      (0..<columns).map { step in
        let share = Double(step) / Double(columns - 1)
        return sequence(background: theme.style(gradient, at: share).foreground, depth) + " "
      }.joined() + "\u{1B}[0m"
    }
    let words = [("in band", ThemeRole.calm), ("near", .warning), ("BREACH", .breach)].map { word, role in
      sequence(foreground: theme.style(role), depth) + word + "\u{1B}[0m"
    }
    return scales.joined(separator: " ") + "  " + words.joined(separator: " ")
  }

  private static func sequence(background colour: Colour, _ depth: ColourDepth) -> String {
    "\u{1B}[\(code(colour.reduced(to: depth), isBackground: true))m"
  }

  private static func sequence(foreground style: Style, _ depth: ColourDepth) -> String {
    let letters = code(style.foreground.reduced(to: depth), isBackground: false)
    return "\u{1B}[\(letters);\(code(style.background.reduced(to: depth), isBackground: true))m"
  }

  /// The select-graphic-rendition parameters of a colour (ECMA-48, ISO 8613-6).
  private static func code(_ colour: Colour, isBackground: Bool) -> String {
    let base = isBackground ? 40 : 30
    switch colour {
    case .terminalDefault: return "\(base + 9)"
    case .palette(let index) where index < 8: return "\(base + Int(index))"
    case .palette(let index): return "\(base + 8);5;\(index)"
    case .rgb(let red, let green, let blue): return "\(base + 8);2;\(red);\(green);\(blue)"
    }
  }
}
