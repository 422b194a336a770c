/// Another program that writes prices as JSON Lines to its standard output.
public struct ProcessFeedConfiguration: Hashable, Sendable {
  /// The venue part of its instruments' names where the configuration leaves it out.
  public let name: String
  /// The program and its arguments; run directly, not by a shell.
  public let command: [String]
  /// The folder it is started in: that of the configuration file, so that a script beside it is found.
  public let folder: String
  /// Silence after which its prices are stale.
  public let staleAfter: Duration

  /// A program; see the properties.
  public init(name: String = "process", command: [String], folder: String = ".", staleAfter: Duration = .seconds(30)) {
    self.name = name
    self.command = command
    self.folder = folder
    self.staleAfter = staleAfter
  }
}
