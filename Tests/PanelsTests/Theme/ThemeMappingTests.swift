import TerminalCells
import Testing

@testable import Panels

@Suite("Themes from files")
struct ThemeMappingTests {
  private func theme(_ text: String) throws -> Theme { try Theme(name: "t", bytes: Array(text.utf8)) }

  @Test("Stated colours are used, missing ones come from the default theme")
  func fallsBack() throws {
    let theme = try theme("theme[main_fg]=\"#123456\"\n")
    #expect(theme.style(.text).foreground == .rgb(0x12, 0x34, 0x56))
    #expect(theme.style(.text).background == BuiltinThemes.standard.style(.text).background)
    #expect(theme.style(.key) == BuiltinThemes.standard.style(.key).foreground(theme.style(.key).foreground))
  }

  @Test("An empty main_bg leaves the background to the terminal")
  func transparent() throws {
    let theme = try theme("theme[main_bg]=\"\"\ntheme[main_fg]=\"#cccccc\"\n")
    for role in ThemeRole.allCases where ![.breach, .notLive, .selected].contains(role) {
      #expect(theme.style(role).background == .terminalDefault, "\(role)")
    }
  }

  @Test("Gradients go through the middle at 50 in 101 steps; an empty middle is two colours, an empty end one")
  func gradients() {
    let start = Colour.rgb(0, 0, 0)
    let end = Colour.rgb(200, 100, 50)
    let three = Theme.steps(from: start, through: .rgb(100, 100, 100), to: end)
    #expect(three.count == 101)
    #expect(three[0] == start)
    #expect(three[25] == .rgb(50, 50, 50))
    #expect(three[50] == .rgb(100, 100, 100))
    #expect(three[100] == end)
    #expect(Theme.steps(from: start, through: nil, to: end)[50] == .rgb(100, 50, 25))
    #expect(Set(Theme.steps(from: end, through: nil, to: nil)) == [end])
    #expect(Theme.steps(from: start, through: end, to: nil)[100] == end)
  }

  @Test("btop's gradients mean beta, margin and funding here")
  func gradientNames() throws {
    let text = ["cpu", "used", "download", "upload"].enumerated().map { index, name in
      "theme[\(name)_start]=\"#ff\(index)0ff\"\ntheme[\(name)_mid]=\"\"\ntheme[\(name)_end]=\"\"\n"
    }
    let theme = try theme(text.joined() + "theme[main_bg]=\"#000000\"\n")
    let wanted: [(ThemeGradient, UInt8)] = [(.beta, 0x00), (.margin, 0x10), (.received, 0x20), (.paid, 0x30)]
    for (gradient, green) in wanted {
      #expect(theme.style(gradient, at: 0.7).foreground == .rgb(0xFF, green, 0xFF), "\(gradient)")
    }
  }

  @Test("Colours too near the background are moved until they can be read")
  func legible() throws {
    let theme = try theme(
      """
      theme[main_bg]="#ffffff"
      theme[main_fg]="#111111"
      theme[cpu_start]="#fefefe"
      theme[inactive_fg]="#f8f8f8"
      theme[upload_end]="#ffff00"
      """)
    let paper = Colour.rgb(255, 255, 255)
    for role in [ThemeRole.calm, .inactive, .loss, .unknown, .label] {
      let contrast = theme.style(role).foreground.contrast(with: paper) ?? 0
      #expect(contrast >= 3.5, "\(role) \(contrast)")
    }
  }

  @Test("A breach and a warning look unlike text in every theme, without help from colour in mono")
  func breachStandsOut() throws {
    let mono = try #require(BuiltinThemes.theme(named: "mono"))
    #expect(mono.style(.breach) == Style(attributes: [.bold, .reverse]))
    #expect(mono.style(.warning) == Style(attributes: [.bold, .underline]))
    for role in ThemeRole.allCases {
      #expect(mono.style(role).foreground == .terminalDefault, "\(role)")
      #expect(mono.style(role).background == .terminalDefault, "\(role)")
    }
    #expect(BuiltinThemes.standard.adapted(to: .none).style(.breach) == mono.style(.breach))
    #expect(BuiltinThemes.standard.adapted(to: .ansi16) == BuiltinThemes.standard)
  }
}
