/// The lines and corners of frames.
public struct BoxGlyphs: Hashable, Sendable {
  /// The line to the right.
  public let horizontal: Character
  /// The line downwards.
  public let vertical: Character
  /// The corner of the top edge and the left edge.
  public let topLeft: Character
  /// The corner of the top edge and the right edge.
  public let topRight: Character
  /// The corner of the bottom edge and the left edge.
  public let bottomLeft: Character
  /// The corner of the bottom edge and the right edge.
  public let bottomRight: Character
  /// A line branching off to the right of a vertical one.
  public let teeRight: Character
  /// A line branching off to the left of a vertical one.
  public let teeLeft: Character
  /// A line branching off below a horizontal one.
  public let teeDown: Character
  /// A line branching off above a horizontal one.
  public let teeUp: Character
  /// Two lines crossing.
  public let cross: Character

  /// Thin lines with rounded corners.
  public static let rounded = BoxGlyphs(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯",
    teeRight: "├", teeLeft: "┤", teeDown: "┬", teeUp: "┴", cross: "┼")

  /// Thin lines with square corners.
  public static let square = BoxGlyphs(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘",
    teeRight: "├", teeLeft: "┤", teeDown: "┬", teeUp: "┴", cross: "┼")

  /// Dashes, bars and plus signs.
  public static let ascii = BoxGlyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+",
    teeRight: "+", teeLeft: "+", teeDown: "+", teeUp: "+", cross: "+")
}
