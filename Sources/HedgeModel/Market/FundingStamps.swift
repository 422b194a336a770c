/// Past funding payments of one perpetual by rising time, each instant once.
///
/// A year of hourly payments is 8,760 of them, and a book has hundreds of perpetuals: times and rates stand in columns,
/// and mark prices only as far back as any is known, which takes half of what a list of payments does.
public struct FundingStamps: Hashable, Sendable {
  /// How much room is made at a time: an array that doubled its room for one payment an hour would waste half of it.
  private static let room = 64

  private var times: [Timestamp] = []
  private var rates: [Double] = []
  /// Mark prices of the newest payments; those before have none.
  private var marks: [Double?] = []

  /// No payment.
  public init() {}

  /// Payments in any order; of several at one instant the last counts.
  public init(_ stamps: some Sequence<FundingStamp>) {
    merge(stamps)
  }

  /// Takes payments in any order; those known of the same instants are replaced, but for a mark price that only they
  /// have.
  public mutating func merge(_ stamps: some Sequence<FundingStamp>) {
    var all = Array(self)
    all.append(contentsOf: stamps)
    let isOrdered = zip(all, all.dropFirst()).allSatisfy { $0.time < $1.time }
    if !isOrdered {
      let latest = Dictionary(all.map { ($0.time, $0) }) { known, told in
        FundingStamp(time: told.time, rate: told.rate, markPrice: told.markPrice ?? known.markPrice)
      }
      all = latest.values.sorted { $0.time < $1.time }
    }
    times = all.map(\.time)
    rates = all.map(\.rate)
    let firstMark = all.firstIndex { $0.markPrice != nil } ?? all.endIndex
    marks = all[firstMark...].map(\.markPrice)
  }

  /// Takes a payment.
  ///
  /// - Returns: whether none was known of its instant; one that was is replaced, but for a mark price that only it has.
  @discardableResult
  public mutating func insert(_ stamp: FundingStamp) -> Bool {
    let place = firstIndex(after: stamp.time)
    if place > 0, times[place - 1] == stamp.time {
      rates[place - 1] = stamp.rate
      if let mark = stamp.markPrice { setMark(mark, at: place - 1) }
      return false
    }
    makeRoom()
    insertMark(stamp.markPrice, at: place)
    times.insert(stamp.time, at: place)
    rates.insert(stamp.rate, at: place)
    return true
  }

  /// The payments later than `instant`.
  public func later(than instant: Timestamp) -> SubSequence { self[firstIndex(after: instant)...] }

  /// The place of the first payment later than `instant`, by halving.
  private func firstIndex(after instant: Timestamp) -> Int {
    var (low, high) = (0, times.count)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] > instant { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private mutating func makeRoom() {
    guard times.count == times.capacity || rates.count == rates.capacity else { return }
    times.reserveCapacity(times.count + Self.room)
    rates.reserveCapacity(rates.count + Self.room)
  }

  /// The place of the first payment with a mark price; how many there are when none has.
  private var firstMark: Int { times.count - marks.count }

  private mutating func insertMark(_ mark: Double?, at place: Int) {
    if place > firstMark {
      marks.insert(mark, at: place - firstMark)
    } else if let mark {
      marks.insert(contentsOf: [mark] + repeatElement(nil, count: firstMark - place), at: 0)
    }
  }

  private mutating func setMark(_ mark: Double?, at place: Int) {
    if place >= firstMark {
      marks[place - firstMark] = mark
    } else if let mark {
      marks.insert(contentsOf: [mark] + repeatElement(nil, count: firstMark - place - 1), at: 0)
    }
    marks.removeFirst(marks.prefix { $0 == nil }.count)
  }
}

extension FundingStamps: RandomAccessCollection {
  /// The first place.
  public var startIndex: Int { 0 }
  /// The place after the last.
  public var endIndex: Int { times.count }

  /// The payment at a place.
  public subscript(place: Int) -> FundingStamp {
    let mark = place < firstMark ? nil : marks[place - firstMark]
    return FundingStamp(time: times[place], rate: rates[place], markPrice: mark)
  }
}

extension FundingStamps: ExpressibleByArrayLiteral {
  /// Payments in any order.
  public init(arrayLiteral elements: FundingStamp...) { self.init(elements) }
}
