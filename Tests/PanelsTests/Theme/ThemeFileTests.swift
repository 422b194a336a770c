import SeededRandom
import TerminalCells
import Testing

@testable import Panels

@Suite("Theme files")
struct ThemeFileTests {
  @Test(
    "Every way btop writes a colour is read",
    arguments: [
      ("theme[main_fg]=\"#c9d1d9\"", Colour.rgb(0xC9, 0xD1, 0xD9)),
      ("theme[main_fg]=\"#C9D1D9\"", .rgb(0xC9, 0xD1, 0xD9)),
      ("theme[main_fg]=\"#50\"", .rgb(0x50, 0x50, 0x50)),
      ("theme[main_fg]=\"12 200 0\"", .rgb(12, 200, 0)),
      ("theme[main_fg]=\"\"", .terminalDefault),
      ("theme[main_fg]=#ff0000", .rgb(255, 0, 0)),
      ("  theme[main_fg] = '#ff0000'  ", .rgb(255, 0, 0)),
      ("theme[main_fg]=\"#F8F8F2\" #2eb398\"", .rgb(0xF8, 0xF8, 0xF2)),
      ("theme[main_fg]=\"#ff\" ", .rgb(255, 255, 255)),
      ("theme[main_fg]=\"#010203\"\r", .rgb(1, 2, 3)),
    ])
  func readsColours(line: String, colour: Colour) throws {
    let file = try ThemeFile(text: line + "\ntheme[title]=\"#000000\"", file: "t.theme")
    #expect(file.colours["main_fg"] == colour)
  }

  @Test("Comments, blank lines and unknown keys are passed over")
  func passesOver() throws {
    let text = "# a comment\n\n   # another\ntheme[of_a_later_version]=\"rainbow\"\ntheme[title]=\"#102030\"\n"
    #expect(try ThemeFile(text: text, file: "t").colours == ["title": .rgb(16, 32, 48)])
  }

  @Test(
    "What cannot be read is an error with its line and a remedy",
    arguments: [
      ("theme[title]=\"#12345\"", 2, "is no colour for title"), ("theme[title]=\"#gggggg\"", 2, "is no colour"),
      ("theme[title]=\"256 0 0\"", 2, "is no colour"), ("theme[title]=\"1 2\"", 2, "is no colour"),
      ("theme[title]=\"-1 0 0\"", 2, "is no colour"), ("theme[title]=\"red\"", 2, "is no colour"),
      ("theme[title]=\"#ff0000", 2, "is not understood"), ("theme[title]", 2, "is not understood"),
      ("theme[title=\"#ff0000\"", 2, "is not understood"), ("theme[]=\"#ff0000\"", 2, "is not understood"),
      ("colour = red", 2, "is not understood"), ("theme[title]=\"#٣٣٣٣٣٣\"", 2, "is no colour"),
      ("theme[title]=\"\u{1B}[31m\"", 2, "is no colour"),
    ])
  func explainsFaults(line: String, number: Int, message: String) {
    let error = #expect(throws: ThemeFileError.self) {
      try ThemeFile(text: "# first\n\(line)\ntheme[main_fg]=\"#ffffff\"", file: "night.theme")
    }
    #expect(error?.faults.count == 1)
    #expect(error?.faults.first?.line == number)
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(error?.description.hasPrefix("night.theme:2: ") == true)
    #expect(error?.description.unicodeScalars.contains("\u{1B}") == false)
  }

  @Test("A file that is no theme at all is an error, not a crash")
  func refusesOtherFiles() {
    let huge = [UInt8](repeating: 0x23, count: ThemeFile.largestSize + 1)
    let files: [[UInt8]] = [[], [0], [0xFF, 0xFE, 0x00], Array("\u{7F}ELF\0\0".utf8), [0xC3, 0x28], huge]
    for bytes in files {
      #expect(throws: ThemeFileError.self) { try Theme(name: "x", bytes: bytes) }
    }
    let binary = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 31 | 1) & 0x7F | 0x20 }
    let error = #expect(throws: ThemeFileError.self) { try Theme(name: "x", bytes: binary) }
    #expect((error?.faults.count ?? 0) <= ThemeFileError.mostFaults)
  }

  @Test("Bytes at random never crash the parser")
  func survivesNoise() {
    var random = SeededGenerator(seed: 11)
    let pieces = ["theme[", "]", "=", "\"", "#", "main_fg", "cpu_start", "\n", "255 0 0", "\u{0}", "é", "ff", " "]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      _ = try? Theme(name: "noise", bytes: Array(text.joined().utf8))
    }
  }
}
