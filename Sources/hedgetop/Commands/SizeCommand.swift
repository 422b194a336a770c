import ArgumentParser

/// `hedgetop size`: sizing from the command line.
struct SizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "size", abstract: "Size a hedge, a pair of baskets, a carry, or betas to a composite benchmark.",
    discussion: """
      Examples:
        hedgetop size --spot ETH:10000:beta=1.2
        hedgetop size --spot BTC:5@65000 --contract 1@65000 \\
          --hedge-ratio 0.5
        hedgetop size pair --gross 100000 --long-beta 1.5 --short-beta 1.2
        hedgetop size carry --spot 70000 --future 72100 --days 91 --value 10000
        hedgetop size composite --weights BTC:0.5,ETH:0.5 \\
          --volatility BTC:0.03,ETH:0.04 --correlation 0.8
      """,
    subcommands: [SizeHedgeCommand.self, SizePairCommand.self, SizeCarryCommand.self, SizeCompositeCommand.self],
    defaultSubcommand: SizeHedgeCommand.self)
}
