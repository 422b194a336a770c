import FoundationEssentials
import HedgeModel

extension ConfigurationDecoder {
  /// Reads `[feed]`. A feed that lacks something is reported and still given, so that what depends on its name is
  /// checked as it would be.
  func feed(_ reader: TableReader) -> FeedConfiguration {
    let kind = reader.choice("kind", of: FeedConfiguration.Kind.self)
    switch kind ?? .simulated {
    case .simulated: return .simulated(simulated(reader))
    case .replay:
      let recording = reader.text("recording", expected: "the path of a recording: \"hedge.jsonl\"")
      return reader.states("recording") ? .recording(self.recording(recording, reader)) : .replay(replay(reader))
    case .process: return .process(process(reader))
    case .venues: return .venues(venues(reader))
    }
  }

  private func simulated(_ reader: TableReader) -> SimulatedFeedConfiguration {
    let standard = SimulatedFeedConfiguration()
    let seed = reader.integer("seed", 0...Int.max, of: "any number; the same seed makes the same market")
    return SimulatedFeedConfiguration(
      seed: seed.map { UInt64($0) } ?? standard.seed, speed: speed(reader) ?? standard.speed)
  }

  private func replay(_ reader: TableReader) -> ReplayFeedConfiguration {
    let file = "the path of a CSV file, or a list of them"
    let prices = reader.texts("prices", expected: file)
    let perpetuals = reader.texts("perpetuals", expected: file) ?? []
    let funding = reader.texts("funding", expected: file) ?? []
    let (start, end) = (reader.instant("start"), reader.instant("end"))
    let speed = speed(reader)
    if let start, let end, start >= end {
      issues.error(reader.place("end"), "the end \(end.iso8601) is not after the start \(start.iso8601)")
    }
    if !reader.states("prices") {
      reader.missing("prices", "state \(file) with the closes of coins; or recording = \"hedge.jsonl\"")
    }
    if prices?.isEmpty == true { issues.error(reader.place("prices"), "found no path, expected \(file)") }
    return ReplayFeedConfiguration(
      prices: (prices ?? []).map(resolved), perpetuals: perpetuals.map(resolved), funding: funding.map(resolved),
      start: start,
      end: end, speed: speed ?? 3600)
  }

  /// Everything else is in the recording.
  private func recording(_ file: String?, _ reader: TableReader) -> RecordingFeedConfiguration {
    for key in ["prices", "perpetuals", "funding", "start", "end"] where reader.node(key) != nil {
      issues.error(reader.place(key), "is not for a recording, which holds everything itself; remove it")
    }
    return RecordingFeedConfiguration(
      file: file.map(resolved) ?? "", speed: speed(reader) ?? 1, facts: live.recording)
  }

  private func process(_ reader: TableReader) -> ProcessFeedConfiguration {
    let command = reader.texts("command", expected: "a program and its arguments: [\"python3\", \"feed.py\"]")
    let staleAfter = reader.number("stale_after_seconds", .above(0, to: 86_400), of: "seconds of silence") ?? 30
    let name = reader.name("name", of: "the venue of its instruments") ?? "process"
    if name.contains(":") || name.contains(where: \.isWhitespace) {
      issues.error(reader.place("name"), "found \(PrintableText.quoted(name)), expected a name without colon and space")
    }
    let remedy = "state the program and its arguments: command = [\"python3\", \"feed.py\"]"
    if !reader.states("command") { reader.missing("command", remedy) }
    if command?.isEmpty == true { issues.error(reader.place("command"), "found an empty list; \(remedy)") }
    return ProcessFeedConfiguration(
      name: name, command: command ?? [], folder: folder,
      staleAfter: .milliseconds(Int64((staleAfter * 1000).rounded())))
  }

  private func venues(_ reader: TableReader) -> VenueFeedConfiguration {
    let expected = "the venue that prices coins: \"coinbase\""
    let spot = reader.text("spot", expected: expected)
    if let spot, !live.venues.isEmpty, !live.venues.contains(spot) {
      issues.error(
        reader.place("spot"), "found \(PrintableText.quoted(spot)), expected \(TableReader.oneOf(live.venues))",
        suggestion: Spelling.suggestion(for: spot, among: live.venues).map { "\"\($0)\"" })
    }
    if !reader.states("spot") { reader.missing("spot", "state \(expected)") }
    return VenueFeedConfiguration(spotVenue: spot ?? "", quote: reader.asset("quote") ?? "USD")
  }

  private func speed(_ reader: TableReader) -> Double? {
    reader.number("speed", .above(0, to: 1_000_000), of: "seconds of the market for each second of the clock")
  }

  /// A path as the user means it: from home, absolute, or from the configuration's folder.
  func resolved(_ path: String) -> String {
    if path.hasPrefix("~/"), let home { return home + path.dropFirst(1) }
    if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }
}
