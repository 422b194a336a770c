import ArgumentParser
import FoundationEssentials
import HedgeConfiguration

/// `hedgetop init`: writes the documented example.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write an example configuration to start from.",
    discussion: """
      The example is the portfolio shown when nothing is configured, with every key explained; with --kind it is one \
      of that strategy. A file that exists is never overwritten. Without a path it is written where hedgetop looks for \
      it; hedgetop info tells where that is.

      Examples:
        hedgetop init
        hedgetop init hedge.toml
        hedgetop init --kind pair pair.toml
        hedgetop init --replay recorded.toml    a hedge on recorded prices
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["toml"]))
  var path: String?

  @OptionGroup var example: ExampleOptions

  func run() throws {
    let place = try path ?? Self.usualPlace()
    try ConfigurationWriter.write(example.text, to: place)
    print(PrintableLines.text(Self.next(place, isUsual: path == nil, isReplay: example.replay)))
  }

  /// What to do with the file.
  static func next(_ path: String, isUsual: Bool, isReplay: Bool) -> String {
    let flag = isUsual ? "" : " -c \(path)"
    return """
      wrote \(path), readable by you only
      next:
        \(isReplay ? "put the paths of your recordings into it" : "change it to what you hold")
        hedgetop config check \(path)
        hedgetop\(flag)
      """
  }

  private static func usualPlace() throws -> String {
    guard let paths = HedgetopPaths(environment: ProcessInfo.processInfo.environment) else {
      throw ProgramFailure(.usage, "HOME is not set, so there is no usual place; name the file to write")
    }
    return paths.configurationFile
  }
}
