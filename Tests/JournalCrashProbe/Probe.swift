import Glibc
import HedgeModel
import Journal

/// Writes decisions for as long as it lives, as a monitor does, its history and alerts beside them:
/// `JournalCrashProbe FOLDER PORTFOLIO RUN`.
///
/// Each decision that the journal says is kept is acknowledged by a line `ID INDEX` in one write, so that the reader
/// sees whole lines however the process ends.
@main
enum Probe {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 4, let run = Int(arguments[3]) else { exit(64) }
    let journal = try PortfolioJournal(
      portfolio: arguments[2], folder: arguments[1], command: "probe", now: Timestamp(milliseconds: Int64(run)))
    for index in 0... {
      // Far enough apart that each is written at once: the writer is at work at every moment.
      journal.keep { [CrashPlan.sample(run: run, index: index)] }
      if index % 5 == 0 { journal.keep(CrashPlan.alert(run: run, index: index)) }
      let kept = try journal.record(CrashPlan.decision(run: run, index: index))
      let line = Array("\(kept.id) \(index)\n".utf8)
      guard write(STDOUT_FILENO, line, line.count) == line.count else { exit(74) }
    }
  }
}
