import Foundation
import TerminalCells
import Testing

@testable import Panels

@Suite("Themes that ship")
struct BuiltinThemesTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "themes")

  @Test("The files of the themes folder are the texts within the program, word for word")
  func filesEqualTexts() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".theme") }.map { String($0.dropLast(6)) }
    #expect(Set(names) == Set(BuiltinThemes.names))
    for (name, text) in BuiltinThemes.files {
      let file = try String(contentsOf: Self.folder.appending(path: "\(name).theme"), encoding: .utf8)
      #expect(file == text, "\(name)")
    }
  }

  @Test("Each is readable on its own background", arguments: BuiltinThemes.names)
  func readable(name: String) throws {
    let theme = try #require(BuiltinThemes.theme(named: name))
    for role in ThemeRole.allCases where role != .divider {
      let style = theme.style(role)
      guard let contrast = style.foreground.contrast(with: style.background) else { continue }
      #expect(contrast >= 3.5, "\(name) \(role) \(contrast)")
    }
  }

  @Test(
    "Breach, warning and calm differ from each other and from text, at every depth",
    arguments: BuiltinThemes.names, ColourDepth.allCases)
  func statesDiffer(name: String, depth: ColourDepth) throws {
    let theme = try #require(BuiltinThemes.theme(named: name)).adapted(to: depth)
    func style(_ role: ThemeRole) -> Style { theme.style(role).reduced(to: depth) }
    #expect(Set([style(.breach), style(.warning), style(.text)]).count == 3)
    // Letters must not vanish in what they stand on.
    for role in ThemeRole.allCases where style(role).background != .terminalDefault {
      #expect(style(role).foreground != style(role).background, "\(role)")
    }
  }

  @Test("The colour-blind theme tells gain from loss by blue against orange")
  func colourBlind() throws {
    let theme = try #require(BuiltinThemes.theme(named: "colour-blind"))
    for (good, bad) in [(ThemeRole.gain, ThemeRole.loss), (.calm, .warning)] {
      let first = try #require(theme.style(good).foreground.components)
      let second = try #require(theme.style(bad).foreground.components)
      #expect(first.blue > first.red, "\(good)")
      #expect(second.red > second.blue, "\(bad)")
    }
  }

  @Test("No theme of an unknown name, and the default first")
  func names() {
    #expect(BuiltinThemes.theme(named: "no such") == nil)
    #expect(BuiltinThemes.names.first == "default")
    #expect(BuiltinThemes.standard == BuiltinThemes.theme(named: "default"))
  }

  private static let installed = "/usr/share/btop/themes"

  @Test(
    "Every theme of Debian's btop loads and can be read",
    .enabled(if: FileManager.default.fileExists(atPath: installed), "btop's themes are not installed"))
  func debianThemes() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.installed).filter { $0.hasSuffix(".theme") }
    #expect(!names.isEmpty)
    for name in names {
      let bytes = try Data(contentsOf: URL(filePath: Self.installed).appending(path: name))
      let theme = try Theme(name: name, bytes: bytes)
      for role in [ThemeRole.label, .calm, .warning, .breach, .gain, .loss, .key, .selected, .notLive] {
        let style = theme.style(role)
        guard let contrast = style.foreground.contrast(with: style.background) else { continue }
        #expect(contrast >= 3.4, "\(name) \(role) \(contrast)")
      }
    }
  }
}
