import FoundationEssentials
@testable import HedgeConfiguration
import SeededRandom
import Testing

@Suite struct FuzzTests {
  /// The example with a few bytes or lines changed, cut or doubled.
  private func mutated(_ text: [UInt8], seed: UInt64) -> String {
    var random = SeededGenerator(seed: seed)
    var bytes = text
    let signs = Array("[]{}=\"'#,.\\\n-_0e9 \t\u{1b}\u{0}é".utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(bytes.count, index + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0...5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes[index] = signs.randomElement(using: &random) ?? 0
      case 2: bytes.insert(signs.randomElement(using: &random) ?? 0, at: index)
      case 3: bytes.removeSubrange(index..<end)
      case 4: bytes.insert(contentsOf: bytes[index..<end], at: Int.random(in: 0..<bytes.count, using: &random))
      default: bytes.removeSubrange(index...)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The example without its comments: the same values, less to read.
  private static let bare: [UInt8] = {
    let lines = ExampleConfiguration.text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }()

  @Test("10,000 broken configurations are read or refused, never a crash", arguments: 0..<20)
  func fuzzed(batch: Int) {
    for step in 0..<500 {
      let text = mutated(Self.bare, seed: UInt64(batch * 500 + step))
      do throws(ConfigurationError) {
        _ = try Configuration.parse(text, file: "fuzz.toml", now: testNow)
      } catch {
        let isClean = error.description.unicodeScalars.allSatisfy { $0 == "\n" || !PrintableText.isForbidden($0) }
        #expect(isClean && error.issues.contains { $0.severity == .error })
        // TOMLKit accepted it, and the scanner lost its way.
        #expect(!error.description.contains("not understood here"), "seed \(batch * 500 + step): \(error)\n\(text)")
      }
    }
  }

  @Test("deep nesting is refused", arguments: ["[", "{a=", "[[", "a."])
  func deepNesting(opening: String) {
    let text = "a = " + String(repeating: opening, count: 100_000)
    #expect(throws: ConfigurationError.self) { try Configuration.parse(text, file: "deep.toml", now: testNow) }
  }
}

@Suite struct HostileTextTests {
  @Test(
    "a table without a name is refused before TOMLKit sees it", arguments: ["[=]", "[ ,a]", "[[#]]", "[\n]", "[é]"])
  func namelessTable(header: String) {
    #expect(throws: ConfigurationError.self) { try Configuration.parse("a = 1\n\(header)\n", file: "x", now: testNow) }
  }

  @Test(
    "a list with a value missing is refused before TOMLKit sees it",
    arguments: ["[1, }.9]", "[}]", "[,]", "[1,,2]", "[[1], }]", "{ b = [ } ] }", "[\u{2028}1]", "[1, \u{85}]"])
  func missingListValue(list: String) {
    #expect(throws: ConfigurationError.self) { try Configuration.parse("a = \(list)\n", file: "x", now: testNow) }
  }

  @Test("a single line of a megabyte and thousands of unknown keys are refused in one pass, with a bounded report")
  func largeTexts() throws {
    let long = "display = [" + String(repeating: "1, ", count: 100_000) + "]"
    let many = (0..<5_000).map { "key\($0) = 1" }.joined(separator: "\n")
    for text in [long, many] {
      let error = try #require(throws: ConfigurationError.self) {
        try Configuration.parse(text, file: "x", now: testNow)
      }
      #expect(error.issues.count <= 200)
    }
  }
}
