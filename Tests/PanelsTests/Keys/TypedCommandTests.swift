import Testing

@testable import Panels

@Suite("The command line")
struct TypedCommandTests {
  @Test(
    "Names, beginnings of names and arguments are understood",
    arguments: [
      ("quit", TypedCommand.command(.quit)), ("q", .command(.quit)), ("freeze", .command(.freeze)),
      ("fr", .command(.freeze)), ("hedge", .command(.hedgeRatio)), ("hedge 0.65", .argument(.hedge, "0.65")),
      ("theme light", .argument(.theme, "light")), ("  interval   500", .argument(.interval, "500")),
      ("FILTER btc eth", .argument(.filter, "btc eth")), ("sort value", .argument(.sort, "value")),
      ("portfolio alts", .argument(.portfolio, "alts")), ("portfolio", .fault("portfolio needs a value")),
      ("interval", .fault("interval needs a value")), ("quti", .fault("\"quti\" is no command; did you mean quit?")),
      ("zzzzzz", .fault("\"zzzzzz\" is no command")),
      ("quit now", .fault("\"quit\" takes no argument")),
      ("thme light", .fault("\"thme\" takes no argument; did you mean theme?")),
    ])
  func understands(text: String, command: TypedCommand) {
    #expect(TypedCommand(text, keys: .standard) == command)
  }
}
