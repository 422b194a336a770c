import HedgeModel
import Testing

@Suite struct ReadingTests {
  static let old = Reading.known(2.0, Provenance(asOf: Timestamp(milliseconds: 10), source: "old"))
  static let new = Reading.known(3.0, Provenance(asOf: Timestamp(milliseconds: 20), source: "new"))
  static let stale = Reading.known(5.0, Provenance(asOf: Timestamp(milliseconds: 30), source: "late", isStale: true))
  static let missing = Reading<Double>.unknown(UnknownReason(.notReceived, "first"))
  static let other = Reading<Double>.unknown(UnknownReason(.invalid, "second"))

  @Test("a combination is as old as its oldest input")
  func oldest() {
    #expect(Self.old.combined(with: Self.new, +) == .known(5, Self.old.provenance ?? .stated))
    #expect(Self.new.combined(with: Self.old, +).provenance?.source == "old")
  }

  @Test("one stale input makes the result stale, and keeps the oldest age")
  func stale() {
    let sum = Self.old.combined(with: Self.stale, +)
    #expect(sum.isStale)
    #expect(!sum.isFresh)
    #expect(sum.provenance?.asOf == Timestamp(milliseconds: 10))
  }

  @Test("unknown in, unknown out, with the first reason")
  func unknown() {
    #expect(Self.missing.combined(with: Self.other, +).unknownReason?.detail == "first")
    #expect(Self.old.combined(with: Self.other, +).unknownReason?.detail == "second")
    #expect(Self.missing.map { $0 * 2 }.value == nil)
    #expect(Reading.sum([Self.old, Self.missing, Self.new]).unknownReason?.detail == "first")
    #expect(!Self.missing.isFresh && !Self.missing.isStale)
  }

  @Test("the sum of nothing is zero; a quotient by zero has no meaning")
  func edges() {
    #expect(Reading.sum([]) == .stated(0))
    let undefined = Self.old.divided(by: .stated(0), undefined: "no value")
    #expect(undefined.unknownReason == UnknownReason(.undefined, "no value"))
    #expect(Self.new.divided(by: Self.old, undefined: "").value == 1.5)
  }

  @Test("what the user stated does not age, and does not make anything younger or older")
  func stated() {
    let product = Reading.stated(2.0).combined(with: Self.old, *)
    #expect(product == .known(4, Self.old.provenance ?? .stated))
    #expect(Provenance.stated.age(at: Timestamp(milliseconds: 5)) == nil)
    #expect(Self.old.provenance?.age(at: Timestamp(milliseconds: 15)) == .milliseconds(5))
  }
}
