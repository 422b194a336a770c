import Benchmark
import HedgeModel
import Venues

/// What the messages of each exchange's stream cost, from bytes to updates: 50 instruments in turn, every price, time and
/// number new; throughput counts messages.
func venueBenchmarks() {
  let scale = Benchmark.Configuration(
    metrics: [.wallClock, .throughput], scalingFactor: .kilo, maxDuration: .seconds(3))

  for venue in VenueMessages.all {
    Benchmark("Venues: decode \(venue.title)", configuration: scale) { benchmark, decoder in
      for index in benchmark.scaledIterations { decoder.decode(index) }
      precondition(decoder.updates > 0 && decoder.isSound, "the messages of \(venue.title) are not understood")
    } setup: {
      VenueDecoder(venue, messages: benchmarkedMessages)
    }
  }
}

/// As many as one measurement decodes.
private let benchmarkedMessages = 1_000

/// A stream of an exchange, and messages it is sent over and over: each round begins a new stream, as numbers that have
/// been seen are dropped.
private final class VenueDecoder {
  private let fresh: any VenueStream
  private var stream: any VenueStream
  private let messages: [[UInt8]]
  private let first: [[UInt8]]
  private var output = StreamOutput()
  private(set) var updates = 0
  private(set) var isSound = true

  init(_ venue: VenueMessages, messages count: Int) {
    fresh = venue.stream()
    stream = fresh
    first = venue.firstMessages()
    messages = (0..<count).map { venue.message($0) }
    begin()
  }

  func decode(_ index: Int) {
    if index == 0 { begin() }
    take(messages[index])
  }

  private func begin() {
    stream = fresh
    _ = stream.greeting(at: VenueMessages.start)
    for message in first { take(message) }
  }

  private func take(_ message: [UInt8]) {
    output.removeAll()
    do {
      try stream.receive(message, at: VenueMessages.start, into: &output)
      updates += output.events.count
      isSound = isSound && !output.events.isEmpty
    } catch {
      isSound = false
    }
  }
}
