import Synchronization

/// The name of a source, as a number: readings are copied by the thousand, and a number copies for nothing.
///
/// Names are numbered as they come up, for the life of the program. There are few: feeds, files, rules.
public struct Origin: Hashable, Sendable {
  private struct Names: Sendable {
    var numbers: [String: UInt32] = [:]
    var names: [String] = []

    mutating func number(of name: String) -> UInt32 {
      if let known = numbers[name] { return known }
      let number = UInt32(names.count)
      names.append(name)
      numbers[name] = number
      return number
    }
  }

  private static let names = Mutex(Names())

  private let number: UInt32

  /// The source of this name.
  public init(_ name: String) {
    number = Self.names.withLock { $0.number(of: name) }
  }

  /// The name, as the user knows it.
  public var name: String { Self.names.withLock { $0.names[Int(number)] } }
}
