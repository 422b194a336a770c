/// A metric: what its name, sort and help text are, whatever is measured.
public struct Metric: Hashable, Sendable {
  /// How its values go on.
  public enum Kind: String, Hashable, Sendable {
    /// It rises and falls.
    case gauge
    /// It rises, and begins anew with the program.
    case counter
  }

  /// The name, as it is written: `hedgetop_net_beta`.
  public let name: String
  /// How its values go on.
  public let kind: Kind
  /// What it says, with unit and sign, in one line.
  public let help: String

  /// A metric; see the properties.
  init(_ name: String, _ help: String, kind: Kind = .gauge) {
    self.name = name
    self.kind = kind
    self.help = help
  }

  /// A metric of the hedge, whose name begins with the program's.
  static func ours(_ name: String, _ help: String, kind: Kind = .gauge) -> Metric {
    Metric(prefix + name, help, kind: kind)
  }

  /// How the names of the hedge's own metrics begin.
  static let prefix = "hedgetop_"

  /// The name as the figure's states call it: `net_beta`.
  var figure: String { String(name.dropFirst(Self.prefix.count)) }
}
