import Alerting
import Glibc
import HedgeModel
import Journal
import MarketData
import Notifications

/// Raises alerts and tells them to a program: `NotificationCrashProbe FOLDER COMMAND RUN COUNT`, where COMMAND is told
/// and COUNT alerts are raised (0 for none: only what an earlier run left is told), their messages `alert RUN-INDEX.`
///
/// It writes a line for each message the journal has acknowledged, and runs until it is killed, or until nothing is left
/// to tell when it was to raise none.
@main
@MainActor
enum Probe {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[4]) else { exit(64) }
    let journal = AcknowledgingJournal(try SQLiteJournal(portfolio: "probe", folder: arguments[1]))
    let clock = WallClock()
    let policy = ChannelPolicy(
      name: "probe", ratePerMinute: 600, firstRetry: .milliseconds(50), longestRetry: .milliseconds(100))
    let channel = CommandChannel([arguments[2]], limit: .seconds(30))
    let notifier = Notifier(Dispatcher([policy]), channels: ["probe": channel], journal: journal, clock: clock) { _ in }
    notifier.start()
    for index in 0..<count {
      notifier.tell(
        Notice(
          .raised, portfolio: "probe", alert: "drift/\(index)", severity: .warning,
          message: "alert \(arguments[3])-\(index).",
          raisedAt: clock.now()))
    }
    while try count > 0 || !journal.deliveries().isEmpty { try await Task.sleep(for: .milliseconds(20)) }
  }
}
