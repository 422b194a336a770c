import HedgeModel

/// How far a venue's clock is from ours, from several readings of it.
///
/// An answer is taken to be of the middle between question and arrival, which errs by half the round trip at most;
/// of several the one with the smallest round trip counts.
public struct ClockOffset: Hashable, Sendable {
  /// From here on it is worth a word: prices look that much older or younger than they are.
  public static let notable = Duration.seconds(5)

  /// What has to be added to our time to get the venue's; zero before the first reading.
  public private(set) var offset = Duration.zero
  /// Round trip of the reading that counts; nil before the first.
  public private(set) var roundTrip: Duration?

  /// Nothing read yet.
  public init() {}

  /// Takes a reading: the venue said `server` to what was asked at `sent` and answered at `received`, in our time.
  public mutating func note(sent: Timestamp, server: Timestamp, received: Timestamp) {
    let trip = received - sent
    guard trip >= .zero, roundTrip.map({ trip < $0 }) ?? true else { return }
    roundTrip = trip
    offset = server - sent.advanced(byMilliseconds: trip.wholeMilliseconds / 2)
  }

  /// The same measurement as seen from a clock that is `ahead` of the one it was made with.
  func seen(from ahead: Duration) -> ClockOffset {
    var seen = self
    seen.offset = offset - ahead
    return seen
  }

  /// True when it should be set right.
  public var isNotable: Bool { offset >= Self.notable || offset <= .zero - Self.notable }

  /// How far it is off, and how well that is known: `0.012 s behind, ± 0.040 s`.
  public var words: String {
    guard let roundTrip else { return "not read yet" }
    let side = offset > .zero ? "behind" : "ahead"
    return "\(Self.seconds(offset)) s \(side), ± \(Self.seconds(roundTrip / 2)) s"
  }

  private static func seconds(_ duration: Duration) -> String {
    let milliseconds = abs(duration.wholeMilliseconds)
    let fraction = "\(milliseconds % 1000)"
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// What is wrong and what would help, for a person: nil when the clocks agree.
  ///
  /// - Parameter title: the venue's name in print.
  public func warning(of title: String) -> String? {
    guard isNotable else { return nil }
    let isBehind = offset > .zero
    let seconds = Int(abs(offset.inSeconds).rounded())
    return "this machine's clock is \(seconds) s \(isBehind ? "behind" : "ahead of") that of \(title), so prices look "
      + "\(isBehind ? "newer" : "older") than they are; set it by NTP"
  }
}
