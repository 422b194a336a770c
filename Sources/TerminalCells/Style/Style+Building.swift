extension Style {
  /// This style with another foreground.
  public func foreground(_ colour: Colour) -> Style {
    var style = self
    style.foreground = colour
    return style
  }

  /// This style with another background.
  public func background(_ colour: Colour) -> Style {
    var style = self
    style.background = colour
    return style
  }

  /// This style with these attributes added.
  public func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.formUnion(attributes)
    return style
  }

  /// This style without these attributes.
  public func removing(_ attributes: Attributes) -> Style {
    var style = self
    style.attributes.subtract(attributes)
    return style
  }

  /// This style in bold.
  public var bold: Style { adding(.bold) }
  /// This style, dimmed.
  public var dim: Style { adding(.dim) }
  /// This style, underlined.
  public var underline: Style { adding(.underline) }
  /// This style with its colours exchanged.
  public var reverse: Style { adding(.reverse) }
  /// This style in italics.
  public var italic: Style { adding(.italic) }

  /// This style with both colours as a terminal of that depth shows them.
  public func reduced(to depth: ColourDepth) -> Style {
    Style(
      foreground: foreground.reduced(to: depth), background: background.reduced(to: depth), attributes: attributes)
  }
}

extension Style: CustomStringConvertible {
  /// `fg=#ff0000 bg=17 bold`, leaving out what is default; `plain` when everything is.
  public var description: String {
    var parts: [String] = []
    if foreground != .terminalDefault { parts.append("fg=\(foreground)") }
    if background != .terminalDefault { parts.append("bg=\(background)") }
    if !attributes.isEmpty { parts.append("\(attributes)") }
    return parts.isEmpty ? "plain" : parts.joined(separator: " ")
  }
}

extension Colour: CustomStringConvertible {
  /// `default`, the palette number, or `#rrggbb`.
  public var description: String {
    switch self {
    case .terminalDefault: "default"
    case .palette(let index): "\(index)"
    case .rgb(let red, let green, let blue): "#" + [red, green, blue].map(Colour.hexadecimal).joined()
    }
  }

  private static func hexadecimal(_ component: UInt8) -> String {
    let digits = String(component, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
  }
}
