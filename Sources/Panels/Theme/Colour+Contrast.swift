import TerminalCells

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

extension Colour {
  /// Relative luminance of WCAG 2 (0 black, 1 white); nil for the terminal's default, which nobody knows.
  var luminance: Double? {
    components.map { red, green, blue in
      func linear(_ component: UInt8) -> Double {
        let share = Double(component) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }

  /// Contrast ratio of WCAG 2, 1…21; nil when either colour is the terminal's own.
  func contrast(with other: Colour) -> Double? {
    guard let first = luminance, let second = other.luminance else { return nil }
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  /// The colour a share of the way to another; this one when either is the terminal's own.
  func blended(with other: Colour, share: Double) -> Colour {
    guard let from = components, let to = other.components else { return self }
    let share = min(1, max(0, share))
    func mix(_ first: UInt8, _ second: UInt8) -> UInt8 {
      let (first, second) = (Double(first), Double(second))
      return UInt8((first + (second - first) * share).rounded())
    }
    return .rgb(mix(from.red, to.red), mix(from.green, to.green), mix(from.blue, to.blue))
  }

  /// The nearest colour on the way to black or white (whichever contrasts with `background`) that reaches
  /// `contrast` with it: what keeps a theme's pale red legible on its own paper.
  func legible(on background: Colour, contrast wanted: Double) -> Colour {
    let goal = background.opposite
    for step in 0...10 {
      let candidate = blended(with: goal, share: Double(step) / 10)
      guard let reached = candidate.contrast(with: background) else { return self }
      if reached >= wanted { return candidate }
    }
    return goal
  }

  /// Black or white, whichever stands out more.
  var opposite: Colour {
    (luminance ?? 0) > 0.18 ? .rgb(0, 0, 0) : .rgb(255, 255, 255)
  }
}
