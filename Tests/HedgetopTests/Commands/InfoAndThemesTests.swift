import Foundation
import Panels
import TerminalCells
import Testing

@testable import hedgetop

@Suite struct InfoAndThemesTests {
  @Test("info tells every path, what exists, and what would be shown")
  func info() throws {
    let folder = try TemporaryFolder()
    let before = try ProgramRun(["info"], in: folder)
    #expect(before.status == 0)
    for word in [
      "configuration", "themes", "journal", folder.path, "does not exist", "the sample", ProgramVersion.text,
    ] {
      #expect(before.output.contains(word), "\(word) is missing in \(before.output)")
    }
    #expect(try ProgramRun(["init"], in: folder).status == 0)
    let json = try ProgramRun(["info", "--json"], in: folder).json()
    let paths = try #require(json["paths"] as? [String: [String: Any]])
    #expect(paths["configuration"]?["exists"] as? Bool == true && paths["journal"]?["exists"] as? Bool == false)
    let configuration = try #require(json["configuration"] as? [String: Any])
    #expect(configuration["ok"] as? Bool == true && configuration["reason"] is NSNull)
    #expect(configuration["file"] as? String == paths["configuration"]?["path"] as? String)
    let terminal = try #require(json["terminal"] as? [String: Any])
    #expect(terminal["output_is_terminal"] as? Bool == false && terminal["columns"] is NSNull)
  }

  @Test("info writes nothing")
  func infoIsReadOnly() throws {
    let folder = try TemporaryFolder()
    _ = try ProgramRun(["info"], in: folder)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test("info tells why a configuration cannot be used, and ends with 0 all the same")
  func infoWithMistake() throws {
    let folder = try TemporaryFolder()
    try folder.write("nonsense", to: "bad.toml")
    let run = try ProgramRun(["info", "-c", "bad.toml"], in: folder)
    #expect(run.status == 0 && run.output.contains("cannot be used") && run.output.contains("bad.toml:1:"))
  }

  @Test("every built-in theme is listed and can be used, without colours into a pipe")
  func themes() throws {
    let run = try ProgramRun(["themes"], in: TemporaryFolder())
    #expect(run.status == 0 && !run.output.contains("\u{1B}") && !run.output.contains("cannot be used"))
    for name in BuiltinThemes.names { #expect(run.output.contains("\n\(name) ")) }
  }

  @Test("theme files are checked; the faults of a wrong one are told by line and end with 3")
  func themeCheck() throws {
    let folder = try TemporaryFolder()
    try folder.write("theme[main_fg]=\"#c0ffee\"\n", to: "good.theme")
    try folder.write("theme[main_fg]=\"#c0ffee\"\ntheme[title]=\"#12345\"\n", to: "bad.theme")
    let run = try ProgramRun(["themes", "--check", "good.theme", "bad.theme", "none.theme"], in: folder)
    #expect(run.status == 3)
    #expect(run.output.contains("bad.theme:2:") && run.output.contains("none.theme: cannot be read"))
    #expect(try ProgramRun(["themes", "--check", "good.theme"], in: folder).status == 0)
  }

  @Test("the project's own theme files can be used")
  func ownFiles() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let themes = root.appending(path: "themes").path
    let run = try ProgramRun(["themes", "--themes-dir", themes], in: TemporaryFolder())
    #expect(run.status == 0 && run.output.contains("\(themes)/light.theme"))
  }

  @Test("a swatch has the colours of the terminal and ends with a reset")
  func swatch() throws {
    let check = ThemeCheck(name: "default", in: ThemeLibrary(folders: []))
    let text = ThemeSwatch.text([check], depth: .palette256)
    #expect(text.contains("48;5;") && !text.contains("48;2;") && text.hasSuffix("\u{1B}[0m\n"))
  }
}
