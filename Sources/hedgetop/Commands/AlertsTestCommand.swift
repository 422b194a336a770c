import ArgumentParser
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Notifications

/// `hedgetop alerts test`: sends a marked message through a channel.
struct AlertsTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Send a test message to a channel and tell what came back.",
    discussion: """
      The message says that it is a test and that nothing is wrong. It goes the way every alert goes, once, without \
      waiting for quiet hours. A channel of kind terminal is part of the screen and cannot be tried here.

      Exit codes: 0 it was delivered; 1 it was not.

      Examples:
        hedgetop alerts test phone
        hedgetop alerts test -c hedge.toml alertmanager
      """)

  @Argument(help: ArgumentHelp("The channel's name.", valueName: "channel"))
  var channel: String

  @OptionGroup var portfolio: PortfolioOptions

  @MainActor
  func run() async throws {
    let configuration = try await portfolio.loader().load()
    let named = configuration.alerts.channels
    guard let stated = named.first(where: { $0.name == channel }) else {
      let known =
        named.isEmpty ? "the configuration has none" : "expected one of \(named.map(\.name).joined(separator: ", "))"
      throw ProgramFailure(.usage, "there is no channel \(channel); \(known)")
    }
    // Only this channel is made: the secrets of the others are not needed.
    let alerts = AlertConfiguration(channels: [stated])
    let channels = try AlertChannels(alerts, environment: ProcessInfo.processInfo.environment).channels
    guard let way = channels[channel] else {
      throw ProgramFailure(.usage, "\(channel) is the terminal of the screen; it cannot be tried without one")
    }
    let now = WallClock().now()
    let outcome = await way.send(Message([.test(portfolio: configuration.portfolio.name, at: now)], at: now))
    switch outcome {
    case .delivered(let words): print(PrintableLines.text("\(channel): delivered: \(words)"))
    case .failed(let words, _), .refused(let words):
      throw ProgramFailure(.runtime, "\(channel): not delivered: \(words)")
    }
  }
}
