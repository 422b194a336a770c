import Metrics

/// What `--version` prints.
enum ProgramVersion {
  /// The release.
  static let number = "0.1.0"

  /// The program and its release.
  static let name = "hedgetop \(number)"

  /// Release, configuration and compiler.
  static var text: String { "\(name) (\(build), Swift \(compiler), Linux)" }

  /// The same, apart.
  static var buildFacts: BuildFacts {
    BuildFacts(version: number, configuration: String(build.prefix { $0 != " " }), compiler: compiler)
  }

  private static var build: String {
    #if DEBUG
      "debug build"
    #else
      "release build"
    #endif
  }

  private static var compiler: String {
    #if compiler(>=6.3)
      "6.3 or later"
    #elseif compiler(>=6.2)
      "6.2"
    #else
      "6.1"
    #endif
  }
}
