import ArgumentParser
import HedgeModel
import Testing

@testable import hedgetop

@Suite struct SizingInputTests {
  @Test(
    "what cannot be sized is refused with what was found and what is expected",
    arguments: [
      ("", "--spot"),
      ("--spot BTC", "expected an asset and a quantity"),
      ("--spot BTC:x@65000", "found “x” as the quantity"),
      ("--spot BTC:3@-1", "expected a number above 0"),
      ("--spot BTC:3@65000:bata=1", "found “bata=”, expected beta="),
      ("--spot BTC:3@65000:beta=1:beta=2", "beta is stated twice"),
      ("--spot BTC:0", "needs no hedge"),
      ("--spot BTC:3@65000 --contract 0@65000", "expected a number above 0"),
      ("--spot BTC:3@65000 --contract 1@2@3", "more than one @"),
      ("--spot BTC:3@65000 --hedge-ratio 0.5 --target-beta 0", "both are stated"),
      ("--spot BTC:3@65000 --contract 1@1 --contract 1@1", "several need --same-asset"),
      ("--spot BTC:3@65000 --same-asset --contract 1@65000", "expected one for each asset"),
      ("--spot BTC:3@65000 --band 0", "--band"),
      ("--spot BTC:3@65000 --lot nan", "found “nan” as the lot"),
      ("--spot BTC:3@65000 --rounding up", "rounding"),
    ])
  func refused(arguments: String, words: String) throws {
    do {
      _ = try SizeHedgeCommand.parse(arguments.split(separator: " ").map(String.init))
      Issue.record("\(arguments) was taken")
    } catch {
      let message = SizeHedgeCommand.message(for: error)
      #expect(message.contains(words), "\(message)")
      #expect(SizeHedgeCommand.exitCode(for: error).rawValue == 64)
    }
  }

  @Test(
    "what only shows when it is sized is a usage failure too",
    arguments: [
      ("--spot BTC:3@65000 --contract 1", "no price is stated"),
      ("--spot BTC:3@65000 --contract 1@65000:beta=0", "hedges nothing"),
      ("--spot BTC:3@65000 --spot ETH:-195000", "add up to 0"),
      ("--spot BTC:195000 --same-asset", "only its value is stated"),
    ])
  func unsizable(arguments: String, words: String) throws {
    let failure = #expect(throws: ProgramFailure.self) { _ = try ArticleSizingTests.report(arguments) }
    #expect(failure?.code == .usage)
    #expect(failure?.message.contains(words) == true)
  }

  @Test("weights of a benchmark or a basket must add up to one, exactly")
  func weights() throws {
    #expect(try Benchmark.parse("BTC:0.5,ETH:0.5").components.count == 2)
    #expect(try Benchmark.parse("BTC").singleAsset == "BTC")
    for text in ["BTC:0.5,ETH:0.4", "BTC:0.5,BTC:0.5", "BTC:0.5,ETH", "BTC:a,ETH:b", ""] {
      #expect(throws: ValidationError.self, "\(text)") { _ = try Benchmark.parse(text) }
    }
    // Ten tenths are one; in binary floating point they are not.
    let tenths = (0..<10).map { "A\($0):0.1" }.joined(separator: ",")
    #expect(try BasketText.weights(tenths).count == 10)
    #expect(throws: ValidationError.self) { _ = try BasketText.weights("BTC:1.5,ETH:-0.5") }
  }
}
