import TerminalCells
import Testing

@Suite("Glyphs")
struct GlyphSetTests {
  @Test("everything in the ASCII set is ASCII, charts included")
  func ascii() {
    let set = GlyphSet.ascii
    let drawn = "\(set)"
    #expect(drawn.utf8.allSatisfy { $0 < 0x80 })
    #expect((0...255).allSatisfy { set.dots(UInt8($0)).isASCII })
    #expect(stride(from: -0.5, through: 1.5, by: 0.05).allSatisfy { set.columnLevel($0).isASCII })
  }

  @Test("every sign that fills a cell takes one column in both sets", arguments: [GlyphSet.unicode, .ascii])
  func widths(set: GlyphSet) {
    for child in Mirror(reflecting: set).children {
      for character in (child.value as? Character).map({ [$0] }) ?? child.value as? [Character] ?? [] {
        #expect(TextWidth.columns(of: character) == 1, "\(child.label ?? "") \(character)")
      }
    }
    for child in Mirror(reflecting: set.box).children {
      if let line = child.value as? Character { #expect(TextWidth.columns(of: line) == 1) }
    }
  }

  @Test("levels rise from empty to full, and what is no number is empty", arguments: [GlyphSet.unicode, .ascii])
  func levels(set: GlyphSet) {
    #expect(set.columnLevel(0) == " " && set.columnLevel(-1) == " " && set.columnLevel(.nan) == " ")
    #expect(set.columnLevel(1) == set.columnLevels[8] && set.columnLevel(.infinity) == set.columnLevels[8])
    #expect(set.columnLevel(0.5) == set.columnLevels[4])
    #expect(set.barLevel(1) == set.barFull)
  }

  @Test("dots are braille in reading order")
  func braille() {
    #expect(GlyphSet.unicode.dots(0) == " ")
    #expect(GlyphSet.unicode.dots(0b0000_0001) == "⠁")
    #expect(GlyphSet.unicode.dots(0b0000_0010) == "⠈")
    #expect(GlyphSet.unicode.dots(0b0100_0000) == "⡀")
    #expect(GlyphSet.unicode.dots(0b1000_0000) == "⢀")
    #expect(GlyphSet.unicode.dots(0xFF) == "⣿")
    #expect(GlyphSet.ascii.dots(0x03) == "'" && GlyphSet.ascii.dots(0xC0) == "." && GlyphSet.ascii.dots(0xFF) == ":")
  }
}
