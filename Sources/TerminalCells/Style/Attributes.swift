/// How a cell is set apart besides its colours.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit per attribute.
  public let rawValue: UInt8

  /// The attributes whose bits are set.
  public init(rawValue: UInt8) { self.rawValue = rawValue & 0b11_1111 }

  /// Heavier letters.
  public static let bold = Attributes(rawValue: 1 << 0)
  /// Fainter letters; terminals without it show them as usual.
  public static let dim = Attributes(rawValue: 1 << 1)
  /// A line below.
  public static let underline = Attributes(rawValue: 1 << 2)
  /// Foreground and background exchanged.
  public static let reverse = Attributes(rawValue: 1 << 3)
  /// Slanted letters.
  public static let italic = Attributes(rawValue: 1 << 4)
  /// Blinking.
  public static let blink = Attributes(rawValue: 1 << 5)
}

extension Attributes: CustomStringConvertible {
  /// The names of the attributes, joined by `+`; empty for none.
  public var description: String {
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
      (.blink, "blink"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined(separator: "+")
  }
}
