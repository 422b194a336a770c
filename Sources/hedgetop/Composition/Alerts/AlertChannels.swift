import Alerting
import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import MarketData
import Notifications
import VenueTransport
import Venues

/// The channels a configuration names, ready to be sent to.
struct AlertChannels {
  /// What each wants to hear, in the order of the configuration; those of the terminal are left out.
  private(set) var policies: [ChannelPolicy] = []
  /// The ways, by name.
  private(set) var channels: [String: any AlertChannel] = [:]

  /// Makes the channels. Nothing is connected, run or opened yet.
  ///
  /// - Parameter environment: where secrets and proxies are named.
  /// - Throws: ``ProgramFailure`` when a secret cannot be read.
  init(_ configuration: AlertConfiguration, environment: [String: String]) throws {
    let network = WebhookNetwork(
      WebhookSender(
        environment: environment, forbidden: VenueDirectory.hosts, userAgent: "hedgetop/\(ProgramVersion.number)"))
    do {
      for channel in configuration.channels {
        guard let way = try Self.way(channel, network, environment) else { continue }
        policies.append(ChannelPolicy(channel))
        channels[channel.name] = way
      }
    } catch {
      throw ProgramFailure(.configuration, String(describing: error))
    }
  }

  private static func way(
    _ channel: AlertChannelConfiguration, _ network: WebhookNetwork, _ environment: [String: String]
  ) throws -> (any AlertChannel)? {
    switch channel.kind {
    case .terminal: nil
    case .desktop: DesktopChannel(limit: channel.limit)
    case .command(let command): CommandChannel(command, limit: channel.limit)
    case .file(let path, let format): LogFileChannel(path: path, format: format == .json ? .json : .text)
    case .webhook(let place, let format):
      WebhookChannel(try target(place, channel, environment), format: WebhookFormat(format), network: network)
    case .alertmanager(let place, let interval):
      AlertmanagerChannel(try target(place, channel, environment), resendInterval: interval, network: network)
    }
  }

  private static func target(
    _ place: AlertTargetConfiguration, _ channel: AlertChannelConfiguration, _ environment: [String: String]
  ) throws -> WebhookTarget {
    WebhookTarget(
      url: place.url, token: try SecretFile.secret(place.token, environment: environment),
      secret: try SecretFile.secret(place.secret, environment: environment), limit: channel.limit)
  }
}

extension ChannelPolicy {
  /// What a channel of the configuration wants to hear.
  init(_ channel: AlertChannelConfiguration) {
    let resend: Duration? = if case .alertmanager(_, let interval) = channel.kind { interval } else { nil }
    let isKept = if case .terminal = channel.kind { false } else { true }
    self.init(
      name: channel.name, minimumSeverity: Alert.Severity(channel.minimumSeverity),
      sendsRecovery: channel.sendsRecovery, ratePerMinute: channel.ratePerMinute, givesUpAfter: channel.givesUpAfter,
      isKept: isKept, resendInterval: resend)
  }
}

extension Alert.Severity {
  /// The severity a file names.
  init(_ stated: AlertChannelConfiguration.Severity) {
    switch stated {
    case .info: self = .info
    case .warning: self = .warning
    case .critical: self = .critical
    }
  }
}

extension WebhookFormat {
  /// The format a file names.
  init(_ stated: AlertWebhookFormat) {
    switch stated {
    case .json: self = .json
    case .ntfy(let topic): self = .ntfy(topic: topic)
    case .slack: self = .slack
    case .discord: self = .discord
    case .telegram(let chat): self = .telegram(chat: chat)
    }
  }
}

extension QuietHours {
  /// The hours a configuration names.
  init(_ stated: QuietHoursConfiguration) {
    self.init(
      from: stated.from, to: stated.to, days: stated.days, zone: stated.zone,
      breakthrough: Alert.Severity(stated.breakthrough))
  }
}
