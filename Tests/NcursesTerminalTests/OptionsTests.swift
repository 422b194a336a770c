import Testing

@testable import NcursesTerminal

@Test("by default nothing is forced but the mouse is on")
func defaults() {
  #expect(TerminalOptions() == TerminalOptions(colourDepth: nil, unicode: nil, mouse: true))
}
