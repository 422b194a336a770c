import ArgumentParser
import HedgeConfiguration

extension ExampleKind: ExpressibleByArgument {}

/// Which of the examples that come with the program is wanted.
struct ExampleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Which example: one for each kind of strategy, or a book of several.", valueName: "kind"))
  var kind: ExampleKind = .spotHedge

  @Flag(help: "The example for recorded prices.")
  var replay = false

  func validate() throws {
    if replay, kind != .spotHedge {
      throw ValidationError(
        "--replay: the example for recorded prices is a spot hedge; leave out --kind \(kind.rawValue)")
    }
  }

  /// The example.
  var text: String { replay ? ExampleConfiguration.replay : kind.text }
}
