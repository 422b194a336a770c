/// What a terminal does with one Unicode scalar.
enum ScalarWidth {
  /// Never reaches a cell: controls, formatting and bidirectional marks, selectors of an emoji's looks.
  case stripped
  /// Becomes a plain space: line breaks, tabs, spaces of other widths.
  case blank
  /// Is drawn over the letter before it.
  case mark
  /// Takes one column.
  case narrow
  /// Takes two columns.
  case wide

  /// The class of a scalar. Letters are counted one scalar at a time because that is how terminals count: an
  /// emoji joined from several is shown as its parts, which stay aligned everywhere.
  @inline(__always)
  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value >= 0x20 && value < 0x7F {
      self = .narrow
    } else if value < 0xA0 {
      self = value == 0x09 || value == 0x0A ? .blank : .stripped
    } else {
      self = ScalarWidth.outsideASCII(scalar)
    }
  }

  private static func outsideASCII(_ scalar: Unicode.Scalar) -> ScalarWidth {
    switch scalar.value {
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F: return .blank
    case 0xAD: return .stripped
    // Latin letters, box drawing, blocks, braille: nearly all a dashboard draws, decided without a table.
    case 0xA1...0x2FF, 0x2500...0x25FC, 0x2800...0x28FF: return .narrow
    // Variation selectors, the grapheme joiner and skin tones alter another glyph; terminals disagree on how wide.
    case 0x34F, 0x180B...0x180F, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0xE0100...0xE01EF: return .stripped
    // Vowels and final consonants of decomposed Hangul sit on their first consonant.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: return .mark
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .control, .format, .surrogate: return .stripped
    case .unassigned where scalar.properties.isNoncharacterCodePoint: return .stripped
    default: return WideRanges.contains(scalar.value) ? .wide : .narrow
    }
  }
}
