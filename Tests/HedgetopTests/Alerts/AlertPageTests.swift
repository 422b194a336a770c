import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

@testable import hedgetop

/// The page of alerts: each recipe is a configuration, and nothing it names is unknown to the program.
@Suite struct AlertPageTests {
  private static let page = ".github/alerts.md"

  private static func lines() throws -> [String] {
    try StrategyPageTests.text(page).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func recipes() throws -> [String] {
    PageBlock.all(in: try lines()).filter { $0.language == "toml" }.map { $0.lines.joined(separator: "\n") }
  }

  private static func alerts(_ recipe: String) throws -> AlertConfiguration {
    try Configuration.parse(
      ExampleConfiguration.text + "\n" + recipe, file: page, now: Timestamp(milliseconds: 1_795_000_000_000),
      home: "/home/ann"
    ).alerts
  }

  @Test("every recipe is sound by itself, and all together are")
  func recipes() throws {
    let recipes = try Self.recipes()
    #expect(recipes.count == 10)
    for recipe in recipes { #expect(try Self.alerts(recipe).channels.count == 1, "\(recipe)") }
    let all = try Self.alerts(recipes.joined(separator: "\n")).channels
    #expect(Set(all.map(\.kindName)) == ["webhook", "alertmanager", "desktop", "command", "file", "terminal"])
  }

  @Test("each recipe's channel can be made once its secret is there")
  func channels() throws {
    let folder = try TemporaryFolder()
    for name in ["ntfy", "slack", "discord", "telegram"] {
      let file = try folder.write("t0ken/\(name)\n", to: "\(name).token")
      try #expect(chmod600(file))
    }
    let text = try Self.recipes().joined(separator: "\n").replacing("~/.config/hedgetop", with: folder.path)
    let made = try AlertChannels(Self.alerts(text), environment: ["HEDGETOP_HOOK_SECRET": "s3cret"])
    #expect(made.policies.count == 9 && made.channels.count == 9, "all but the terminal's")
  }

  @Test("every rule and level it names is a key, and every key of rules is named")
  func names() throws {
    let text = try StrategyPageTests.text(Self.page)
    for name in AlertConfiguration.ruleNames + ["funding_reversal"] { #expect(text.contains("`\(name)`"), "\(name)") }
    #expect(try StrategyPageTests.text("README.md").contains("(\(Self.page))"))
  }

  @Test("it keeps to 140 columns")
  func width() throws {
    #expect(try Self.lines().filter { $0.count > 140 } == [])
  }

  private func chmod600(_ file: String) throws -> Bool {
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return true
  }
}
