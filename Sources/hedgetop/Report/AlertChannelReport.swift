import HedgeConfiguration
import HedgeModel
import Journal

/// A channel for alerts as JSON: what it is told, and how it fared last.
struct AlertChannelReport: Encodable {
  let name: String
  let kind: String
  let severity: String
  let recovery: Bool
  let ratePerMinute: Int
  let giveUpHours: Double
  /// `ok`, `retrying`, `gave_up`, or `idle` when nothing was told to it yet.
  let state: String
  let words: String
  @Nullable var since: String?
  /// Messages that are kept for it.
  let waiting: Int

  init(_ channel: AlertChannelConfiguration, _ state: KeptChannelState?, waiting: Int) {
    name = channel.name
    kind = channel.kindName
    severity = channel.minimumSeverity.rawValue
    recovery = channel.sendsRecovery
    ratePerMinute = channel.ratePerMinute
    giveUpHours = channel.givesUpAfter.inHours
    self.state = state?.state ?? "idle"
    words = state?.words ?? "nothing sent yet"
    since = state?.at.iso8601
    self.waiting = waiting
  }

  /// The channels of a configuration with what the journal knows of them; a journal that cannot be read knows nothing.
  static func all(_ alerts: AlertConfiguration, in journal: any DecisionJournal) -> [AlertChannelReport] {
    let reader = (journal as? ReadingJournal)?.reader
    let states = (try? reader?.channelStates()) ?? []
    let deliveries = (try? reader?.deliveries()) ?? []
    return alerts.channels.map { channel in
      AlertChannelReport(
        channel, states.first { $0.name == channel.name }, waiting: deliveries.count { $0.channel == channel.name })
    }
  }
}

extension AlertChannelConfiguration {
  /// The kind as the file names it.
  var kindName: String {
    switch kind {
    case .terminal: "terminal"
    case .desktop: "desktop"
    case .command: "command"
    case .webhook: "webhook"
    case .alertmanager: "alertmanager"
    case .file: "file"
    }
  }
}
