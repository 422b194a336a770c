import TerminalCells

/// The colours of a theme file sorted to what they mean here.
struct ThemePalette {
  private let file: ThemeFile
  private let fallback: ThemeFile

  init(file: ThemeFile, fallback: ThemeFile) {
    self.file = file
    self.fallback = fallback
  }

  /// Contrast text must reach: the level WCAG asks of large text; numbers on a terminal are looked at, not read.
  private static let legibleContrast = 3.5

  private func stated(_ key: String) -> Colour {
    file.colours[key] ?? fallback.colours[key] ?? .terminalDefault
  }

  private var background: Colour { stated("main_bg") }
  private var foreground: Colour { stated("main_fg") }

  /// What letters will most likely stand on: a terminal's own background is taken for the opposite of the text.
  private var paper: Colour {
    background == .terminalDefault
      ? (foreground == .terminalDefault ? .rgb(0, 0, 0) : foreground.opposite) : background
  }

  private func legible(_ colour: Colour) -> Colour {
    colour == .terminalDefault ? foreground : colour.legible(on: paper, contrast: Self.legibleContrast)
  }

  /// A colour of our own key, or else the end or the middle of one of btop's gradients.
  private func state(_ key: String, else part: (gradient: String, share: Int)) -> Colour {
    if let own = file.colours[key] { return legible(own) }
    return legible(steps(part.gradient)[part.share])
  }

  private func steps(_ gradient: String) -> [Colour] {
    func colour(_ part: String) -> Colour? {
      let colour = stated("\(gradient)_\(part)")
      return colour == .terminalDefault ? nil : colour
    }
    return Theme.steps(from: colour("start") ?? foreground, through: colour("mid"), to: colour("end"))
  }

  var gradients: [ThemeGradient: [Colour]] {
    [
      .beta: steps("cpu").map(legible), .margin: steps("used").map(legible),
      .received: steps("download").map(legible), .paid: steps("upload").map(legible),
    ]
  }

  var styles: [ThemeRole: Style] {
    let text = Style(foreground: foreground, background: background)
    func on(_ colour: Colour) -> Style { text.foreground(legible(colour)) }
    // A filled label: letters in whatever stands out on the colour. It is reversed video, so that it survives any
    // reduction, and that emphasis which asks for reversed video does not turn it back.
    func filled(_ colour: Colour) -> Style {
      Style(foreground: colour, background: colour.opposite, attributes: [.bold, .reverse])
    }
    let calm = state("hedge_calm", else: ("cpu", 0))
    let warning = state("hedge_warning", else: ("cpu", 50))
    let breach = state("hedge_breach", else: ("cpu", 100))
    let gain = state("hedge_gain", else: ("download", 100))
    let loss = state("hedge_loss", else: ("upload", 100))
    return [
      .text: text, .label: on(stated("graph_text")), .title: on(stated("title")).bold, .key: on(stated("hi_fg")).bold,
      .bar: text, .selected: selection, .inactive: on(stated("inactive_fg")),
      .divider: text.foreground(divider), .gain: text.foreground(gain), .loss: text.foreground(loss),
      .calm: text.foreground(calm), .warning: text.foreground(warning).bold, .breach: filled(breach),
      .stale: text.foreground(state("hedge_stale", else: ("cpu", 50))).italic,
      .unknown: on(stated("inactive_fg")), .notLive: filled(state("hedge_notlive", else: ("temp", 100))),
      .band: on(stated("inactive_fg")), .target: on(stated("hi_fg")).bold,
    ]
  }

  /// Reversed video where the theme leaves the background to the terminal.
  private var selection: Style {
    let behind = stated("selected_bg")
    guard behind != .terminalDefault else {
      return Style(foreground: foreground, background: background, attributes: [.bold, .reverse])
    }
    let letters = stated("selected_fg") == .terminalDefault ? foreground : stated("selected_fg")
    return Style(
      foreground: letters.legible(on: behind, contrast: Self.legibleContrast), background: behind, attributes: .bold)
  }

  /// Frames may be fainter than text, but not invisible.
  private var divider: Colour {
    let line = stated("div_line")
    return line == .terminalDefault ? foreground : line.legible(on: paper, contrast: 1.6)
  }
}
