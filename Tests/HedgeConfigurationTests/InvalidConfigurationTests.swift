import Foundation
import HedgeConfiguration
import Testing

@Suite struct InvalidConfigurationTests {
  @Test("each invalid configuration is refused with exactly the expected issues", arguments: InvalidCorpus.names)
  func refused(name: String) throws {
    let text = try InvalidCorpus.text(name)
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(text, file: "config.toml", now: testNow)
    }
    let issues = error.description + "\n"
    if InvalidCorpus.isRecording {
      try InvalidCorpus.record(issues, for: name)
      Issue.record("recorded \(name)")
    } else {
      let expected = try InvalidCorpus.expectation(name)
      #expect(issues == expected)
    }
  }

  @Test("the corpus is there")
  func corpusIsComplete() {
    #expect(InvalidCorpus.names.count >= 40)
  }

  @Test("no message carries a control character, whatever the file holds", arguments: InvalidCorpus.names)
  func messagesAreClean(name: String) throws {
    let text = try InvalidCorpus.text(name)
    let error = try #require(throws: ConfigurationError.self) {
      try Configuration.parse(text, file: "evil\u{1b}[2J.toml", now: testNow)
    }
    let lines = error.issues.map(\.description)
    #expect(lines.allSatisfy { $0.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f } })
  }
}
