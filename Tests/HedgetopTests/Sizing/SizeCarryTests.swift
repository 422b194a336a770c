import ArgumentParser
import Testing

@testable import hedgetop

@Suite struct SizeCarryTests {
  private static func report(_ arguments: String) throws -> LockedCarryReport {
    try SizeCarryCommand.parse(arguments.split(separator: " ").map(String.init)).report()
  }

  private static let quarter = "--spot 70000 --future 72100 --days 91 --value 10000"

  @Test("70,000 against 72,100 on 10,000 is 300.00 at whatever price, not the 2,100 of a whole coin")
  func locked() throws {
    let report = try Self.report(Self.quarter + " --at 65000 70000 80000")
    #expect(isClose(report.quantity, 1 / 7) && isClose(report.basis, 0.03) && isClose(report.lockedIn, 300))
    #expect(report.outcomes.map { ($0.profit * 100).rounded() } == [30_000, 30_000, 30_000])
    #expect(report.outcomes.map { ($0.profitOfEqualValues * 100).rounded() } == [27_046, 29_126, 33_287])
  }

  @Test("at 65,000 one side loses 714.29 and the other gains 1,014.29")
  func fall() throws {
    let outcome = try #require(try Self.report(Self.quarter + " --at 65000").outcomes.first)
    #expect((outcome.spotProfit * 100).rounded() == -71_429 && (outcome.futureProfit * 100).rounded() == 101_429)
  }

  @Test(
    "3 % is 12.17, 12.03 or 11.90 % a year for 90, 91 or 92 days", arguments: [(90, 12.17), (91, 12.03), (92, 11.9)])
  func annualised(days: Int, percent: Double) throws {
    let report = try Self.report("--spot 70000 --future 72100 --value 1 --days \(days)")
    #expect((report.annualised * 10_000).rounded() / 100 == percent)
    #expect(report.annualisedCompound > report.annualised)
  }

  @Test("a reverse carry earns a future below the coin, less fees of four trades and the interest")
  func reverse() throws {
    let report = try Self.report(
      "--spot 70000 --future 68600 --days 73 --value 10000 --reverse --borrow 0.05 --fee-bps 10 --at 70000 50000")
    #expect(isClose(report.interest, 100) && isClose(report.fees, 10 * (3 + 0.98)))
    #expect(isClose(report.lockedIn, 200 - 100 - 39.8) && isClose(report.annualisedNet, report.lockedIn / 2000))
    #expect(report.outcomes.allSatisfy { isClose($0.profit, 200) })
    #expect(isClose(report.outcomes.last?.spotProfit, 10_000 * 2 / 7))
  }

  @Test("the text tells what is locked in, and interest only where something is borrowed")
  func text() throws {
    let plain = try Self.report(Self.quarter).text
    #expect(plain.contains("locked in") && plain.contains("+300.00") && !plain.contains("interest"))
    #expect(try Self.report(Self.quarter + " --reverse --borrow 0").text.contains("interest"))
  }

  @Test(
    "what makes no carry is refused",
    arguments: [
      ("--spot 0 --future 1 --days 1 --value 1", "--spot"), ("--spot 1 --future 1 --days 0 --value 1", "--days"),
      ("--spot 1 --future 1 --days 1 --value 1 --at inf", "--at"),
      ("--spot 1 --future 1 --days 1 --value 1 --reverse", "--borrow"),
      ("--spot 1 --future 1 --days 1 --value 1 --borrow 0.1", "--reverse"),
      ("--spot 1 --future 1 --days 1 --value 1 --fee-bps -1", "--fee-bps"),
    ])
  func refused(arguments: String, words: String) throws {
    let error = #expect(throws: (any Error).self) { _ = try Self.report(arguments) }
    #expect(SizeCarryCommand.message(for: try #require(error)).contains(words))
  }
}
