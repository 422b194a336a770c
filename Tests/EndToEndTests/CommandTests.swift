import Foundation
import HedgeTestSupport
import Testing

extension EndToEnd {
  @Suite("Commands without a screen")
  struct CommandTests {
    @Test("status --json is JSON with snake_case keys, and every figure has a value or a reason")
    func status() throws {
      let run = try CommandRun(["status", "--json"], in: TemporaryHome())
      #expect(run.status == 0 && run.errors.isEmpty)
      let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      let walk = JSONWalk(root)
      #expect(walk.faults == [])
      #expect(walk.figures > 100)
      let object = try #require(root as? [String: Any])
      #expect(object["schema"] as? String == "hedgetop.status.v1")
      #expect((object["feeds"] as? [[String: Any]])?.first?["label"] as? String == "SIMULATED")
    }

    @Test("a book without prices has nulls with reasons, and no zeros in their place")
    func unknown() throws {
      let home = try TemporaryHome()
      let prices = try home.write(Recordings.ending, as: "prices.csv")
      let file = try home.write(Configurations.replay(prices: prices, start: "2021-02-20"), as: "config.toml")
      let run = try CommandRun(["status", "--json", "--wait", "0.2", "-c", file], in: home)
      #expect(run.status == 0)
      let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
      #expect(JSONWalk(root).faults == [])
      let strategy = try #require(((root as? [String: Any])?["strategies"] as? [[String: Any]])?.first)
      let verdict = try #require(strategy["verdict"] as? String)
      #expect(["stale", "unknown"].contains(verdict))
      #expect(strategy["decision_lock"] is String)
    }

    @Test("check exits with 0 in the band and with 10 beyond it", arguments: [("1", 0), ("0", 10)])
    func check(hedgeRatio: String, code: Int32) throws {
      let home = try TemporaryHome()
      let file = try home.write(Configurations.simulated(hedgeRatio: hedgeRatio), as: "config.toml")
      let run = try CommandRun(["check", "-c", file], in: home)
      #expect(run.status == code, "\(run.output)\(run.errors)")
      #expect(run.output.contains(code == 0 ? "Core: in band" : "Core: BREACH"))
      #expect(try CommandRun(["check", "--quiet", "-c", file], in: home).output.isEmpty)
    }

    @Test("check exits with 4 where the recording has ended for a coin")
    func ended() throws {
      let home = try TemporaryHome()
      let prices = try home.write(Recordings.ending, as: "prices.csv")
      let file = try home.write(Configurations.replay(prices: prices, start: "2021-02-20"), as: "config.toml")
      let run = try CommandRun(["check", "--wait", "0.2", "-c", file], in: home)
      #expect(run.status == 4, "\(run.output)\(run.errors)")
      #expect(run.output.contains("STALE") || run.output.contains("UNKNOWN"))
    }

    @Test(
      "a configuration that is broken is told with its place, and exits with 3",
      arguments: [
        "name = \"x", "nonsense = 1\n", "", "[[strategy]]\nname = \"\\u001b[31m\"\n",
      ])
    func broken(text: String) throws {
      let home = try TemporaryHome()
      let file = try home.write(text, as: "config.toml")
      for command in [["check"], ["status"], ["watch"], []] {
        let run = try CommandRun(command + ["-c", file], in: home)
        #expect(run.status == 3, "\(command): \(run.output)\(run.errors)")
        #expect(run.errors.contains("config.toml"))
        #expect(!run.errors.contains("\u{1B}"))
      }
    }

    @Test("a file that is not there, or a recording that is not, is the configuration's fault")
    func missing() throws {
      let home = try TemporaryHome()
      #expect(try CommandRun(["check", "-c", "\(home.path)/none.toml"], in: home).status == 3)
      let file = try home.write(Configurations.replay(prices: "none.csv", start: "2021-02-20"), as: "config.toml")
      let run = try CommandRun(["check", "-c", file], in: home)
      #expect(run.status == 3 && run.errors.contains("none.csv"))
    }

    @Test("a wrong command line is told and exits with 64")
    func usage() throws {
      let home = try TemporaryHome()
      for arguments in [["--no-such-flag"], ["--update", "1"], ["--max-iterations", "0"], ["check", "--wait", "-1"]] {
        let run = try CommandRun(arguments, in: home)
        #expect(run.status == 64, "\(arguments): \(run.errors)")
      }
    }
  }
}

/// Recordings as text.
enum Recordings {
  /// Two coins by day; BTC ends on 1 February, ETH on the last of the month.
  static let ending: String = {
    let days =
      (1...31).map { ("2021-01-\($0 < 10 ? "0" : "")\($0)", true) }
      + (1...28).map { ("2021-02-\($0 < 10 ? "0" : "")\($0)", $0 == 1) }
    return "date,BTC,ETH\n" + days.map { "\($0.0),\($0.1 ? "30000" : ""),1500\n" }.joined()
  }()
}

/// What a JSON document of ours holds, and what is wrong with it.
struct JSONWalk {
  private(set) var figures = 0
  private(set) var faults: [String] = []

  init(_ root: Any) {
    visit(root, at: "")
  }

  private mutating func visit(_ value: Any, at path: String) {
    if let object = value as? [String: Any] {
      visit(object, at: path)
    } else if let list = value as? [Any] {
      for (index, element) in list.enumerated() { visit(element, at: "\(path)[\(index)]") }
    } else if let text = value as? String, text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    {
      faults.append("\(path): control characters")
    }
  }

  private mutating func visit(_ object: [String: Any], at path: String) {
    for (key, value) in object {
      if key.wholeMatch(of: /[a-z][a-z0-9]*(_[a-z0-9]+)*/) == nil { faults.append("\(path): key \(key)") }
      visit(value, at: "\(path).\(key)")
    }
    let parts: Set = ["value", "as_of", "age_seconds", "source", "stale", "reason", "reason_kind"]
    guard let value = object["value"], parts.isSuperset(of: object.keys) else { return }
    figures += 1
    if value is NSNull {
      let reason = object["reason"] as? String
      if reason?.isEmpty != false || object["reason_kind"] == nil { faults.append("\(path): null without a reason") }
    } else if object["source"] == nil || object["stale"] == nil {
      faults.append("\(path): a value without source or staleness")
    }
  }
}
