/// How many terminal columns text takes.
public enum TextWidth {
  /// The columns a string takes once ``Swift/String/sanitised`` has been applied to it.
  ///
  /// Controls and formatting characters take none, marks sit on the letter before them (and are dropped with
  /// none before them), East Asian wide and emoji scalars take two, line breaks and tabs become one space.
  public static func columns(of text: some StringProtocol) -> Int {
    var columns = 0
    for scalar in text.unicodeScalars {
      switch ScalarWidth(scalar) {
      case .stripped, .mark: break
      case .blank, .narrow: columns += 1
      case .wide: columns += 2
      }
    }
    return columns
  }

  /// The columns of one character, counted over its scalars.
  public static func columns(of character: Character) -> Int {
    if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return 1 }
    return columns(of: String(character))
  }
}
