/// What is held down with a key or a mouse button.
public struct Modifiers: OptionSet, Hashable, Sendable {
  /// One bit per modifier.
  public let rawValue: UInt8

  /// The modifiers whose bits are set.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Shift; never reported with characters, which arrive shifted.
  public static let shift = Modifiers(rawValue: 1 << 0)
  /// Control.
  public static let control = Modifiers(rawValue: 1 << 1)
  /// Alt, also called Meta or Option.
  public static let alt = Modifiers(rawValue: 1 << 2)
}
