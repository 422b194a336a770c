/// The configurations that come with hedgetop, as text with comments.
public enum ExampleConfiguration {
  /// The documented example `init` writes: the simulated market and the portfolio that is shown when nothing is
  /// configured.
  public static let text = ExampleKind.spotHedge.text

  /// A hedge on recorded prices; the user states the paths.
  public static let replay = String(decoding: PackageResources.replay_example_toml, as: UTF8.self)

  /// A hedge on exchanges; the user states accounts and what lies where no account is read.
  public static let live = String(decoding: PackageResources.live_example_toml, as: UTF8.self)
}
