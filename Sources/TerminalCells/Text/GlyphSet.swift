/// The signs a screen is drawn with, once in Unicode and once in ASCII, so that every panel can be drawn in either.
///
/// Single cells are `Character`s, signs that may need more than one column in ASCII are strings.
public struct GlyphSet: Hashable, Sendable {
  /// Whether everything is ASCII.
  public let isASCII: Bool
  /// Frames.
  public let box: BoxGlyphs

  /// Rising, or sorted upwards.
  public let up: Character
  /// Falling, or sorted downwards.
  public let down: Character
  /// To the left.
  public let left: Character
  /// To the right.
  public let right: Character
  /// Becomes: old → new.
  public let arrow: String
  /// An entry of a list, a status light.
  public let bullet: Character
  /// A status light that is off.
  public let hollowBullet: Character
  /// Between short items on a line.
  public let middleDot: Character
  /// Attention: a breach. Always drawn with it, so that a breach is never told by colour alone.
  public let warning: Character
  /// Done, fine.
  public let check: Character
  /// Failed, refused.
  public let cross: Character
  /// A value nobody knows.
  public let unknown: String
  /// Text that was cut.
  public let ellipsis: String
  /// Plus or minus.
  public let plusMinus: String
  /// The Greek letter, for betas.
  public let beta: String
  /// The Greek letter, for changes.
  public let delta: String
  /// The Greek letter, for standard deviations.
  public let sigma: String
  /// Multiplied by.
  public let times: String
  /// About.
  public let approximately: String
  /// At most.
  public let atMost: String
  /// At least.
  public let atLeast: String
  /// Without bound.
  public let infinity: String

  /// Columns of rising height, the first empty, the last full.
  public let columnLevels: [Character]
  /// Bars of rising length within one cell, the first empty, the last full.
  public let barLevels: [Character]
  /// The part of a meter not reached.
  public let barEmpty: Character
  /// A mark on a meter or a gauge.
  public let marker: Character

  /// Unicode with rounded corners and blocks.
  public static let unicode = GlyphSet(
    isASCII: false, box: .rounded,
    up: "▲", down: "▼", left: "◀", right: "▶", arrow: "→", bullet: "●", hollowBullet: "○", middleDot: "·",
    warning: "⚠", check: "✓", cross: "✗",
    unknown: "—", ellipsis: "…", plusMinus: "±", beta: "β", delta: "Δ", sigma: "σ", times: "×",
    approximately: "≈", atMost: "≤", atLeast: "≥", infinity: "∞",
    columnLevels: [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    barLevels: [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"],
    barEmpty: "░", marker: "┃")

  /// ASCII only.
  public static let ascii = GlyphSet(
    isASCII: true, box: .ascii,
    up: "^", down: "v", left: "<", right: ">", arrow: "->", bullet: "*", hollowBullet: "o", middleDot: ".",
    warning: "!", check: "+", cross: "x",
    unknown: "-", ellipsis: "~", plusMinus: "+-", beta: "b", delta: "d", sigma: "s", times: "x",
    approximately: "~", atMost: "<=", atLeast: ">=", infinity: "inf",
    columnLevels: [" ", "_", ".", ",", "-", "=", "+", "*", "#"],
    barLevels: [" ", " ", " ", " ", "-", "-", "=", "=", "#"],
    barEmpty: ".", marker: "|")
}
