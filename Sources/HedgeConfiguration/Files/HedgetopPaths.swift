/// Where hedgetop's files are, by the rules of the XDG base directories.
///
/// `HEDGETOP_CONFIG` names other configuration files, separated by `:`, and `HEDGETOP_THEMES_DIR` another themes folder; an XDG variable
/// that is empty or no absolute path counts as unset.
public struct HedgetopPaths: Hashable, Sendable {
  /// `$XDG_CONFIG_HOME/hedgetop`, by default `~/.config/hedgetop`.
  public let configurationFolder: String
  /// The configuration: `config.toml` in ``configurationFolder``, or the first that is stated.
  public let configurationFile: String
  /// The configurations that `HEDGETOP_CONFIG` names, one for each portfolio; empty when it names none.
  public let statedConfigurationFiles: [String]
  /// The user's own themes.
  public let themesFolder: String
  /// `$XDG_STATE_HOME/hedgetop`, by default `~/.local/state/hedgetop`.
  public let stateFolder: String
  /// `$XDG_CACHE_HOME/hedgetop`, by default `~/.cache/hedgetop`: may be deleted at any time.
  public let cacheFolder: String

  /// The paths for `environment`; nil when it tells neither a home folder nor all three base directories.
  public init?(environment: [String: String]) {
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 }
    func folder(_ variable: String, _ standard: String) -> String? {
      if let stated = environment[variable], stated.hasPrefix("/") { return Self.trimmed(stated) + "/hedgetop" }
      return home.map { Self.trimmed($0) + "/\(standard)/hedgetop" }
    }
    guard let configuration = folder("XDG_CONFIG_HOME", ".config"),
      let state = folder("XDG_STATE_HOME", ".local/state"), let cache = folder("XDG_CACHE_HOME", ".cache")
    else { return nil }
    configurationFolder = configuration
    statedConfigurationFiles = (environment["HEDGETOP_CONFIG"] ?? "").split(separator: ":").map(String.init)
    configurationFile = statedConfigurationFiles.first ?? configuration + "/config.toml"
    themesFolder = Self.stated("HEDGETOP_THEMES_DIR", environment) ?? configuration + "/themes"
    stateFolder = state
    cacheFolder = cache
  }

  private static func stated(_ variable: String, _ environment: [String: String]) -> String? {
    environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The path without slashes at its end.
  private static func trimmed(_ path: String) -> String {
    String(path.reversed().drop { $0 == "/" }.reversed())
  }
}
