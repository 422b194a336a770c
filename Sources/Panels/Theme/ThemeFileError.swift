/// Why a theme file cannot be used: every fault in it, with its place and what would mend it.
public struct ThemeFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One fault.
  public struct Fault: Hashable, Sendable {
    /// The line, counted from 1; nil when the file as a whole is at fault.
    public let line: Int?
    /// What is wrong.
    public let message: String
    /// What would mend it.
    public let remedy: String

    /// A fault; see the properties.
    public init(line: Int?, message: String, remedy: String) {
      self.line = line
      self.message = message
      self.remedy = remedy
    }
  }

  /// The file as the user named it.
  public let file: String
  /// The faults in the order of their lines, at least one and at most ``mostFaults``.
  public let faults: [Fault]

  /// Faults reported at most: a binary file has thousands, and no one reads them.
  public static let mostFaults = 20

  /// An error; see the properties.
  public init(file: String, faults: [Fault]) {
    self.file = file
    self.faults = faults
  }

  /// One line a fault: `night.theme:12: "#12345" is no colour; write "#RRGGBB", …`.
  public var description: String {
    faults.map { fault in
      let place = fault.line.map { "\(file):\($0)" } ?? file
      return "\(place): \(fault.message); \(fault.remedy)"
    }.joined(separator: "\n")
  }
}
