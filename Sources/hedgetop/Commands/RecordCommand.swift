import ArgumentParser
import FoundationEssentials
import Glibc
import HedgeConfiguration
import HedgeModel
import HedgeStore
import MarketData

/// `hedgetop record`: writes down what the feeds tell, to be played again.
struct RecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record what the feeds tell, to be played again without a network.",
    discussion: """
      Writes JSON Lines: a header with the feeds and the specifications of their instruments, the history that betas \
      and funding rest on, then what each refresh brought. Numbers are kept to the last bit, and every line is handed \
      to the system at once: what is recorded survives a kill. The history comes first, which takes minutes where an \
      exchange allows few questions; --for counts from then on. Ctrl-C and SIGTERM end it at any time. An existing \
      file is never written over.

      To play it, change the feed of the configuration to kind = "replay" with recording = "hedge.jsonl"; the same \
      instants give the same figures. Accounts and decisions are not in it.

      Examples:
        hedgetop record -c hedge.toml --out hedge.jsonl
        hedgetop record -c hedge.toml --out hour.jsonl --for 3600 --raw
        hedgetop record --out sample.jsonl --for 5
      """)

  @OptionGroup var portfolio: PortfolioOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var out: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("How long to record. (default: until it is ended)", valueName: "seconds"))
  var duration: Double?

  @Flag(help: "Record the order books of the legs, too.")
  var depth = false

  @Flag(help: "Write every message of the exchanges' streams as it came beside it, into FILE.raw.")
  var raw = false

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out: expected the name of a file") }
    if let duration, !(duration > 0 && duration <= 31_622_400) {
      throw ValidationError("--for: found \(duration), expected seconds above 0, at most a year")
    }
  }

  @MainActor
  func run() async throws {
    // A file that may not grow any further is an error like a full disk, not the end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let file = try create(out)
    var isBegun = false
    defer { if !isBegun { unlink(out) } }
    let rawFile = raw ? try create(rawPath) : nil
    defer { if !isBegun, raw { unlink(rawPath) } }
    let tap = rawFile.map { RawRecorder(into: $0) }
    let loader = try portfolio.loader(tap: tap)
    let configuration = try await loader.load()
    let recorder = Recorder(into: file)
    let session = try HedgeSession(
      configuration, journal: try portfolio.readingJournal(of: configuration.portfolio), network: loader.network,
      speed: portfolio.speed, recorder: recorder)
    isBegun = true
    recorder.begin(RecordingHeader(session))
    if depth { session.store.send(.study([.ticket])) }
    let pulse = RecordingPulse()
    defer { pulse.stop() }
    note("reading the past")
    await pulse.wait { await session.loadHistory() }
    pulse.begin(every: configuration.display.refresh, for: duration.map { .seconds($0) })
    await refresh(session, recorder, tap, at: pulse.beats)
    session.store.stop()
    try conclude(recorder, tap, [file, rawFile])
  }

  private var rawPath: String { out + ".raw" }

  private func create(_ path: String) throws -> RecordingFile {
    do {
      return try RecordingFile(path: path)
    } catch {
      throw ProgramFailure(.usage, "--out: \(error)")
    }
  }

  /// Refreshes until the time is over, the user ends it, or nothing more can be written.
  @MainActor
  private func refresh(
    _ session: HedgeSession, _ recorder: Recorder, _ tap: RawRecorder?, at beats: AsyncStream<Void>
  ) async {
    var notedAt: ContinuousClock.Instant?
    for await _ in beats {
      session.store.refresh()
      // Once a second, however often is refreshed; a timer may come a little early.
      if notedAt.map({ .now - $0 > .milliseconds(900) }) ?? true {
        note(line(recorder.progress))
        notedAt = .now
      }
      if recorder.failure != nil || tap?.failure != nil { break }
    }
    if isNoted { StandardError.write("\n") }
  }

  /// Whether somebody looks at how it goes.
  private var isNoted: Bool { isatty(STDERR_FILENO) == 1 }

  /// Says how it goes, in one line that is written over.
  private func note(_ words: String) {
    if isNoted { StandardError.write("\r\(words)\u{1B}[K") }
  }

  /// Closes the files, and says how much is in them.
  private func conclude(_ recorder: Recorder, _ tap: RawRecorder?, _ files: [RecordingFile?]) throws {
    let failure = recorder.failure ?? tap?.failure
    if let failure { throw ProgramFailure(.runtime, "\(failure); what was recorded until then can be played") }
    do {
      for file in files { try file?.close() }
    } catch {
      throw ProgramFailure(.runtime, String(describing: error))
    }
    print(PrintableLines.text(line(recorder.progress)))
  }

  /// `hedge.jsonl: 1234 events of 12 instruments from 2 feeds, 310 kB`
  private func line(_ progress: Recorder.Progress) -> String {
    let instruments = progress.instruments.count
    let feeds = progress.feeds.count
    return "\(PrintableLines.text(out)): \(progress.events) events of \(instruments) "
      + "instrument\(instruments == 1 ? "" : "s") from \(feeds) feed\(feeds == 1 ? "" : "s"), "
      + "\(progress.bytes / 1000) kB"
  }
}
