import FoundationEssentials
import HedgeConfiguration
import HedgeModel
import Testing

/// `[alerts]` with everything below it.
@Suite struct AlertConfigurationTests {
  private static func alerts(_ text: String) throws -> AlertConfiguration {
    try Configuration.parse(
      text + "\n" + TestText.minimal, file: "config.toml", folder: "/etc/hedge", now: testNow, home: "/home/ann"
    ).alerts
  }

  @Test("the example's alerts, all of them uncommented, are sound and mean what they say")
  func example() throws {
    let lines = ExampleConfiguration.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex(of: "[alerts]"))
    let end = try #require(lines[start...].firstIndex { $0.hasPrefix("# Figures for Prometheus") })
    let shown = lines[start..<end].map { line in
      let bare = line.hasPrefix("# ") ? String(line.dropFirst(2)) : line
      return bare.hasPrefix("[") || bare.contains(" = ") ? bare : "#"
    }
    let alerts = try Self.alerts(shown.joined(separator: "\n"))
    let standard = AlertConfiguration()
    #expect(alerts.bell == standard.bell && alerts.dwell == standard.dwell && alerts.reminder == standard.reminder)
    #expect(Set(alerts.rules.keys) == Set(AlertConfiguration.ruleNames))
    #expect(alerts.levels.fundingCostPerYear == 0.3 && alerts.levels.basisDwell == .seconds(60))
    #expect(alerts.quietHours?.from == 22 * 3600 && alerts.quietHours?.days == [0, 1, 2, 3, 4])
    #expect(alerts.quietHours?.zone.identifier == "Europe/Berlin")
    let target = AlertTargetConfiguration(
      url: "https://ntfy.sh", token: .file("/home/ann/.config/hedgetop/ntfy.token"))
    #expect(
      alerts.channels == [
        AlertChannelConfiguration(name: "phone", kind: .webhook(target, .ntfy(topic: "my-hedge-7f3a")))
      ])
  }

  @Test("what is not stated is as it usually is")
  func defaults() throws {
    #expect(try Self.alerts("") == AlertConfiguration())
    #expect(try Self.alerts("[alerts]\nreminder_minutes = 0").reminder == nil)
  }

  @Test(
    "each kind of channel has what it takes",
    arguments: [
      ("kind = \"desktop\"", .desktop), ("kind = \"terminal\"\ntitle = false", .terminal(bell: true, title: false)),
      ("kind = \"command\"\ncommand = [\"~/bin/tell\", \"a b\"]", .command(["/home/ann/bin/tell", "a b"])),
      ("kind = \"command\"\ncommand = \"tell\"", .command(["tell"])),
      ("kind = \"command\"\ncommand = [\"./tell\"]", .command(["/etc/hedge/./tell"])),
      ("kind = \"file\"\npath = \"a.jsonl\"", .file(path: "/etc/hedge/a.jsonl", .json)),
      (
        "kind = \"webhook\"\nurl = \"https://example.org/h\"\nsecret_environment = \"KEY\"",
        .webhook(AlertTargetConfiguration(url: "https://example.org/h", secret: .environment("KEY")), .json)
      ),
      (
        "kind = \"alertmanager\"\nurl = \"http://localhost:9093\"\ntoken_file = \"/t\"",
        .alertmanager(
          AlertTargetConfiguration(url: "http://localhost:9093", token: .file("/t")), resend: .seconds(60))
      ),
    ] as [(String, AlertChannelConfiguration.Kind)])
  func kinds(_ text: String, _ kind: AlertChannelConfiguration.Kind) throws {
    let channels = try Self.alerts("[[alerts.channel]]\nname = \"a\"\n" + text).channels
    #expect(channels.map(\.kind) == [kind] && channels.map(\.name) == ["a"])
  }

  @Test(
    "a zone is a name or an offset",
    arguments: [("UTC", 0), ("+05:30", 19_800), ("-0330", -12_600), ("Asia/Tokyo", 32_400)])
  func zones(_ text: String, _ offset: Int) throws {
    let quiet = try Self.alerts("[alerts.quiet]\nfrom = \"22:00\"\nto = \"07:30\"\ntime_zone = \"\(text)\"").quietHours
    #expect(quiet?.zone.secondsFromGMT() == offset && quiet?.to == 7 * 3600 + 1800)
    #expect(quiet?.days == Set(0...6) && quiet?.breakthrough == .critical)
  }
}
