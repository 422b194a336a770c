/// What was built.
public struct BuildFacts: Hashable, Sendable {
  /// The release: `0.1.0`.
  public let version: String
  /// `release` or `debug`.
  public let configuration: String
  /// The compiler's release: `6.1`.
  public let compiler: String

  /// A build; see the properties.
  public init(version: String, configuration: String, compiler: String) {
    self.version = version
    self.configuration = configuration
    self.compiler = compiler
  }
}
