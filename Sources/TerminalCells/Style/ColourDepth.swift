/// How many colours a terminal can show.
public enum ColourDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// No colours: attributes such as bold and reverse only.
  case none
  /// The sixteen colours of the terminal's own palette.
  case ansi16
  /// The 256 numbered colours.
  case palette256
  /// 24-bit colour.
  case trueColour

  /// Fewer colours sort first.
  public static func < (left: ColourDepth, right: ColourDepth) -> Bool { left.rawValue < right.rawValue }
}
