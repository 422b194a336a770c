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
        hedgetop init --live live.toml          a hedge on exchanges
      """)

  @Argument(help: "The file to write.", completion: .file(extensions: ["toml"]))
  var path: String?

  @OptionGroup var example: ExampleOptions

  func run() throws {
    let place = try path ?? Self.usualPlace()
    try ConfigurationWriter.write(example.text, to: place)
    print(PrintableLines.text(next(place, isUsual: path == nil)))
  }

  /// What to do with the file.
  private func next(_ path: String, isUsual: Bool) -> String {
    let flag = isUsual ? "" : " -c \(path)"
    let reach = example.live ? ["hedgetop doctor\(flag)"] : []
    let steps = example.firstSteps + reach + ["hedgetop config check \(path)", "hedgetop\(flag)"]
    return "wrote \(path), readable by you only\nnext:\n" + steps.map { "  \($0)" }.joined(separator: "\n")
  }

  private static func usualPlace() throws -> String {
    guard let paths = HedgetopPaths(environment: ProcessInfo.processInfo.environment) else {
      throw ProgramFailure(.usage, "HOME is not set, so there is no usual place; name the file to write")
    }
    return paths.configurationFile
  }
}
