import ArgumentParser
import HedgeConfiguration

extension ExampleKind: ExpressibleByArgument {}

/// Which of the examples that come with the program is wanted.
struct ExampleOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Which example: one for each kind of strategy, or a book of several.", valueName: "kind"))
  var kind: ExampleKind = .spotHedge

  @Flag(help: "The example for recorded prices.")
  var replay = false

  @Flag(help: "The example for exchanges: live prices, accounts that are read.")
  var live = false

  func validate() throws {
    let flags = [replay ? "--replay" : nil, live ? "--live" : nil].compactMap { $0 }
    if flags.count > 1 {
      throw ValidationError("\(flags.joined(separator: " and ")) are two examples; state one of them")
    }
    if let flag = flags.first, kind != .spotHedge {
      throw ValidationError("\(flag): that example is a spot hedge; leave out --kind \(kind.rawValue)")
    }
  }

  /// The example.
  var text: String {
    if live { return ExampleConfiguration.live }
    return replay ? ExampleConfiguration.replay : kind.text
  }

  /// What is to be done with it first.
  var firstSteps: [String] {
    if live { return ["put your accounts and what you hold into it, and write the key files it names"] }
    return [replay ? "put the paths of your recordings into it" : "change it to what you hold"]
  }
}
