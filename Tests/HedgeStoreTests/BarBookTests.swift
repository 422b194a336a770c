import HedgeModel
import SeededRandom
import Testing

@testable import HedgeStore

@Suite("The bar book")
struct BarBookTests {
  private let instrument = Book.btc

  private func bar(_ hour: Int, _ price: Double? = nil, gap: Bool = false) -> Bar {
    Bar(close: Timestamp(milliseconds: Int64(hour) * 3_600_000), price: gap ? nil : price ?? Double(hour))
  }

  private func book(_ bars: [Bar], capacity: Int = 49) -> BarBook {
    var book = BarBook(capacities: [.hour: capacity, .day: 3])
    book.insert(bars, of: instrument, .hour)
    return book
  }

  @Test("bars in any order and in any portions give the same book")
  func order() {
    let bars = (1...20).map { bar($0) }
    var generator = SeededGenerator(seed: 3)
    let expected = book(bars).bars(of: instrument, .hour)
    #expect(expected == bars)
    for _ in 0..<50 {
      var shuffled = BarBook(capacities: [.hour: 49])
      for portion in bars.shuffled(using: &generator).chunks(of: Int.random(in: 1...7, using: &generator)) {
        shuffled.insert(portion, of: instrument, .hour)
      }
      #expect(shuffled.bars(of: instrument, .hour) == expected)
    }
  }

  @Test("of two bars with one close the later told wins, whether it comes in order or not")
  func duplicates() {
    var book = book([bar(1), bar(2), bar(3)])
    book.insert([bar(3, 33)], of: instrument, .hour)
    book.insert([bar(1, 11)], of: instrument, .hour)
    book.insert([bar(4, 4), bar(4, 44)], of: instrument, .hour)
    #expect(book.bars(of: instrument, .hour).map(\.price) == [11, 2, 33, 44])
  }

  @Test("only the newest are kept, and lengths and instruments do not mix")
  func capacity() {
    var book = book((1...100).map { bar($0) }, capacity: 5)
    #expect(book.bars(of: instrument, .hour).map(\.price) == [96, 97, 98, 99, 100])
    book.insert([bar(1)], of: instrument, .hour)
    #expect(book.bars(of: instrument, .hour).count == 5)
    #expect(book.bars(of: instrument, .day).isEmpty)
    #expect(book.bars(of: Book.eth, .hour).isEmpty)
  }

  @Test("the price of a day ago is the close then, not one from the other side of a gap")
  func dayAgo() {
    let whole = book((0...48).map { bar($0, Double($0) + 1) })
    let now = bar(48).close
    #expect(whole.dayAgoPrice(of: instrument, at: now) == 25)
    #expect(whole.dayAgoPrice(of: instrument, at: now + .milliseconds(1)) == 25)
    #expect(whole.dayAgoPrice(of: instrument, at: now - .milliseconds(1)) == 24)
    let missing = book((0...48).filter { !(24...25).contains($0) }.map { bar($0) })
    #expect(missing.dayAgoPrice(of: instrument, at: now) == nil)
    let gaps = book((0...48).map { bar($0, Double($0), gap: $0 == 24) })
    #expect(gaps.dayAgoPrice(of: instrument, at: now) == nil)
    #expect(book([]).dayAgoPrice(of: instrument, at: now) == nil)
    #expect(book([bar(30)]).dayAgoPrice(of: instrument, at: now) == nil)
  }

  @Test("without hours that reach back the day's close counts, unless it is more than a day older")
  func days() {
    var book = book((40...48).map { bar($0) })
    book.insert([bar(0, 7)], of: instrument, .day)
    #expect(book.dayAgoPrice(of: instrument, at: bar(47).close) == 7)
    #expect(book.dayAgoPrice(of: instrument, at: bar(48).close) == nil)
  }
}

extension Array {
  fileprivate func chunks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
  }
}
